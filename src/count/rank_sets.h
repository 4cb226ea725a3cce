/* rank_sets.h - sums in order, and for each rank the set of those at or above it */
#ifndef RANK_SETS_H
#define RANK_SETS_H

#include <stddef.h>
#include <stdint.h>

/* 512 yes-or-no answers that the processor handles at once. */
typedef uint64_t bitset __attribute__((vector_size(64)));

enum {
    RANK_SETS_MAX = 512, /* one bitset holds a set of sums */
    /* Where a sum falls, in parts of the range from the lowest to the highest: two digits of a
     * radix sort.  More: fewer sums share a place and must be compared; fewer: shorter counts. */
    RANK_SETS_PLACES = 1 << 14,
    /* Places in a bucket are a power of two, at least 2 to this, so that there are 8 to 16 buckets
     * for each sum.  More buckets: fewer sums share one and a look-up walks less; fewer: there is
     * less to fill. */
    RANK_SETS_SHIFT = 2,
    RANK_SETS_TOGETHER = 32, /* buckets that are filled at once */
    RANK_SETS_STARTS = (RANK_SETS_PLACES >> RANK_SETS_SHIFT) + 1 + RANK_SETS_TOGETHER,
};

/* Sums sorted once, so that "which of them reach the threshold?" is one look-up, rank_sets_ranks,
 * and one bitset, above[rank].
 *
 *   value[n + 1]  the sums, rising, and INFINITY
 *   start[]       how many sums lie in the buckets before each */
struct rank_sets {
    size_t n;
    unsigned shift; /* of a place, to its bucket */
    double low, scale;
    double value[RANK_SETS_MAX + 1];
    uint16_t start[RANK_SETS_STARTS];
};

/* Sorts sum[n], n from 1 to RANK_SETS_MAX.  A sum of -INFINITY reaches no finite threshold.
 *
 *   above[n + 1]  out: above[c] is the set of sums whose place in the order is c or later
 *
 * Time grows with n for sums spread out, as sums of parts are, and with n^2 / 4 at worst. */
void rank_sets_build(struct rank_sets *l, size_t n, const double sum[static n], bitset above[]);

/* rank[n]: how many sums are below each of threshold[n], which are finite or INFINITY. */
void rank_sets_ranks(const struct rank_sets *l, size_t n, const double threshold[static n],
                     uint16_t rank[static n]);

#endif
