/* ladder.c - sums in order, each rung with the set of those at or above it */
#include "ladder.h"

#include "processor.h"

#include <math.h>
#include <string.h>

enum {
    /* Parts of a bucket, by which its sums are put in order before anything is compared. */
    FINE_BITS = 6,
    FINE = 1 << FINE_BITS,
    TOGETHER = 8, /* numbers that are compared at once */
};

/* Where a finite x falls, in parts of buckets; monotone in x, so that places never disagree with
 * the order.  The first bucket keeps the sums of -INFINITY. */
static inline uint32_t place_of(const struct ladder *l, double x)
{
    const double last = (double)(int32_t)(FINE * l->n_bucket - 1);
    double at = (x - l->low) * l->scale;
    at = at > 0 ? at : 0;
    at = at < last ? at : last;
    return FINE + (uint32_t)(int32_t)at;
}

FOR_EACH_PROCESSOR
static void find_scale(struct ladder *l, const double *sum)
{
    double low[TOGETHER], high[TOGETHER];

    for (size_t j = 0; j < TOGETHER; j++) {
        low[j] = INFINITY;
        high[j] = -INFINITY;
    }
    for (size_t i = 0; i < l->n; i += TOGETHER) {
        const double *x = i + TOGETHER <= l->n || l->n < TOGETHER ? sum + i : sum + l->n - TOGETHER;
        const size_t n = l->n < TOGETHER ? l->n : TOGETHER;
        for (size_t j = 0; j < n; j++) {
            low[j] = x[j] > -INFINITY && x[j] < low[j] ? x[j] : low[j];
            high[j] = x[j] > high[j] ? x[j] : high[j];
        }
    }
    for (size_t j = 1; j < TOGETHER; j++) {
        low[0] = fmin(low[0], low[j]);
        high[0] = fmax(high[0], high[j]);
    }
    l->low = low[0] < INFINITY ? low[0] : 0;
    l->scale = high[0] > low[0] ? (double)(FINE * l->n_bucket - 1) / (high[0] - low[0]) : 0;
    if (!isfinite(l->scale))
        l->scale = 0;
}

FOR_EACH_PROCESSOR
static void find_places(const struct ladder *l, const double *sum, uint32_t place[])
{
    for (size_t i = 0; i < l->n; i++)
        place[i] = sum[i] > -INFINITY ? place_of(l, sum[i]) : 0;
}

/* Counts become ends: how many there are up to and with each. */
static void add_up(size_t n, uint16_t count[])
{
    for (size_t b = 1; b < n; b++)
        count[b] = (uint16_t)(count[b] + count[b - 1]);
}

/* Sorts by place, the part of the bucket first, then the bucket (a radix sort; Knuth, TAOCP 3,
 * 5.2.5): value[] and whose they are.  Each bucket is filled from its end, so that what is left
 * in start[] is where it begins. */
static void fill_buckets(struct ladder *l, const double *sum, uint16_t index[static LADDER_MAX])
{
    uint16_t order[LADDER_MAX], fine[FINE] = { 0 }, *start = l->start;
    uint32_t place[LADDER_MAX];

    find_places(l, sum, place);
    memset(start, 0, (l->n_bucket + 2) * sizeof *start);
    for (size_t i = 0; i < l->n; i++) {
        start[place[i] >> FINE_BITS]++;
        fine[place[i] % FINE]++;
    }
    add_up(l->n_bucket + 2, start);
    add_up(FINE, fine);
    for (size_t i = l->n; i-- > 0;)
        order[--fine[place[i] % FINE]] = (uint16_t)i;
    for (size_t c = l->n; c-- > 0;) {
        uint16_t at = --start[place[order[c]] >> FINE_BITS];
        l->value[at] = sum[order[c]];
        index[at] = order[c];
    }
}

/* What shares a part of a bucket is still in no order; hardly anything does. */
static void sort_nearly_sorted(size_t n, double value[], uint16_t index[])
{
    for (size_t i = 1; i < n; i++) {
        double moved = value[i];
        uint16_t whose = index[i];
        size_t j = i;
        for (; j > 0 && value[j - 1] > moved; j--) {
            value[j] = value[j - 1];
            index[j] = index[j - 1];
        }
        value[j] = moved;
        index[j] = whose;
    }
}

/* From the last rung down, each set has one member more.  The bit's word is found by where in the
 * window one looks: writing a word of a lane and reading the lane would stall. */
FOR_EACH_PROCESSOR
static void fill_sets(size_t n, const uint16_t index[], lane above[])
{
    enum { WORDS = sizeof(lane) / sizeof(uint64_t) };
    static const uint64_t window[2 * WORDS - 1] = { [WORDS - 1] = UINT64_MAX };
    lane set = { 0 }, word;

    above[n] = set;
    for (size_t c = n; c-- > 0;) {
        memcpy(&word, window + WORDS - 1 - index[c] / 64, sizeof word);
        set |= word & UINT64_C(1) << index[c] % 64;
        above[c] = set;
    }
}

void ladder_build(struct ladder *l, size_t n, const double sum[static n])
{
    uint16_t index[LADDER_MAX];

    l->n = n;
    l->n_bucket = LADDER_SPREAD * n;
    find_scale(l, sum);
    fill_buckets(l, sum, index);
    sort_nearly_sorted(n, l->value, index);
    for (size_t i = 0; i < LADDER_BEYOND; i++)
        l->value[n + i] = INFINITY;
    fill_sets(n, index, l->above);
}

/* How many sums are below a finite threshold, from the bucket that it falls into: exact,
 * comparisons only.  Three steps without a branch reach the end of nearly all buckets. */
static inline size_t ladder_climb(const struct ladder *l, size_t bucket, double threshold)
{
    size_t c = l->start[bucket];

    c += (size_t)(l->value[c + 3] < threshold) << 2;
    c += (size_t)(l->value[c + 1] < threshold) << 1;
    c += l->value[c] < threshold;
    while (l->value[c] < threshold)
        c++;
    return c;
}

FOR_EACH_PROCESSOR
void ladder_ranks(const struct ladder *l, size_t n, const double threshold[static n],
                  uint16_t rank[static n])
{
    for (size_t i = 0; i < n; i++)
        rank[i] = (uint16_t)(place_of(l, threshold[i]) >> FINE_BITS);
    for (size_t i = 0; i < n; i++)
        rank[i] = (uint16_t)ladder_climb(l, rank[i], threshold[i]);
}
