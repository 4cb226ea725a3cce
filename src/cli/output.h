/* output.h - the folder that a command's results go to, and what is said of what was there */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "folder.h"
#include "manifest.h"
#include "manuscript.h"
#include "options.h"
#include "sheet.h"

/* What a command says of its results, in words: printed unless --quiet, and kept in every folder,
 * for `negosim show`. */
#define OUTPUT_SUMMARY "summary.txt"
struct output_words {
    bool (*say)(FILE *out, void *with); /* false: what it reads back could not be read */
    void *with;
    bool has_sentences; /* they are wrapped (text_wrap_sentences) */
};

/* Opens the folder for tables of these names, for what is told of n_case scenarios (below) and,
 * with --plot, the tables' pictures.  Errors: those of folder_open; ERR_MEMORY. */
NODISCARD
enum error_code output_open(struct folder *f, const struct options *options, const char *path,
                            size_t n, const char *const table[], size_t n_case, struct error *err);

/* The scenario that results are of, as it was read: one text, with what it includes in its place
 * and without comments but those that say so (manuscript_write).  It loads again by itself, with
 * the same draws; the settings of --set are in the manifest.  Results of several scenarios have one
 * such file for each, "scenario_1.cfg" and so on in the order of the command. */
#define OUTPUT_SCENARIO "scenario.cfg"

/* What scenarios say in words, and what was found that no table has (facts_of.h). */
#define OUTPUT_FACTS "facts.json"

/* A scenario that results are of, as it was read, and the settings that it was read with. */
struct output_case {
    const struct scenario *scenario;
    const struct manuscript *texts;
    size_t n_set;
    const char *const *set; /* [n_set] */
};

/* Writes these files of n scenarios; case_of(with, i) is scenario i.
 * Errors: ERR_WRITE, ERR_MEMORY. */
NODISCARD
enum error_code output_cases(struct folder *f, size_t n,
                             struct output_case (*case_of)(const void *with, size_t i),
                             const void *with, struct error *err);

/* The same of the one scenario that a command read with its own settings.  `found`: a member of the
 * facts, handed over, or NULL. */
NODISCARD
enum error_code output_scenario(struct folder *f, const struct options *options,
                                const struct scenario *s, const struct manuscript *texts,
                                json_t *found, struct error *err);

/* Writes a file that other results have, as it is there.  Errors: ERR_WRITE, ERR_IO. */
NODISCARD
enum error_code output_copy(struct folder *f, const char *dir, const char *name, struct error *err);

/* Whether the folder at `path`, with this manifest, has a file as it was written. */
bool output_has(const json_t *manifest, const char *path, const char *name);

/* Writes sheets, each to its file, and adds them to the list of files.  Sheets that were not
 * opened, since the scenario does not have them, are passed over.  Errors: ERR_WRITE. */
struct output_files {
    size_t n;
    struct manifest_file file[MAX_TABLE];
};
NODISCARD
enum error_code output_sheets(struct folder *f, size_t n, const struct sheet sheet[],
                              struct output_files *files, struct error *err);

/* Adds to name[n_name] the names of those of n tables that the scenario has; returns how many names
 * there are now. */
size_t output_names(const struct scope *scope, size_t n, const struct result_table *const table[],
                    size_t n_name, const char *name[]);

/* The same two, of a command that writes sheets and its scenario: the folder is DIR of -o, or
 * results/NAME with `suffix` behind it.  Errors: those of output_open; of output_sheets,
 * output_scenario and output_commit, and ERR_INTERRUPTED. */
NODISCARD
enum error_code output_open_for(struct folder *f, const struct options *options,
                                const struct scenario *s, const char *suffix, size_t n,
                                const struct result_table *const table[], struct error *err);
NODISCARD
enum error_code output_write(struct folder *f, const struct options *options,
                             const struct scenario *s, const struct manuscript *texts, size_t n,
                             const struct sheet sheet[], double began_s,
                             const struct output_words *words, struct error *err);

/* Brings the results to their place with this manifest, which it frees, and with what there is to
 * say of them, which it prints then; then, with --plot, draws the pictures, and with --report
 * writes the page; and leaves the folder. Warns of foreign files that were met, and of other
 * results that were replaced. Errors: those of folder_commit and pictures_draw; ERR_MEMORY for a
 * manifest that is NULL. */
NODISCARD
enum error_code output_commit(struct folder *f, const struct options *options, json_t *manifest,
                              const struct output_words *words, struct error *err);

/* Warns of what was met in a folder since the last call. */
void output_warn(struct folder *f, const char *path);

/* Where the results are, and the pictures when `format` is not NULL. */
void output_places(FILE *out, const char *dir, const char *format);

/* The end of a command that has written results to `dir`: where all is, unless --quiet. */
void output_close(const struct options *options, const char *dir);

#endif
