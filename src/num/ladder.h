/* ladder.h - sums in order, each rung with the set of those at or above it */
#ifndef LADDER_H
#define LADDER_H

#include <stddef.h>
#include <stdint.h>

/* 512 yes-or-no answers that the processor handles at once. */
typedef uint64_t lane __attribute__((vector_size(64)));

enum {
    LADDER_MAX = 512, /* one lane holds a set of sums */
    /* Buckets for each sum.  More: fewer sums share a bucket and a look-up walks less; fewer:
     * the table stays in the first cache level.  Measured flat between 2 and 8. */
    LADDER_BUCKETS = 4 * LADDER_MAX,
};

/* Sums sorted once, so that "which of them reach the threshold?" is one look-up and one lane:
 * above[ladder_rank(l, threshold)].
 *
 *   value[n + 1]   the sums, rising, and INFINITY
 *   above[n + 1]   above[c]: the set of sums whose place in the order is c or later
 *   start[...]     how many sums lie in the buckets before this one */
struct ladder {
    size_t n;
    double low, scale;
    double value[LADDER_MAX + 1];
    uint16_t start[LADDER_BUCKETS + 2];
    lane above[LADDER_MAX + 1];
};

/* Sorts sum[n], n from 1 to LADDER_MAX.  A sum of -INFINITY reaches no finite threshold.
 * Time grows with n for sums spread out, as sums of parts are, and with n log n at worst. */
void ladder_build(struct ladder *l, size_t n, const double sum[static n]);

/* The bucket of a finite x, from 1; monotone in x, so that buckets never disagree with the
 * order.  Bucket 0 keeps the sums of -INFINITY. */
static inline size_t ladder_bucket(const struct ladder *l, double x)
{
    double at = (x - l->low) * l->scale;
    at = at > 0 ? at : 0;
    at = at < LADDER_BUCKETS - 1 ? at : LADDER_BUCKETS - 1;
    return 1 + (size_t)(uint32_t)(int32_t)at;
}

/* How many sums are below a finite threshold: exact, comparisons only. */
static inline size_t ladder_rank(const struct ladder *l, double threshold)
{
    size_t c = l->start[ladder_bucket(l, threshold)];
    while (l->value[c] < threshold)
        c++;
    return c;
}

#endif
