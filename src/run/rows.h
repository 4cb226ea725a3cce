/* rows.h - rows of numbers, worked out on all cores and handed over in order */
#ifndef ROWS_H
#define ROWS_H

#include "pool.h"

/* Rows first .. last-1 of a study, each of `width` numbers that depend on its index alone. */
struct row_job {
    void *study; /* handed to open and compute */
    uint64_t first, last;
    size_t width;
    enum error_code (*open)(void *study, void **space, struct error *err);
    enum error_code (*compute)(void *study, void *space, uint64_t index, double row[],
                               struct error *err);
    void (*close)(void *space);
    /* Takes a row, in the order of indices, from one thread at a time. */
    enum error_code (*take)(void *taker, uint64_t index, const double row[], struct error *err);
    void *taker;
    void (*tick)(void *watcher, uint64_t n);
    void *watcher;
};

/* Works rows out, in this process or in many (ranks.h).  When a signal asks to stop, rows that are
 * not finished are given up; the rows before them are taken.
 * Errors: those of the job, of the lowest row; ERR_INTERRUPTED. */
typedef enum error_code row_runner(const struct row_job *job, int threads, struct error *err);
NODISCARD
row_runner rows_run;

#endif
