/* progress.c - how far a long computation is, on standard error */
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

const struct name progress_names[PROGRESS_COUNT] = {
    { PROGRESS_AUTO, "auto", "on a terminal only" },
    { PROGRESS_ALWAYS, "always", "" },
    { PROGRESS_NEVER, "never", "" },
};

double clock_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void progress_start(struct progress *p, const char *what, uint64_t total, enum progress_when when)
{
    const char *kind = getenv("TERM");

    p->what = what;
    p->total = total;
    p->terminal = isatty(STDERR_FILENO) && kind && strcmp(kind, "dumb") != 0;
    p->on = when == PROGRESS_ALWAYS || (when == PROGRESS_AUTO && p->terminal);
    p->began_s = clock_s();
    atomic_init(&p->done, 0);
    /* on a terminal what takes less than 0.2 s shows nothing */
    atomic_init(&p->next_ns, (long long)(1e9 * (p->began_s + (p->terminal ? 0.2 : 10))));
}

static void draw(const struct progress *p, uint64_t done, double elapsed_s)
{
    double rate = elapsed_s > 0 ? (double)done / elapsed_s : 0;
    double left_s = rate > 0 ? (double)(p->total - done) / rate : 0;

    fprintf(stderr, "%s%s: %3.0f %%, %.3g a second, %.0f s left%s", p->terminal ? "\r" : "",
            p->what, 100 * (double)done / (double)p->total, rate, left_s,
            p->terminal ? "\033[K" : "\n");
    fflush(stderr);
}

/* Threads do not wait for each other here: when a line is due, the one that wins the exchange draws
 * it, and the others go on working. */
void progress_tick(void *progress, uint64_t n)
{
    struct progress *p = progress;
    uint64_t done = atomic_fetch_add(&p->done, n) + n;
    long long due = atomic_load(&p->next_ns);

    if (!p->on)
        return;
    double now = clock_s();
    if (1e9 * now < (double)due)
        return;
    long long next = (long long)(1e9 * (now + (p->terminal ? 0.1 : 10)));
    if (atomic_compare_exchange_strong(&p->next_ns, &due, next))
        draw(p, done, now - p->began_s);
}

void progress_end(struct progress *p)
{
    if (p->on && p->terminal)
        fputs("\r\033[K", stderr);
    else if (p->on)
        draw(p, atomic_load(&p->done), clock_s() - p->began_s);
}
