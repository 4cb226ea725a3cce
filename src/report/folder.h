/* folder.h - a folder of results that appear together or not at all */
#ifndef FOLDER_H
#define FOLDER_H

#include "commit.h"
#include "error.h"
#include "listing.h"
#include "site.h"

#include <stdbool.h>
#include <stdio.h>

/* The file in .partial that says that half-written results can be resumed. */
#define FOLDER_CHECKPOINT "checkpoint"

/* A folder that we are at work in, alone.  Zeroed it is none. */
struct folder {
    struct site site;
    bool force;
    json_t *before; /* the manifest of the results that are there, or NULL */
    json_t *files;  /* files of the new results: the hash of each by its name */
    FILE *open;     /* the file that is being written */
    char open_name[LISTING_NAME];
    bool committed; /* by us */
    bool finished;  /* results of an interrupted command were brought to their place */
    struct commit_notes notes;
};

/* What a command means to do there. */
struct folder_use {
    bool force;               /* files that are not ours make way: they are renamed */
    bool resume;              /* half-written results stay */
    bool earlier;             /* there must be results */
    size_t n;                 /* files that it may write, besides the manifest */
    const char *const *names; /* [n] */
};

/* Makes and opens the folder at `path`, with the folders above it, for new results.  Results of an
 * earlier command that was interrupted while it put them there are brought to their place first.
 * A file is ours when a manifest of negosim lists it and it is as it was written.
 * Errors: ERR_IO, when another process is at work there; when files cannot be moved there; and,
 * without `force`, when the folder holds files and no results, when a file that we are to write is
 * there and not ours, when half-written results there can be resumed. */
NODISCARD
enum error_code folder_open(struct folder *f, const char *path, const struct folder_use *use,
                            struct error *err);

/* Only brings results at `path` to their place whose command was interrupted while it did that.
 * f->finished says whether there were any; f->notes has what was met; the rest of f is released.
 * Errors: ERR_IO, also when another process is at work there. */
NODISCARD
enum error_code folder_settle(const char *path, struct folder *f, struct error *err);

/* The path of a file of half-written results. */
void folder_partial(const struct folder *f, const char *name, size_t size, char path[size]);

/* Adds a file that was written to .partial by other means (a checkpoint, gnuplot) to the results.
 * Errors: ERR_IO when it cannot be read. */
NODISCARD
enum error_code folder_adopt(struct folder *f, const char *name, struct error *err);

/* Keeps the results that are there: new files are added to them.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code folder_keep(struct folder *f, struct error *err);

/* Begins a file of the results; one at a time.  NULL after an error. */
FILE *folder_file(struct folder *f, const char *name, struct error *err);

/* Ends that file.  A full disk often shows only here.  Errors: ERR_WRITE. */
NODISCARD
enum error_code folder_close_file(struct folder *f, struct error *err);

/* Brings all files to their place with a manifest, whose list of files is made here, in place of
 * results that are there (commit.h).  The folder stays open.  Errors: ERR_IO, ERR_WRITE. */
NODISCARD
enum error_code folder_commit(struct folder *f, json_t *manifest, struct error *err);

/* End the work.  What was written and not committed is left where it is by folder_leave, and
 * removed by folder_discard; results that wait to be brought to their place are left by both. */
void folder_leave(struct folder *f);
void folder_discard(struct folder *f);

#endif
