/* folder.h - a folder of results that appear together or not at all */
#ifndef FOLDER_H
#define FOLDER_H

#include "commit.h"
#include "error.h"
#include "listing.h"
#include "site.h"

#include <stdbool.h>
#include <stdio.h>

/* The file in .partial that says that half-written results can be gone on with. */
#define FOLDER_CHECKPOINT "checkpoint"

/* A folder that we are at work in, alone.  Zeroed it is none. */
struct folder {
    struct site site;
    bool force;
    json_t *before; /* the manifest of the results that are there, or NULL */
    json_t *files;  /* what was written: the hash of each by its name */
    FILE *open;     /* the file that is being written */
    char open_name[LISTING_NAME];
    bool committed; /* by us */
    bool finished;  /* results of an earlier command, that had been interrupted */
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

/* Opens a folder at `path`, with the folders above it, for new results; brings to their place those
 * whose command was interrupted while it did that.  Ours are the files that a manifest of negosim
 * lists, as it wrote them.
 * Errors: ERR_IO, when another process is at work there, when it holds other files than ours and no
 * results, when one that we may write is not ours, when half-written results can be gone on with
 * (none of these three with `force`), when files cannot be moved there. */
NODISCARD
enum error_code folder_open(struct folder *f, const char *path, const struct folder_use *use,
                            struct error *err);

/* Brings to their place results at `path` whose command was interrupted while it did that; does
 * nothing else, and nothing where there are none.  f->finished is whether there were, and f holds
 * nothing else.
 * Errors: ERR_IO, also when another process is at it. */
NODISCARD
enum error_code folder_settle(const char *path, struct folder *f, struct error *err);

/* The path of a file of half-written results. */
void folder_partial(const struct folder *f, const char *name, size_t size, char path[size]);

/* Takes a file that somebody else has written there.  Errors: ERR_IO when it cannot be read. */
NODISCARD
enum error_code folder_adopt(struct folder *f, const char *name, struct error *err);

/* Takes what is in its place already: new files join it.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code folder_keep(struct folder *f, struct error *err);

/* Begins a file; its name is used later as it is.  NULL after an error. */
FILE *folder_file(struct folder *f, const char *name, struct error *err);

/* Ends that file.  A full disk often shows only here.  Errors: ERR_WRITE. */
NODISCARD
enum error_code folder_close_file(struct folder *f, struct error *err);

/* Brings all files to their place with a manifest, whose list of files is made here, in place of
 * results that are there (commit.h).  The folder stays open.  Errors: ERR_IO, ERR_WRITE. */
NODISCARD
enum error_code folder_commit(struct folder *f, json_t *manifest, struct error *err);

/* Ends the work: what was written and not committed is left where it is, or removed.  Results that
 * wait to be brought to their place are left in any case. */
void folder_leave(struct folder *f);
void folder_discard(struct folder *f);

#endif
