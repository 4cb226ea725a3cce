/* site.h - a folder that results are worked out for: made, opened, and nobody else at work in it */
#ifndef SITE_H
#define SITE_H

#include "error.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>

enum { SITE_MAX_PATH = 1024 };

/* Where results are prepared, in the folder itself: it may be all that we may write to, and on
 * another file system than the folder around it. */
#define SITE_PARTIAL ".partial"

/* A file of no bytes that is moved to see whether files can be; a kill may leave it. */
#define SITE_TRIAL ".partial.trial"

/* Zeroed it is none. */
struct site {
    char path[SITE_MAX_PATH]; /* without slashes at its end */
    size_t n_there;           /* length of the part of `path` that was there before */
    DIR *dir, *partial;
    FILE *lock; /* NULL: none of the three is ours */
};

/* Only takes the path.  Errors: ERR_IO when it cannot be one. */
NODISCARD
enum error_code site_name(struct site *site, const char *path, struct error *err);

/* Makes the folder, with those above it, and its .partial; opens and locks them.
 *   force    goes on where the file system has no locks
 * Errors: ERR_IO, also when another process is at work there (lock.h). */
NODISCARD
enum error_code site_enter(struct site *site, bool force, struct error *err);

/* Whether files can be moved from .partial to the folder: better known before work than after it.
 * Errors: ERR_IO. */
NODISCARD
enum error_code site_try_to_move(const struct site *site, struct error *err);

/* Removes what is in .partial. */
void site_clear(const struct site *site);

/* Lets go of all; folders that were made, and are empty, are removed.  May be called twice. */
void site_leave(struct site *site);

/* Whether a folder has results or half-written ones: a .partial that site_enter has made. */
bool site_has_partial(DIR *dir);

/* Whether a folder is empty but for what we leave. */
bool site_is_empty(DIR *dir);

#endif
