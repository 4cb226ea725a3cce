/* progress.h - how far a long computation is, on standard error */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "names.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

enum progress_when { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER, PROGRESS_COUNT };
extern const struct name progress_names[PROGRESS_COUNT];

/* Seconds since some fixed moment: only differences have a meaning. */
double clock_s(void);

/* A line that is redrawn ten times a second on a terminal; elsewhere, when asked for, a new line
 * every ten seconds.  AUTO shows it on a terminal only. */
struct progress {
    const char *what;
    uint64_t total;
    bool on, terminal;
    double began_s;
    atomic_ullong done;
    atomic_llong next_ns; /* when to draw again */
};

void progress_start(struct progress *p, const char *what, uint64_t total, enum progress_when when);

/* Adds n; may be called from any thread.  `progress` is a struct progress. */
void progress_tick(void *progress, uint64_t n);

/* Clears the line, or ends it. */
void progress_end(struct progress *p);

#endif
