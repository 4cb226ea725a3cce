/* rank_sets.c - sums in order, and for each rank the set of those at or above it */
#include "rank_sets.h"

#include "processor.h"

#include <math.h>
#include <string.h>

enum {
    DIGIT_BITS = 7, /* of a place: RANK_SETS_PLACES has two digits */
    DIGITS = 1 << DIGIT_BITS,
    TOGETHER = 16, /* numbers that are compared at once */
};

/* Equal starts of as many buckets as are filled at once. */
typedef uint16_t starts __attribute__((vector_size(RANK_SETS_TOGETHER * sizeof(uint16_t))));

/* Where a finite x falls; monotone in x, so that places never disagree with the order.  The first
 * bucket keeps the sums of -INFINITY. */
static inline uint32_t place_of(const struct rank_sets *l, double x)
{
    const int32_t first = 1 << l->shift;
    const double last = RANK_SETS_PLACES - 1 - first;
    double at = (x - l->low) * l->scale;
    at = at > 0 ? at : 0;
    at = at < last ? at : last;
    return (uint32_t)(first + (int32_t)at);
}

/* Takes n sums into the lowest and the highest so far, of each of n; -INFINITY is no lowest. */
INLINE void widen(size_t n, const double sum[], double low[], double high[])
{
    for (size_t j = 0; j < n; j++) {
        const double x = sum[j], y = x > -INFINITY ? x : INFINITY;
        low[j] = y < low[j] ? y : low[j];
        high[j] = x > high[j] ? x : high[j];
    }
}

FOR_EACH_PROCESSOR
static void find_scale(struct rank_sets *l, const double *sum)
{
    double low[TOGETHER], high[TOGETHER];
    size_t i = 0;

    for (size_t j = 0; j < TOGETHER; j++) {
        low[j] = INFINITY;
        high[j] = -INFINITY;
    }
    for (; i + TOGETHER <= l->n; i += TOGETHER)
        widen(TOGETHER, sum + i, low, high);
    widen(l->n - i, sum + i, low, high);
    for (size_t j = 1; j < TOGETHER; j++) {
        low[0] = low[j] < low[0] ? low[j] : low[0];
        high[0] = high[j] > high[0] ? high[j] : high[0];
    }
    const double places = RANK_SETS_PLACES - 1 - (1 << l->shift);
    l->low = low[0] < INFINITY ? low[0] : 0;
    l->scale = high[0] > low[0] ? places / (high[0] - low[0]) : 0;
    if (!isfinite(l->scale))
        l->scale = 0;
}

FOR_EACH_PROCESSOR
static void find_places(const struct rank_sets *l, const double *sum, uint16_t place[])
{
    for (size_t i = 0; i < l->n; i++)
        place[i] = (uint16_t)(sum[i] > -INFINITY ? place_of(l, sum[i]) : 0);
}

/* Counts become ends: how many there are up to and with each. */
static void add_up(uint16_t count[static DIGITS])
{
    for (size_t d = 1; d < DIGITS; d++)
        count[d] = (uint16_t)(count[d] + count[d - 1]);
}

/* Sorts by place, the low digit first, then the high (a radix sort; Knuth, TAOCP 3, 5.2.5):
 * value[], whose they are, and their places. */
static void sort_by_place(struct rank_sets *l, const double *sum,
                          uint16_t index[static RANK_SETS_MAX],
                          uint16_t sorted[static RANK_SETS_MAX])
{
    uint16_t order[RANK_SETS_MAX], place[RANK_SETS_MAX], low[DIGITS] = { 0 }, high[DIGITS] = { 0 };

    find_places(l, sum, place);
    for (size_t i = 0; i < l->n; i++) {
        low[place[i] % DIGITS]++;
        high[place[i] / DIGITS]++;
    }
    add_up(low);
    add_up(high);
    for (size_t i = l->n; i-- > 0;)
        order[--low[place[i] % DIGITS]] = (uint16_t)i;
    for (size_t c = l->n; c-- > 0;) {
        const uint16_t i = order[c], at = --high[place[i] / DIGITS];
        l->value[at] = sum[i];
        index[at] = i;
        sorted[at] = place[i];
    }
}

/* What shares a place is still in no order; hardly anything does. */
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

/* The buckets after that of one sum, up to that of the next, start with the next; what is written
 * too far is written over by those that follow. */
FOR_EACH_PROCESSOR
static void fill_starts(struct rank_sets *l, const uint16_t place[])
{
    size_t from = 0;

    for (size_t c = 0; c <= l->n; c++) {
        const size_t to = (c < l->n ? place[c] : (size_t)RANK_SETS_PLACES) >> l->shift;
        const starts same = (starts){ 0 } + (uint16_t)c;
        for (size_t b = from; b <= to; b += RANK_SETS_TOGETHER)
            memcpy(l->start + b, &same, sizeof same);
        from = to + 1;
    }
}

/* From the last rank down, each set has one member more.  The bit's word is found by where in the
 * window one looks: writing a word of a bitset and reading the bitset would stall. */
FOR_EACH_PROCESSOR
static void fill_sets(size_t n, const uint16_t index[], bitset above[])
{
    enum { WORDS = sizeof(bitset) / sizeof(uint64_t) };
    static const uint64_t window[2 * WORDS - 1] = { [WORDS - 1] = UINT64_MAX };
    bitset set = { 0 }, word;

    above[n] = set;
    for (size_t c = n; c-- > 0;) {
        memcpy(&word, window + WORDS - 1 - index[c] / 64, sizeof word);
        set |= word & UINT64_C(1) << index[c] % 64;
        above[c] = set;
    }
}

void rank_sets_build(struct rank_sets *l, size_t n, const double sum[static n], bitset above[])
{
    uint16_t index[RANK_SETS_MAX], place[RANK_SETS_MAX];

    l->n = n;
    l->shift = RANK_SETS_SHIFT;
    while ((size_t)(RANK_SETS_PLACES >> l->shift) > 16 * n)
        l->shift++;
    find_scale(l, sum);
    sort_by_place(l, sum, index, place);
    fill_starts(l, place);
    sort_nearly_sorted(n, l->value, index);
    l->value[n] = INFINITY;
    fill_sets(n, index, above);
}

/* How many sums are below a threshold, from the bucket that it falls into: exact, comparisons only.
 * The first needs no branch, and hardly any bucket has two sums. */
static inline size_t climb(const struct rank_sets *l, size_t bucket, double threshold)
{
    size_t c = l->start[bucket];

    c += l->value[c] < threshold;
    while (l->value[c] < threshold)
        c++;
    return c;
}

FOR_EACH_PROCESSOR
void rank_sets_ranks(const struct rank_sets *l, size_t n, const double threshold[static n],
                     uint16_t rank[static n])
{
    for (size_t i = 0; i < n; i++)
        rank[i] = (uint16_t)(place_of(l, threshold[i]) >> l->shift);
    for (size_t i = 0; i < n; i++)
        rank[i] = (uint16_t)climb(l, rank[i], threshold[i]);
}
