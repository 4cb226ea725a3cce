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
     * there is less to clear and to add up.  Measured flat between 2 and 4. */
    LADDER_SPREAD = 2,
    LADDER_BUCKETS = LADDER_SPREAD * LADDER_MAX,
    LADDER_BEYOND = 4, /* rungs at INFINITY, so that a look-up may step past the last */
};

/* Sums sorted once, so that "which of them reach the threshold?" is one look-up and one lane:
 * above[ladder_rank(l, threshold)].
 *
 *   value[n + 4]         the sums, rising, and INFINITY
 *   above[n + 1]         above[c]: the set of sums whose place in the order is c or later
 *   start[n_bucket + 1]  how many sums lie in the buckets before this one */
struct ladder {
    size_t n, n_bucket;
    double low, scale;
    double value[LADDER_MAX + LADDER_BEYOND];
    uint16_t start[LADDER_BUCKETS + 2];
    lane above[LADDER_MAX + 1];
};

/* Sorts sum[n], n from 1 to LADDER_MAX.  A sum of -INFINITY reaches no finite threshold.
 * Time grows with n for sums spread out, as sums of parts are, and with n^2 / 4 at worst. */
void ladder_build(struct ladder *l, size_t n, const double sum[static n]);

/* rank[n]: how many sums are below each of threshold[n], which are finite or INFINITY. */
void ladder_ranks(const struct ladder *l, size_t n, const double threshold[static n],
                  uint16_t rank[static n]);

#endif
