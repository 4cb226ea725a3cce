/* site.h - the folder for results: made, opened, and locked against other processes */
#ifndef SITE_H
#define SITE_H

#include "error.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>

enum { SITE_MAX_PATH = 1024 };

/* The folder, inside the one for results, where results are prepared.  Beside it would not do: it
 * may be forbidden to write there, and files cannot be moved from one file system to another. */
#define SITE_PARTIAL ".partial"

/* The empty file that site_try_to_move moves; a kill may leave it. */
#define SITE_TRIAL ".partial.trial"

/* A zeroed site may be left. */
struct site {
    char path[SITE_MAX_PATH]; /* without slashes at its end */
    size_t n_there;           /* length of the part of `path` that was there before */
    DIR *dir, *partial;
    FILE *lock; /* NULL: we are not in the folder */
};

/* Notes the path and opens nothing.  Errors: ERR_IO when it cannot be one. */
NODISCARD
enum error_code site_name(struct site *site, const char *path, struct error *err);

/* Makes the folder, with those above it, and its .partial; opens and locks them.
 *   force    goes on where the file system has no locks
 * Errors: ERR_IO, also when another process is at work there (lock.h). */
NODISCARD
enum error_code site_enter(struct site *site, bool force, struct error *err);

/* Tries whether files can be moved from .partial to the folder, before hours of work and not after.
 * Errors: ERR_IO. */
NODISCARD
enum error_code site_try_to_move(const struct site *site, struct error *err);

/* Removes what is in .partial. */
void site_clear(const struct site *site);

/* Unlocks and closes all; removes the folders that site_enter made, if they are empty.  May be
 * called twice. */
void site_leave(struct site *site);

/* Whether a folder has a .partial that site_enter made: there may be half-written results. */
bool site_has_partial(DIR *dir);

/* Whether a folder holds nothing besides .partial and the trial file. */
bool site_is_empty(DIR *dir);

#endif
