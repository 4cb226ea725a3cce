/* outcome.h - the folder that a command's results go to, and what is said of what was there */
#ifndef OUTCOME_H
#define OUTCOME_H

#include "folder.h"
#include "request.h"
#include "table.h"

/* Opens the folder for tables of these names and, with --plot, their pictures.
 * Errors: those of folder_open. */
NODISCARD
enum error_code outcome_open(struct folder *f, const struct request *request, const char *path,
                             size_t n, const char *const table[], struct error *err);

/* Writes a table to a file of its own.  Errors: ERR_IO. */
NODISCARD
enum error_code outcome_table(struct folder *f, const char *name, const struct table *t,
                              struct error *err);

/* Puts the results in their place with this manifest, which it frees; then draws the pictures with
 * --plot, and lets go of the folder.  Whose files were met, and whether results of another text
 * were there, goes to standard error.
 * Errors: those of folder_commit and pictures_draw; ERR_MEMORY for a manifest that is NULL. */
NODISCARD
enum error_code outcome_commit(struct folder *f, const struct request *request, json_t *manifest,
                               struct error *err);

/* Warns of what was met in a folder so far. */
void outcome_warn(struct folder *f, const char *path);

#endif
