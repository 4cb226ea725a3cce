/* bench.h - what the benchmarks share: a clock, a scenario of any shape, its draws */
#ifndef BENCH_H
#define BENCH_H

#include "layout.h"

/* Two parties or more over a grid: weights uniform on (0.5, 2), three of four issues opposed,
 * values by a power with an uncertain exponent, reservations uniform on (0.4, 0.6). */
struct shape {
    const char *name;
    size_t n_party, n_issue, n_level[12];
};

double bench_cpu_s(void);  /* of this thread: what a neighbour on the machine does is left out */
double bench_wall_s(void); /* for what several threads do */

/* The name that the machine's processor gives itself. */
const char *bench_processor(void);

/* Ends the program when it cannot: a benchmark has nothing to clear away. */
void bench_scenario(struct scenario *s, const struct shape *shape);
void bench_check(bool fine, const char *what);

/* Draws of a scenario, made beforehand, so that all that is compared begins with the same parts. */
struct draws {
    size_t n;
    struct appraisal *appraisal; /* [n] */
};
void draws_make(struct draws *d, const struct scenario *s, size_t n);
void draws_release(struct draws *d);

/* The middle of three runs of work(with), in seconds of this thread. */
double bench_median(double (*work)(void *with), void *with);

void bench_map(void);
void bench_solutions(void);
void bench_growth(void);
void bench_sweep(void);

/* A line of the table of targets: what, the ratio, and the target as a least or a most. */
void bench_target(const char *what, double ratio, char relation, double target);

#endif
