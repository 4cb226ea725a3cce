/* tally.c - in how many draws the cells of a box suit those who are asked
 *
 * For a row, the columns that suit a veto player are those whose sum reaches threshold - row: one
 * look-up in the rank sets gives them all as one bitset.  The circuit makes of these sets those
 * that are counted, sixteen draws at a time, and the sets of sixteen draws are added as bit-sliced
 * numbers: plane k of a row holds bit k of the counts of its 512 cells, and a carry-save tree adds
 * sixteen sets with fifteen full adders (Harley-Seal; Warren 2013, Hacker's Delight, 2nd ed.,
 * section 5-1).  What sixteen draws carry out waits at its plane until another carry comes, and
 * both go up together, so that high planes are seldom touched: they would not fit a near cache. The
 * low planes of all rows stand together, then each high plane of all rows: what is visited together
 * lies together. */
#include "tally.h"

#include "arena.h"
#include "interrupt.h"
#include "processor.h"

#include <stdlib.h>
#include <string.h>

enum {
    GROUP = 16,     /* draws that are counted in one visit to the rows */
    LOW_PLANES = 4, /* of them: 2^4 = GROUP */
    EIGHT = GROUP / 2,
    /* Planes at which a carry may wait; from there on it goes up at once.  More: high planes are
     * visited less often; fewer: less memory. */
    WAITING = 2,
    /* Then the counters are full, after 4095 draws.  More: they are taken in less often; fewer:
     * less memory. */
    MAX_PLANES = 12,
    /* Ranks between one draw's and the next's: at a power of two they would share a place in the
     * first cache level. */
    RANK_SPACE = 96,
};

/* Of one draw and veto player: the columns that suit it in a row are of[rank of the row]. */
struct sets {
    bitset of[RANK_SETS_MAX + 1];
};

/* A cell holds one counter of a row: cell counter + row * n_counter. */
struct tally {
    const struct circuit *circuit; /* borrowed */
    size_t n_veto, n_row, n_column, n_plane, n_cell;
    size_t waiting;             /* draws in the group that is being filled */
    uint64_t n_group;           /* counted so far */
    size_t n_rank;              /* room for a row's ranks, and some more */
    struct rank_sets rank_sets; /* of one draw and veto player, while its ranks are looked up */
    struct sets *above;         /* [n_veto * GROUP] */
    uint16_t *rank;             /* [n_veto * GROUP * n_rank] */
    double *needed;             /* [n_row] what a column must add for a veto player to be suited */
    bitset *low;                /* [n_cell * LOW_PLANES], and behind it all high planes: */
    bitset *high[MAX_PLANES];   /* [n_cell * 2] plane and carry that waits, for WAITING planes from
                                 LOW_PLANES on; [n_cell] for the rest */
    uint64_t *passing[GROUP];
    bitset (*place)[GROUP];                      /* [n_place of the circuit] */
    void *above_block, *low_block, *place_block; /* what is to be freed of above, low and place */
};

/* Fewer draws than a group has carry nothing out: they need no high planes. */
static size_t planes_for(uint64_t max_draw)
{
    if (max_draw < GROUP)
        return LOW_PLANES;
    size_t n = LOW_PLANES + WAITING;
    while (n < MAX_PLANES && max_draw >> n)
        n++;
    return n;
}

/* Bitsets of a cell. */
static size_t planes_of_cell(size_t n_plane)
{
    return n_plane > LOW_PLANES ? n_plane + WAITING : n_plane;
}

double tally_bytes(size_t n_counter, size_t n_veto, double n_row, uint64_t max_draw)
{
    const double waiting = (double)(GROUP * n_veto);
    double per_row = (double)(n_counter * planes_of_cell(planes_for(max_draw))) * sizeof(bitset) +
                     waiting * sizeof(uint16_t);

    return n_row * per_row + waiting * sizeof(struct sets);
}

/* Room for n bitsets, all zero and aligned; *block is what to free.  Many of them come from the
 * system as zeros, and cost their time where they are first used, by each thread for itself. */
static void *bitsets(size_t n, void **block, struct error *err)
{
    char *given = *block = memory_alloc(n + 1, sizeof(bitset), err);

    return given ? given + (-(uintptr_t)given % sizeof(bitset)) : NULL;
}

enum error_code tally_open(struct tally **opened, const struct circuit *circuit, size_t n_veto,
                           size_t n_row, size_t n_column, uint64_t max_draw, struct error *err)
{
    struct tally *t = memory_alloc(1, sizeof *t, err);

    *opened = t;
    if (!t)
        return err->code;
    *t = (struct tally){ .circuit = circuit,
                         .n_veto = n_veto,
                         .n_row = n_row,
                         .n_column = n_column,
                         .n_cell = n_row * circuit->n_counter,
                         .n_plane = planes_for(max_draw),
                         .n_rank = n_row + RANK_SPACE };
    t->above = bitsets(GROUP * n_veto * (sizeof *t->above / sizeof(bitset)), &t->above_block, err);
    t->rank = memory_alloc(GROUP * n_veto * t->n_rank, sizeof *t->rank, err);
    t->needed = memory_alloc(n_row, sizeof *t->needed, err);
    t->low = bitsets(t->n_cell * planes_of_cell(t->n_plane), &t->low_block, err);
    t->place = bitsets(GROUP * circuit->n_place, &t->place_block, err);
    if (!t->above || !t->rank || !t->needed || !t->low || !t->place) {
        tally_close(t);
        *opened = NULL;
        return err->code;
    }
    t->high[LOW_PLANES] = t->low + t->n_cell * LOW_PLANES;
    for (size_t k = LOW_PLANES + 1; k < t->n_plane; k++)
        t->high[k] = t->high[k - 1] + t->n_cell * (k <= LOW_PLANES + WAITING ? 2 : 1);
    return OK;
}

void tally_close(struct tally *t)
{
    if (!t)
        return;
    free(t->above_block);
    free(t->low_block);
    free(t->place_block);
    free(t->rank);
    free(t->needed);
    free(t);
}

/* A full adder on 512 numbers at once: sum becomes the low bit of sum + a + b; the carry is
 * returned.  Where a and b are equal it is theirs, else the sum's. */
INLINE bitset add_bits(bitset *sum, bitset a, bitset b)
{
    bitset half = a ^ b, carry = (half & *sum) | (a & ~half);
    *sum ^= half;
    return carry;
}

/* The plane k of a cell, k from LOW_PLANES on. */
INLINE bitset *high_plane(const struct tally *t, size_t k, size_t cell)
{
    return t->high[k] + (k < LOW_PLANES + WAITING ? 2 * cell : cell);
}

/* Adds a set to the counts of plane k and above. */
INLINE void go_up(const struct tally *t, size_t cell, size_t k, bitset carry)
{
    for (; k < t->n_plane; k++) {
        bitset *plane = high_plane(t, k, cell), both = *plane & carry;
        *plane ^= carry;
        carry = both;
    }
}

/* Adds what a group of draws carries out; `before` is how many groups there were: where it has a
 * bit, a carry waits. */
INLINE void carry_out(const struct tally *t, size_t cell, bitset carry, uint64_t before)
{
    size_t k = 0;

    for (; k < WAITING && before >> k & 1; k++) {
        bitset *plane = high_plane(t, LOW_PLANES + k, cell);
        carry = add_bits(&plane[0], plane[1], carry);
    }
    if (k < WAITING)
        high_plane(t, LOW_PLANES + k, cell)[1] = carry;
    else
        go_up(t, cell, LOW_PLANES + WAITING, carry);
}

/* Adds eight sets to three planes, and returns what they carry out. */
INLINE bitset add_eight(bitset plane[static 3], const bitset set[static EIGHT])
{
    bitset two[EIGHT / 2], four[EIGHT / 4];

    for (int i = 0; i < EIGHT / 2; i++)
        two[i] = add_bits(&plane[0], set[2 * i], set[2 * i + 1]);
    for (int i = 0; i < EIGHT / 4; i++)
        four[i] = add_bits(&plane[1], two[2 * i], two[2 * i + 1]);
    return add_bits(&plane[2], four[0], four[1]);
}

/* Adds the sets of a group to the counts of a cell.  The low planes are copied, so that they stay
 * in registers. */
INLINE void add_group(const struct tally *t, size_t cell, const bitset set[static GROUP],
                      uint64_t before)
{
    bitset plane[LOW_PLANES], carry[2];

    memcpy(plane, t->low + cell * LOW_PLANES, sizeof plane);
    for (int i = 0; i < 2; i++)
        carry[i] = add_eight(plane, set + i * EIGHT);
    bitset out = add_bits(&plane[3], carry[0], carry[1]);
    memcpy(t->low + cell * LOW_PLANES, plane, sizeof plane);
    if (t->n_plane > LOW_PLANES)
        carry_out(t, cell, out, before);
}

static inline uint64_t members(const bitset *set)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof(bitset) / sizeof(uint64_t); i++)
        sum += (uint64_t)__builtin_popcountll((*set)[i]);
    return sum;
}

/* one[GROUP]: the sets of columns that suit a veto player in a row. */
INLINE void read_sets(const struct tally *t, size_t veto_player, size_t row,
                      bitset one[static GROUP])
{
    const struct sets *above = t->above + veto_player * GROUP;
    const uint16_t *rank = t->rank + veto_player * GROUP * t->n_rank + row;

    for (size_t g = 0; g < GROUP; g++)
        one[g] = above[g].of[rank[g * t->n_rank]];
}

/* Full and half adders of sixteen sets. */
INLINE void add_three(bitset sum[static GROUP], bitset carry[static GROUP],
                      const bitset a[static GROUP], const bitset b[static GROUP],
                      const bitset c[static GROUP])
{
    for (size_t g = 0; g < GROUP; g++) {
        bitset low = c[g], high = add_bits(&low, a[g], b[g]);
        sum[g] = low;
        carry[g] = high;
    }
}

INLINE void add_two(bitset sum[static GROUP], bitset carry[static GROUP],
                    const bitset a[static GROUP], const bitset b[static GROUP])
{
    for (size_t g = 0; g < GROUP; g++) {
        bitset low = a[g] ^ b[g], high = a[g] & b[g];
        sum[g] = low;
        carry[g] = high;
    }
}

/* Takes one step of the circuit in a row; `cell` is that of the next counter. */
INLINE void take_step(const struct tally *t, const struct circuit_step *step, size_t row,
                      size_t cell)
{
    bitset(*at)[GROUP] = t->place;

    switch (step->act) {
    case CIRCUIT_READ:
        read_sets(t, step->a, row, at[step->to]);
        break;
    case CIRCUIT_AND:
        for (size_t g = 0; g < GROUP; g++)
            at[step->to][g] = at[step->a][g] & at[step->b][g];
        break;
    case CIRCUIT_OR:
        for (size_t g = 0; g < GROUP; g++)
            at[step->to][g] = at[step->a][g] | at[step->b][g];
        break;
    case CIRCUIT_HALF:
        add_two(at[step->to], at[step->carry], at[step->a], at[step->b]);
        break;
    case CIRCUIT_FULL:
        add_three(at[step->to], at[step->carry], at[step->a], at[step->b], at[step->c]);
        break;
    case CIRCUIT_COUNT:
        add_group(t, cell, at[step->a], t->n_group);
        break;
    }
}

/* Adds the group to the counts of a row.  The last step counts what passes. */
INLINE void count_row(const struct tally *t, size_t row)
{
    const struct circuit_step *step = t->circuit->step;
    size_t cell = row * t->circuit->n_counter;

    for (size_t i = 0; i < t->circuit->n_step; i++) {
        take_step(t, &step[i], row, cell);
        cell += step[i].act == CIRCUIT_COUNT;
    }
    for (size_t g = 0; g < GROUP; g++)
        if (t->passing[g])
            *t->passing[g] += members(&t->place[step[t->circuit->n_step - 1].a][g]);
}

FOR_EACH_PROCESSOR
static void count_rows(const struct tally *t)
{
    for (size_t row = 0; row < t->n_row && !interrupt_signal; row++)
        count_row(t, row);
}

static void count_group(struct tally *t)
{
    count_rows(t);
    t->n_group++;
    memset(t->passing, 0, sizeof t->passing);
    t->waiting = 0;
}

void tally_add(struct tally *t, const double row[], const double column[], const double threshold[],
               uint64_t *passing)
{
    for (size_t j = 0; j < t->n_veto; j++) {
        const size_t at = j * GROUP + t->waiting;
        rank_sets_build(&t->rank_sets, t->n_column, column + j * t->n_column, t->above[at].of);
        for (size_t i = 0; i < t->n_row; i++)
            t->needed[i] = threshold[j] - row[j * t->n_row + i];
        rank_sets_ranks(&t->rank_sets, t->n_row, t->needed, t->rank + at * t->n_rank);
    }
    t->passing[t->waiting++] = passing;
    if (t->waiting == GROUP)
        count_group(t);
}

uint64_t tally_room(const struct tally *t)
{
    return (UINT64_C(1) << t->n_plane) - 1 - GROUP * t->n_group - t->waiting;
}

/* Empty places in a group get the rank at which no column is left. */
void tally_finish(struct tally *t)
{
    for (size_t j = 0; j < t->n_veto && t->waiting > 0; j++)
        for (size_t at = j * GROUP + t->waiting; at < (j + 1) * GROUP; at++) {
            memset(&t->above[at].of[0], 0, sizeof(bitset));
            memset(t->rank + at * t->n_rank, 0, t->n_row * sizeof *t->rank);
        }
    if (t->waiting > 0)
        count_group(t);
    for (size_t cell = 0; t->n_plane > LOW_PLANES && cell < t->n_cell; cell++)
        for (size_t k = 0; k < WAITING; k++)
            if (t->n_group >> k & 1)
                go_up(t, cell, LOW_PLANES + k, high_plane(t, LOW_PLANES + k, cell)[1]);
}

void tally_clear(struct tally *t)
{
    memset(t->low, 0, t->n_cell * planes_of_cell(t->n_plane) * sizeof *t->low);
    t->n_group = 0;
}

/* Bits of 32 columns become numbers, all at once. */
FOR_EACH_PROCESSOR
static void unpack(size_t n_plane, const bitset plane[], size_t first, size_t n, uint32_t count[])
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

void tally_counts(const struct tally *t, size_t counter, uint32_t count[])
{
    bitset plane[MAX_PLANES];

    for (size_t row = 0; row < t->n_row && !interrupt_signal; row++, count += t->n_column) {
        const size_t cell = row * t->circuit->n_counter + counter;
        memcpy(plane, t->low + cell * LOW_PLANES, LOW_PLANES * sizeof *plane);
        for (size_t k = LOW_PLANES; k < t->n_plane; k++)
            plane[k] = *high_plane(t, k, cell);
        for (size_t first = 0; first < t->n_column; first += 32) {
            size_t left = t->n_column - first;
            unpack(t->n_plane, plane, first, left < 32 ? left : 32, count + first);
        }
    }
}
