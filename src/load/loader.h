/* loader.h - from a scenario file to a scenario */
#ifndef LOADER_H
#define LOADER_H

#include "manuscript.h"
#include "scenario.h"

/* Reads the scenario at `path` ("-": standard input), with set[n_set] of the form PATH=VALUE in
 * place of what its files say (borrowed).  After OK, release with scenario_release.
 *
 * Errors: ERR_SCENARIO: all that was found is in `problems`, sorted by place, and *s is empty;
 * ERR_IO, ERR_MEMORY and ERR_USAGE are in err. */
NODISCARD
enum error_code scenario_load(struct scenario *s, const char *path, size_t n_set,
                              const char *const set[], struct problems *problems,
                              struct error *err);

/* The same from a text in memory, which may not include anything. */
NODISCARD
enum error_code scenario_parse(struct scenario *s, const char *name, const char *text, size_t n,
                               struct problems *problems, struct error *err);

/* The same with set[n_set], as for scenario_load. */
NODISCARD
enum error_code scenario_parse_with(struct scenario *s, const char *name, const char *text,
                                    size_t n, size_t n_set, const char *const set[],
                                    struct problems *problems, struct error *err);

/* scenario_load in two steps, for a caller that loads a scenario with one setting after another:
 * its files are read once, and may change meanwhile.  After scenario_read_manuscript, whatever it
 * returns, manuscript_release; the scenarios that were loaded do not need it. */
NODISCARD
enum error_code scenario_read_manuscript(struct manuscript *m, const char *path,
                                         struct problems *problems, struct error *err);
NODISCARD
enum error_code scenario_load_manuscript(struct scenario *s, const struct manuscript *m,
                                         size_t n_set, const char *const set[],
                                         struct problems *problems, struct error *err);

#endif
