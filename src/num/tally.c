/* tally.c - in how many draws the cells of a box suit each party, and all of them
 *
 * For a row, the columns that suit a party are those whose sum reaches threshold - row: one
 * look-up in a ladder gives them all as one set of bits (a lane).  The sets of eight draws are
 * added as bit-sliced numbers: plane k of a row holds bit k of the counts of its 512 cells, and
 * a carry-save tree adds eight sets with seven full adders (Harley-Seal; Warren 2013, Hacker's
 * Delight, 2nd ed., section 5-1). */
#include "tally.h"

#include "arena.h"
#include "processor.h"

#include <stdlib.h>
#include <string.h>

enum {
    GROUP = 8,      /* draws that are added together */
    LOW_PLANES = 3, /* of them: 2^3 = GROUP */
};

struct tally {
    size_t n_party, n_judge, n_row, n_column, n_plane;
    size_t party_of[TALLY_JUDGES];
    uint64_t n_group;      /* groups counted so far */
    size_t waiting;        /* draws in the group that is being filled */
    struct ladder *ladder; /* [GROUP * n_judge] */
    uint16_t *rank;        /* [GROUP * n_judge * n_row] */
    lane *plane;           /* [n_row * (n_party + 1) * n_plane] */
    uint64_t *suits_all[GROUP];
};

static size_t planes_for(uint64_t max_draw)
{
    size_t n = LOW_PLANES;
    while (max_draw >> n)
        n++;
    return n + 1;
}

double tally_bytes(size_t n_party, size_t n_judge, double n_row, uint64_t max_draw)
{
    double per_row = (double)((n_party + 1) * planes_for(max_draw)) * sizeof(lane) +
                     (double)(GROUP * n_judge) * sizeof(uint16_t);
    return n_row * per_row + (double)(GROUP * n_judge) * sizeof(struct ladder);
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
                         .n_plane = planes_for(max_draw) };
    memcpy(t->party_of, party_of, n_judge * sizeof *party_of);
    t->ladder = aligned(GROUP * n_judge, sizeof *t->ladder, err);
    t->rank = memory_alloc(GROUP * n_judge * n_row, sizeof *t->rank, err);
    t->plane = aligned(n_row * (n_party + 1) * t->n_plane, sizeof *t->plane, err);
    if (!t->ladder || !t->rank || !t->plane) {
        tally_close(t);
        *opened = NULL;
        return err->code;
    }
    return OK;
}

void tally_close(struct tally *t)
{
    if (!t)
        return;
    free(t->ladder);
    free(t->rank);
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

/* Adds eight sets to the counts in plane[n_plane]. */
static inline void add_eight(size_t n_plane, lane plane[], const lane set[static GROUP])
{
    lane two[4], four[2], carry;

    for (int i = 0; i < 4; i++)
        two[i] = add_bits(&plane[0], set[2 * i], set[2 * i + 1]);
    for (int i = 0; i < 2; i++)
        four[i] = add_bits(&plane[1], two[2 * i], two[2 * i + 1]);
    carry = add_bits(&plane[2], four[0], four[1]);
    for (size_t k = LOW_PLANES; k < n_plane; k++) {
        lane both = plane[k] & carry;
        plane[k] ^= carry;
        carry = both;
    }
}

static inline uint64_t members(const lane *set)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof(lane) / sizeof(uint64_t); i++)
        sum += (uint64_t)__builtin_popcountll((*set)[i]);
    return sum;
}

/* one[GROUP]: the sets of columns that suit a judge in a row, for each draw of the group. */
static inline void read_sets(const struct tally *t, size_t judge, size_t row, lane one[])
{
    for (size_t g = 0; g < GROUP; g++) {
        size_t at = g * t->n_judge + judge;
        one[g] = t->ladder[at].above[t->rank[at * t->n_row + row]];
    }
}

/* Leaves in one[] what also suits the other judges of party p. */
static inline void meet_judges(const struct tally *t, size_t p, size_t row, lane one[])
{
    for (size_t j = t->n_party; j < t->n_judge; j++) {
        lane other[GROUP];
        if (t->party_of[j] != p)
            continue;
        read_sets(t, j, row, other);
        for (size_t g = 0; g < GROUP; g++)
            one[g] &= other[g];
    }
}

/* Adds the group's sets to the planes of every row.  `used` planes can be other than zero. */
FOR_EACH_PROCESSOR
static void count_group(struct tally *t, size_t used)
{
    const size_t n_party = t->n_party, n_row = t->n_row;

    for (size_t row = 0; row < n_row; row++) {
        lane *plane = t->plane + row * (n_party + 1) * t->n_plane;
        lane all[GROUP], one[GROUP];
        memset(all, 0xff, sizeof all);
        for (size_t p = 0; p < n_party; p++) {
            read_sets(t, p, row, one);
            meet_judges(t, p, row, one);
            for (size_t g = 0; g < GROUP; g++)
                all[g] &= one[g];
            add_eight(used, plane + p * t->n_plane, one);
        }
        add_eight(used, plane + n_party * t->n_plane, all);
        for (size_t g = 0; g < GROUP; g++)
            if (t->suits_all[g])
                *t->suits_all[g] += members(&all[g]);
    }
}

static void flush_group(struct tally *t)
{
    size_t used = LOW_PLANES;

    t->n_group++;
    while (t->n_group >> (used - LOW_PLANES))
        used++;
    count_group(t, used < t->n_plane ? used : t->n_plane);
    memset(t->suits_all, 0, sizeof t->suits_all);
    t->waiting = 0;
}

void tally_add(struct tally *t, const double row[], const double column[], const double threshold[],
               uint64_t *suits_all)
{
    for (size_t j = 0; j < t->n_judge; j++) {
        size_t at = t->waiting * t->n_judge + j;
        struct ladder *ladder = &t->ladder[at];
        uint16_t *rank = t->rank + at * t->n_row;
        ladder_build(ladder, t->n_column, column + j * t->n_column);
        for (size_t i = 0; i < t->n_row; i++)
            rank[i] = (uint16_t)ladder_rank(ladder, threshold[j] - row[j * t->n_row + i]);
    }
    t->suits_all[t->waiting++] = suits_all;
    if (t->waiting == GROUP)
        flush_group(t);
}

/* Empty places in the group get the rank at which no column is left. */
void tally_finish(struct tally *t)
{
    if (t->waiting == 0)
        return;
    for (size_t at = t->waiting * t->n_judge; at < GROUP * t->n_judge; at++) {
        memset(&t->ladder[at].above[0], 0, sizeof(lane));
        memset(t->rank + at * t->n_row, 0, t->n_row * sizeof *t->rank);
    }
    flush_group(t);
}

void tally_counts(const struct tally *t, size_t who, uint32_t count[])
{
    for (size_t row = 0; row < t->n_row; row++) {
        const lane *plane = t->plane + (row * (t->n_party + 1) + who) * t->n_plane;
        uint32_t *out = count + row * t->n_column;
        for (size_t k = 0; k < t->n_plane; k++)
            for (size_t i = 0; i < t->n_column; i++)
                out[i] += (uint32_t)(plane[k][i / 64] >> i % 64 & 1) << k;
    }
}
