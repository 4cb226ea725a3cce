/* tally.c - in how many draws the cells of a box suit each party, and all of them
 *
 * For a row, the columns that suit a party are those whose sum reaches threshold - row: one
 * look-up in a ladder gives them all as one set of bits (a lane).  The sets of eight draws are
 * added as bit-sliced numbers: plane k of a row holds bit k of the counts of its 512 cells, and
 * a carry-save tree adds eight sets with seven full adders (Harley-Seal; Warren 2013, Hacker's
 * Delight, 2nd ed., section 5-1).  What eight draws carry out waits at its plane until another
 * carry comes, and both go up together, so that high planes are seldom touched: they would not
 * fit a near cache. */
#include "tally.h"

#include "arena.h"
#include "processor.h"

#include <stdlib.h>
#include <string.h>

enum {
    EIGHT = 8,      /* draws that are added together */
    LOW_PLANES = 3, /* of them: 2^3 = EIGHT */
    /* Planes at which a carry may wait; from there on it goes up at once.  More: high planes are
     * visited less often; fewer: less memory. */
    WAITING = 2,
    /* Then the counters are full, after 8191 draws.  More: they are taken in less often; fewer:
     * less memory. */
    MAX_PLANES = 13,
    MAX_GROUP = 64,
    /* Bytes for the ladders of the draws that wait to be counted.  Larger: rows are visited less
     * often; smaller: ladders stay in the second cache level. */
    LADDER_ROOM = 1 << 19,
    /* Ranks between one draw's and the next's: at a power of two they would share a place in the
     * first cache level. */
    RANK_SPACE = 96,
};

/* Of a draw, to a judge: above[rank[row]] are the columns that suit it. */
struct answer {
    const lane *above;
    const uint16_t *rank;
};

/* A row has, for each party and for all, its planes and then the carries that wait at the WAITING
 * planes from LOW_PLANES on. */
struct tally {
    size_t n_party, n_judge, n_row, n_column, n_plane, n_lane;
    size_t party_of[TALLY_JUDGES];
    size_t group;          /* draws that are counted in one visit to the rows: eights of them */
    size_t waiting;        /* draws in the group that is being filled */
    uint64_t n_eight;      /* eights of draws counted so far */
    size_t n_rank;         /* room for a row's ranks, and some more */
    struct ladder *ladder; /* [n_judge * group] */
    uint16_t *rank;        /* [n_judge * group * n_rank] */
    struct answer *answer; /* [n_judge * group] */
    double *needed;        /* [n_row] what a column must add for a judge to be suited */
    lane *plane;           /* [n_row * (n_party + 1) * n_lane] */
    uint64_t *suits_all[MAX_GROUP];
};

static size_t planes_for(uint64_t max_draw)
{
    size_t n = LOW_PLANES + WAITING;
    while (n < MAX_PLANES && max_draw >> n)
        n++;
    return n;
}

static size_t group_for(size_t n_judge, size_t n_column)
{
    size_t eights = LADDER_ROOM / (EIGHT * n_judge * (n_column + 1) * sizeof(lane));
    return EIGHT * (eights < 1 ? 1 : eights > MAX_GROUP / EIGHT ? MAX_GROUP / EIGHT : eights);
}

double tally_bytes(size_t n_party, size_t n_judge, double n_row, size_t n_column, uint64_t max_draw)
{
    const double waiting = (double)(group_for(n_judge, n_column) * n_judge);
    double per_row = (double)((n_party + 1) * (planes_for(max_draw) + WAITING)) * sizeof(lane) +
                     waiting * sizeof(uint16_t);
    return n_row * per_row + waiting * sizeof(struct ladder);
}

static void *aligned(size_t n, size_t size, struct error *err)
{
    size_t bytes = (n * size + sizeof(lane) - 1) / sizeof(lane) * sizeof(lane);
    void *given = aligned_alloc(sizeof(lane), bytes);

    if (!given) {
        error_set(err, ERR_MEMORY, "not enough memory for %zu counters", n);
        return NULL;
    }
    return memset(given, 0, bytes);
}

enum error_code tally_open(struct tally **opened, size_t n_party, size_t n_judge,
                           const size_t party_of[], size_t n_row, size_t n_column,
                           uint64_t max_draw, struct error *err)
{
    struct tally *t = memory_alloc(1, sizeof *t, err);

    *opened = t;
    if (!t)
        return err->code;
    *t = (struct tally){ .n_party = n_party,
                         .n_judge = n_judge,
                         .n_row = n_row,
                         .n_column = n_column,
                         .n_plane = planes_for(max_draw),
                         .n_lane = planes_for(max_draw) + WAITING,
                         .n_rank = n_row + RANK_SPACE,
                         .group = group_for(n_judge, n_column) };
    memcpy(t->party_of, party_of, n_judge * sizeof *party_of);
    t->ladder = aligned(t->group * n_judge, sizeof *t->ladder, err);
    t->rank = memory_alloc(t->group * n_judge * t->n_rank, sizeof *t->rank, err);
    t->needed = memory_alloc(n_row, sizeof *t->needed, err);
    t->answer = memory_alloc(t->group * n_judge, sizeof *t->answer, err);
    t->plane = aligned(n_row * (n_party + 1) * t->n_lane, sizeof *t->plane, err);
    if (!t->ladder || !t->rank || !t->answer || !t->needed || !t->plane) {
        tally_close(t);
        *opened = NULL;
        return err->code;
    }
    for (size_t at = 0; at < t->group * n_judge; at++)
        t->answer[at] = (struct answer){ t->ladder[at].above, t->rank + at * t->n_rank };
    return OK;
}

void tally_close(struct tally *t)
{
    if (!t)
        return;
    free(t->ladder);
    free(t->rank);
    free(t->answer);
    free(t->needed);
    free(t->plane);
    free(t);
}

/* A full adder on 512 numbers at once: sum becomes the low bit of sum + a + b; the carry is
 * returned. */
static inline lane add_bits(lane *sum, lane a, lane b)
{
    lane half = a ^ b, carry = (a & b) | (half & *sum);
    *sum ^= half;
    return carry;
}

/* Adds a set to the counts of plane[n] and above. */
static inline void go_up(size_t n, lane plane[], lane carry)
{
    for (size_t k = 0; k < n; k++) {
        lane both = plane[k] & carry;
        plane[k] ^= carry;
        carry = both;
    }
}

/* Adds eight sets to the counts in plane[n]; `before` is how many eights they have so far: where it
 * has a bit, a carry waits. */
INLINE void add_eight(size_t n, lane plane[], lane waiting[], const lane set[static EIGHT],
                      uint64_t before)
{
    lane two[4], four[2], carry;
    size_t k = 0;

    for (int i = 0; i < 4; i++)
        two[i] = add_bits(&plane[0], set[2 * i], set[2 * i + 1]);
    for (int i = 0; i < 2; i++)
        four[i] = add_bits(&plane[1], two[2 * i], two[2 * i + 1]);
    carry = add_bits(&plane[2], four[0], four[1]);
    for (; k < WAITING && before >> k & 1; k++)
        carry = add_bits(&plane[LOW_PLANES + k], waiting[k], carry);
    if (k < WAITING)
        waiting[k] = carry;
    else
        go_up(n - LOW_PLANES - WAITING, plane + LOW_PLANES + WAITING, carry);
}

static inline uint64_t members(const lane *set)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof(lane) / sizeof(uint64_t); i++)
        sum += (uint64_t)__builtin_popcountll((*set)[i]);
    return sum;
}

/* one[EIGHT]: the sets of columns that suit a judge in a row, for eight draws from `first`. */
INLINE void read_sets(const struct tally *t, size_t judge, size_t row, size_t first, lane one[])
{
    const struct answer *answer = t->answer + judge * t->group + first;

    for (size_t g = 0; g < EIGHT; g++)
        one[g] = answer[g].above[answer[g].rank[row]];
}

/* Leaves in one[] what also suits the other judges of party p. */
INLINE void meet_judges(const struct tally *t, size_t p, size_t row, size_t first, lane one[])
{
    for (size_t j = t->n_party; j < t->n_judge; j++) {
        lane other[EIGHT];
        if (t->party_of[j] != p)
            continue;
        read_sets(t, j, row, first, other);
        for (size_t g = 0; g < EIGHT; g++)
            one[g] &= other[g];
    }
}

/* Adds eight draws, from the group's `first`, to the counts of a row. */
INLINE void count_row(struct tally *t, size_t row, size_t first, uint64_t before)
{
    const size_t n_party = t->n_party;
    lane *plane = t->plane + row * (n_party + 1) * t->n_lane;
    lane all[EIGHT], one[EIGHT];

    memset(all, 0xff, sizeof all);
    for (size_t p = 0; p < n_party; p++, plane += t->n_lane) {
        read_sets(t, p, row, first, one);
        meet_judges(t, p, row, first, one);
        for (size_t g = 0; g < EIGHT; g++)
            all[g] &= one[g];
        add_eight(t->n_plane, plane, plane + t->n_plane, one, before);
    }
    add_eight(t->n_plane, plane, plane + t->n_plane, all, before);
    for (size_t g = 0; g < EIGHT; g++)
        if (t->suits_all[first + g])
            *t->suits_all[first + g] += members(&all[g]);
}

FOR_EACH_PROCESSOR
static void count_group(struct tally *t)
{
    for (size_t row = 0; row < t->n_row; row++)
        for (size_t first = 0; first < t->waiting; first += EIGHT)
            count_row(t, row, first, t->n_eight + first / EIGHT);
}

static void flush_group(struct tally *t)
{
    count_group(t);
    t->n_eight += (t->waiting + EIGHT - 1) / EIGHT;
    memset(t->suits_all, 0, sizeof t->suits_all);
    t->waiting = 0;
}

void tally_add(struct tally *t, const double row[], const double column[], const double threshold[],
               uint64_t *suits_all)
{
    for (size_t j = 0; j < t->n_judge; j++) {
        const size_t at = j * t->group + t->waiting;
        struct ladder *ladder = &t->ladder[at];
        uint16_t *rank = t->rank + at * t->n_rank;
        ladder_build(ladder, t->n_column, column + j * t->n_column);
        for (size_t i = 0; i < t->n_row; i++)
            t->needed[i] = threshold[j] - row[j * t->n_row + i];
        ladder_ranks(ladder, t->n_row, t->needed, rank);
    }
    t->suits_all[t->waiting++] = suits_all;
    if (t->waiting == t->group)
        flush_group(t);
}

uint64_t tally_room(const struct tally *t)
{
    return (UINT64_C(1) << t->n_plane) - 1 - EIGHT * t->n_eight - t->waiting;
}

/* Empty places among eight draws get the rank at which no column is left. */
void tally_finish(struct tally *t)
{
    const size_t full = (t->waiting + EIGHT - 1) / EIGHT * EIGHT;

    for (size_t j = 0; j < t->n_judge; j++)
        for (size_t at = j * t->group + t->waiting; at < j * t->group + full; at++) {
            memset(&t->ladder[at].above[0], 0, sizeof(lane));
            memset(t->rank + at * t->n_rank, 0, t->n_row * sizeof *t->rank);
        }
    flush_group(t);
    for (size_t i = 0; i < t->n_row * (t->n_party + 1); i++) {
        lane *plane = t->plane + i * t->n_lane, *waiting = plane + t->n_plane;
        for (size_t k = 0; k < WAITING; k++)
            if (t->n_eight >> k & 1)
                go_up(t->n_plane - LOW_PLANES - k, plane + LOW_PLANES + k, waiting[k]);
    }
}

void tally_clear(struct tally *t)
{
    memset(t->plane, 0, t->n_row * (t->n_party + 1) * t->n_lane * sizeof *t->plane);
    t->n_eight = 0;
}

/* Bits of 32 columns become numbers, all at once. */
FOR_EACH_PROCESSOR
static void unpack(size_t n_plane, const lane plane[], size_t first, size_t n, uint32_t count[])
{
    enum { TOGETHER = 32 };
    uint32_t sum[TOGETHER] = { 0 };

    for (size_t k = 0; k < n_plane; k++) {
        const uint32_t bits = (uint32_t)(plane[k][first / 64] >> first % 64);
        for (uint32_t i = 0; i < TOGETHER; i++)
            sum[i] += (bits >> i & 1) << k;
    }
    for (size_t i = 0; i < n; i++)
        count[i] += sum[i];
}

void tally_counts(const struct tally *t, size_t who, uint32_t count[])
{
    for (size_t row = 0; row < t->n_row; row++, count += t->n_column) {
        const lane *plane = t->plane + (row * (t->n_party + 1) + who) * t->n_lane;
        for (size_t first = 0; first < t->n_column; first += 32) {
            size_t left = t->n_column - first;
            unpack(t->n_plane, plane, first, left < 32 ? left : 32, count + first);
        }
    }
}
