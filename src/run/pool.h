/* pool.h - many jobs on all cores, with results that do not depend on how many there are */
#ifndef POOL_H
#define POOL_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is to be done with the indices 0 .. n-1, in blocks whose size does not depend on the
 * number of threads. */
struct pool_job {
    void *study; /* handed to every function below */
    uint64_t n, block;
    /* Makes a thread's own workspace; one thread at a time. */
    enum error_code (*open)(void *study, void **space, struct error *err);
    /* Works on first .. last-1.  May write what belongs to these indices, and the workspace. */
    enum error_code (*work)(void *study, void *space, uint64_t first, uint64_t last,
                            struct error *err);
    /* Called for block after block, in their order, whichever threads worked on them, once all
     * blocks before are delivered: what depends on order goes here.  May be NULL. */
    enum error_code (*deliver)(void *study, void *space, uint64_t first, uint64_t last,
                               struct error *err);
    /* is_full: whether a workspace has room for no further block.  relieve: takes in what it has
     * gathered and empties it, one thread at a time.  Both may be NULL. */
    bool (*is_full)(const void *space);
    void (*relieve)(void *study, void *space);
    /* Takes in what a workspace has gathered, unless an error ended the work, and frees it; one
     * thread at a time, in any order: only sums of whole numbers may be taken in here. */
    void (*close)(void *study, void *space, enum error_code code);
    /* Called after each block with its size, from any thread. */
    void (*tick)(void *watcher, uint64_t n);
    void *watcher;
};

/* Runs the job on `threads` threads (0: one for each core).  After an error, that of the lowest
 * block is reported, whichever thread met it.
 * Errors: those of the job; ERR_INTERRUPTED. */
NODISCARD
enum error_code pool_run(const struct pool_job *job, int threads, struct error *err);

/* How many threads 0 stands for: one for each core, or what OMP_NUM_THREADS says. */
int pool_threads(void);

#endif
