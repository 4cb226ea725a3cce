/* ladder.c - sums in order, each rung with the set of those at or above it */
#include "ladder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct rung {
    double sum;
    uint16_t index;
};

static int compare_rungs(const void *a, const void *b)
{
    const struct rung *x = a, *y = b;
    return x->sum != y->sum ? (x->sum > y->sum) - (x->sum < y->sum) : x->index - y->index;
}

/* Within a bucket the order is still open: a few by insertion, a crowd by qsort. */
static void sort_bucket(size_t n, struct rung rung[])
{
    enum { FEW = 12 };

    if (n > FEW) {
        qsort(rung, n, sizeof *rung, compare_rungs);
        return;
    }
    for (size_t i = 1; i < n; i++) {
        struct rung moved = rung[i];
        size_t j = i;
        for (; j > 0 && rung[j - 1].sum > moved.sum; j--)
            rung[j] = rung[j - 1];
        rung[j] = moved;
    }
}

static void find_scale(struct ladder *l, const double *sum)
{
    double low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < l->n; i++) {
        low = sum[i] > -INFINITY && sum[i] < low ? sum[i] : low;
        high = sum[i] > high ? sum[i] : high;
    }
    l->low = low < INFINITY ? low : 0;
    l->scale = high > low ? (LADDER_BUCKETS - 1) / (high - low) : 0;
    if (!isfinite(l->scale))
        l->scale = 0;
}

/* A bucket sort: the sums of a few terms lie spread out, so nearly all buckets hold one or none. */
static void sort_sums(struct ladder *l, const double *sum, struct rung rung[static LADDER_MAX])
{
    uint16_t bucket[LADDER_MAX], next[LADDER_BUCKETS + 1];

    memset(l->start, 0, sizeof l->start);
    for (size_t i = 0; i < l->n; i++) {
        bucket[i] = sum[i] > -INFINITY ? (uint16_t)ladder_bucket(l, sum[i]) : 0;
        l->start[bucket[i] + 1]++;
    }
    for (size_t b = 1; b < LADDER_BUCKETS + 2; b++)
        l->start[b] = (uint16_t)(l->start[b] + l->start[b - 1]);
    memcpy(next, l->start, sizeof next);
    for (size_t i = 0; i < l->n; i++)
        rung[next[bucket[i]]++] = (struct rung){ sum[i], (uint16_t)i };
    for (size_t i = 0; i < l->n;) {
        size_t b = bucket[rung[i].index], end = l->start[b + 1];
        sort_bucket(end - i, rung + i);
        i = end;
    }
}

void ladder_build(struct ladder *l, size_t n, const double sum[static n])
{
    struct rung rung[LADDER_MAX];
    uint64_t set[LADDER_MAX / 64] = { 0 };

    l->n = n;
    find_scale(l, sum);
    sort_sums(l, sum, rung);
    for (size_t c = 0; c < n; c++)
        l->value[c] = rung[c].sum;
    l->value[n] = INFINITY;
    memcpy(&l->above[n], set, sizeof set);
    for (size_t c = n; c-- > 0;) {
        set[rung[c].index / 64] |= UINT64_C(1) << rung[c].index % 64;
        memcpy(&l->above[c], set, sizeof set);
    }
}
