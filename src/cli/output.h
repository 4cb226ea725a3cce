/* output.h - the folder that a command's results go to, and what is said of what was there */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "folder.h"
#include "manifest.h"
#include "options.h"
#include "sheet.h"

/* Opens the folder for tables of these names and, with --plot, their pictures.
 * Errors: those of folder_open. */
NODISCARD
enum error_code outcome_open(struct folder *f, const struct options *options, const char *path,
                             size_t n, const char *const table[], struct error *err);

/* Writes sheets, each to its file, and adds them to the list of files, which has room for all;
 * those that the scenario has not are not open, and are passed over.  Errors: ERR_WRITE. */
struct outcome_files {
    size_t n;
    struct manifest_file file[MAX_TABLE];
};
NODISCARD
enum error_code outcome_sheets(struct folder *f, size_t n, const struct sheet sheet[],
                               struct outcome_files *files, struct error *err);

/* Adds the names of those of n files that a scenario has; returns how many there are now. */
size_t outcome_names(const struct scope *scope, size_t n, const struct result_table *const table[],
                     size_t n_name, const char *name[]);

/* Puts the results in their place with this manifest, which it frees; then draws the pictures with
 * --plot, and lets go of the folder.  Whose files were met, and whether results of another text
 * were there, goes to standard error.
 * Errors: those of folder_commit and pictures_draw; ERR_MEMORY for a manifest that is NULL. */
NODISCARD
enum error_code outcome_commit(struct folder *f, const struct options *options, json_t *manifest,
                               struct error *err);

/* Warns of what was met in a folder so far. */
void outcome_warn(struct folder *f, const char *path);

#endif
