/* columns.h - numbers of up to 512 columns side by side, and sets of columns */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "rank_sets.h"

#include <stdbool.h>

enum {
    COLUMNS_MOST = RANK_SETS_MAX,
    COLUMNS_TOGETHER = sizeof(bitset) / sizeof(uint64_t), /* words of a set */
};

/* Numbers of n columns stand in a row whose length is n rounded up to whole groups of
 * COLUMNS_TOGETHER; what is behind the columns repeats the first of them (columns_put), and so
 * moves neither the least nor the largest.  In a set, bit k of word w is column 8 k + w, so that
 * eight words are filled side by side. */
static inline size_t columns_width(size_t n)
{
    return (n + COLUMNS_TOGETHER - 1) / COLUMNS_TOGETHER * COLUMNS_TOGETHER;
}

void columns_put(size_t n, const double from[], double to[]);

/* The least and the largest of x[width]. */
void columns_range(size_t width, const double x[], double *low, double *high);

/* The columns whose number is at least `need`. */
bitset columns_reach(size_t width, const double x[], double need);

/* out[i] = gain a[i] + (next b[i] + fall c[i]), in the order in which commitment.c adds. */
void columns_blend(size_t width, double gain, const double a[], double next, const double b[],
                   double fall, const double c[], double out[]);

static inline bool columns_have(bitset set, size_t column)
{
    return set[column % COLUMNS_TOGETHER] >> column / COLUMNS_TOGETHER & 1;
}

static inline void columns_add(bitset *set, size_t column)
{
    (*set)[column % COLUMNS_TOGETHER] |= UINT64_C(1) << column / COLUMNS_TOGETHER;
}

static inline bool columns_are_none(bitset set)
{
    uint64_t any = 0;

    for (size_t w = 0; w < COLUMNS_TOGETHER; w++)
        any |= set[w];
    return any == 0;
}

static inline size_t columns_count(bitset set)
{
    size_t n = 0;

    for (size_t w = 0; w < COLUMNS_TOGETHER; w++)
        n += (size_t)__builtin_popcountll(set[w]);
    return n;
}

/* Adds 1, or `by`, to the sums of those in the set: sum[n]. */
void columns_count_up(size_t n, bitset set, uint32_t sum[]);
void columns_add_up(size_t n, bitset set, uint64_t by, uint64_t sum[]);

#endif
