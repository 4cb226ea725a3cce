/* folder.h - a folder of results that appear together or not at all */
#ifndef FOLDER_H
#define FOLDER_H

#include "error.h"

#include <stdbool.h>
#include <stdio.h>

enum { FOLDER_MAX_FILE = 32, FOLDER_MAX_PATH = 1024 };

/* Files are written to PATH.partial and moved to PATH by folder_commit. */
struct folder {
    char path[FOLDER_MAX_PATH], partial[FOLDER_MAX_PATH + 16];
    size_t n_there; /* length of the part of `path` that was there before */
    size_t n_file;
    char file[FOLDER_MAX_FILE][64];
    FILE *open; /* the file that is being written */
};

/* The file that folders of results have, and are known by. */
#define FOLDER_MANIFEST "manifest.json"

/* The file that says that a folder of half-written results can be gone on with. */
#define FOLDER_CHECKPOINT "checkpoint"

/* Begins a folder of results at `path`, with the folders above it.  An earlier folder of results
 * is replaced; one that holds anything else, and half-written results that can be gone on with,
 * are left alone unless `force`.
 * Errors: ERR_IO. */
NODISCARD
enum error_code folder_open(struct folder *f, const char *path, bool force, struct error *err);

/* The same, but keeps half-written results. */
NODISCARD
enum error_code folder_resume(struct folder *f, const char *path, bool force, struct error *err);

/* The path of a half-written file, and a file that somebody else has written there: it is moved
 * with the others by folder_commit. */
void folder_partial(const struct folder *f, const char *name, size_t size, char path[size]);
void folder_adopt(struct folder *f, const char *name);

/* Moves a file back that an interrupted folder_commit had moved, if it had. */
void folder_take_back(const struct folder *f, const char *name);

/* Begins a file; its name is used later as it is.  NULL after an error. */
FILE *folder_file(struct folder *f, const char *name, struct error *err);

/* Ends that file.  A full disk often shows only here.  Errors: ERR_IO. */
NODISCARD
enum error_code folder_close_file(struct folder *f, struct error *err);

/* Moves all files to the folder, the manifest last, and removes the results of an earlier run
 * that this one did not make: its tables, and those in stale[n].  Errors: ERR_IO. */
NODISCARD
enum error_code folder_commit(struct folder *f, size_t n, const char *const stale[],
                              struct error *err);

/* Leaves what was written where it is. */
void folder_leave(struct folder *f);

/* Removes what was written and not committed; does nothing after folder_commit. */
void folder_discard(struct folder *f);

#endif
