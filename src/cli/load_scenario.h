/* load_scenario.h - a scenario for a command, its mistakes printed */
#ifndef LOAD_SCENARIO_H
#define LOAD_SCENARIO_H

#include "manuscript.h"
#include "options.h"
#include "scenario.h"

/* Loads the scenario of operand `i` with the options --set, --draws and --seed, and records its
 * first mistake in err.  With `all`, prints every mistake to standard error instead: err then stays
 * empty for ERR_SCENARIO. */
NODISCARD
enum error_code load_scenario(struct scenario *s, const struct options *options, int i, bool all,
                              struct error *err);

/* The same; also keeps the texts in *texts for a caller that loads them again with more settings
 * (reload.h).  The caller releases them (manuscript_release) after the scenario, whatever is
 * returned. */
NODISCARD
enum error_code load_scenario_texts(struct scenario *s, struct manuscript *texts,
                                    const struct options *options, int i, bool all,
                                    struct error *err);

/* The proposal that an option names; NONE where the option is not given.  Errors: ERR_USAGE, with a
 * hint. */
NODISCARD
enum error_code load_proposal(const struct scenario *s, const char *option, const char *name,
                              size_t *proposal, struct error *err);

/* Whether a run fits the machine's memory: what does not is refused before anything is allocated.
 * top: as results_kept has it.  Errors: ERR_SCENARIO. */
NODISCARD
enum error_code fits_memory_run(const struct scenario *s, bool wants_draws, uint64_t top,
                                int threads, struct error *err);

/* The same for `at_once` maps of a sweep at a time, each on `threads` threads. */
NODISCARD
enum error_code fits_memory(const struct scenario *s, int threads, int at_once, struct error *err);

/* The same for `at_once` plays of talks, of `n_pair` pairs of tactics each.  Talks have a limit of
 * packages, too (package_index.h). */
NODISCARD
enum error_code fits_memory_talks(const struct scenario *s, size_t n_pair, int threads, int at_once,
                                  struct error *err);

/* The same for work that needs so many bytes. */
NODISCARD
enum error_code fits_memory_need(const struct scenario *s, double need, int threads,
                                 struct error *err);

/* How many threads to work with: as many as --threads says, or one for each core; fewer, with a
 * warning, where so many cannot be made. */
int worker_threads(const struct options *options);

#endif
