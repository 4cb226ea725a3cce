/* test_tally.c - the counting kernel against a plain loop */
#include "grid.h"
#include "rng.h"
#include "rule.h"
#include "tally.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

Test(grid, index_and_levels_are_inverse_and_the_last_varies_fastest)
{
    const size_t size[] = { 3, 1, 4, 2 };
    size_t level[4] = { 0 }, walked[4] = { 0 };
    struct grid g;
    cr_assert(grid_init(&g, 4, size));
    cr_assert_eq(g.total, 24u);
    for (uint64_t i = 0; i < g.total; i++, grid_next(&g, walked)) {
        grid_levels(&g, i, level);
        cr_assert_eq(grid_index(&g, level), i);
        cr_assert_arr_eq(level, walked, sizeof level);
    }
    cr_assert(level[3] == 1 && walked[0] == 0);
}

Test(grid, refuses_what_cannot_be_numbered)
{
    size_t size[32];
    struct grid g;
    for (int k = 0; k < 32; k++)
        size[k] = 200;
    cr_assert_not(grid_init(&g, 32, size));
    size[1] = 0;
    cr_assert_not(grid_init(&g, 2, size));
}

/* Sums that tie, that are vetoed, that are all one value: ranks are exact. */
Test(rank_sets, rank_counts_what_is_below)
{
    static struct rank_sets l;
    static bitset above[RANK_SETS_MAX + 1];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < 300; trial++) {
        double sum[RANK_SETS_MAX];
        rng_open(r, STREAM_TESTS, trial);
        size_t n = 1 + gsl_rng_uniform_int(r, RANK_SETS_MAX);
        double grain = trial % 3 == 0 ? 4 : 1e9; /* every third trial is full of ties */
        for (size_t i = 0; i < n; i++)
            sum[i] = trial % 7 == 0 ? 0.25 : floor(grain * gsl_rng_uniform(r)) / grain;
        for (size_t i = 0; i < n; i++)
            sum[i] = trial % 5 == 0 && i % 3 == 0 ? -INFINITY : sum[i];
        rank_sets_build(&l, n, sum, above);
        for (int k = 0; k < 40; k++) {
            double at = k == 0 ? INFINITY : k == 1 ? sum[n / 2] : 1.4 * gsl_rng_uniform(r) - 0.2;
            if (at == -INFINITY)
                continue;
            uint16_t rank;
            size_t below = 0;
            rank_sets_ranks(&l, 1, &at, &rank);
            for (size_t i = 0; i < n; i++) {
                bool reaches = above[rank][i / 64] >> i % 64 & 1;
                below += sum[i] < at;
                cr_assert_eq(reaches, sum[i] >= at, "trial %lu", (unsigned long)trial);
            }
            cr_assert_eq(rank, below, "trial %lu", (unsigned long)trial);
        }
    }
    gsl_rng_free(r);
}

/* Each party accepts what suits its veto players; then all of them, and a random rule. */
struct parties {
    size_t n_party, n_veto, party_of[8];
    struct threshold threshold;
};

static void draw_parties(gsl_rng *r, struct parties *a)
{
    size_t seats = 0;

    *a = (struct parties){ .n_party = 1 + gsl_rng_uniform_int(r, 4) };
    a->n_veto = a->n_party + gsl_rng_uniform_int(r, 4);
    for (size_t j = 0; j < a->n_veto; j++)
        a->party_of[j] = j < a->n_party ? j : gsl_rng_uniform_int(r, a->n_party);
    for (size_t p = 0; p < a->n_party; p++) {
        a->threshold.seats[p] = (uint32_t)(1 + gsl_rng_uniform_int(r, p % 2 ? 1 : 9));
        seats += a->threshold.seats[p];
        if (gsl_rng_uniform_int(r, 4) == 0)
            a->threshold.vetoes |= UINT64_C(1) << p;
    }
    a->threshold.quota = 1 + (uint32_t)gsl_rng_uniform_int(r, seats);
}

static void wire(struct circuit *c, const struct parties *a)
{
    size_t accepts[8], all = 0;
    struct error err = { .code = OK };

    *c = (struct circuit){ .n_step = 0 };
    for (size_t p = 0; p < a->n_party; p++) {
        accepts[p] = circuit_read(c, p);
        for (size_t j = a->n_party; j < a->n_veto; j++)
            if (a->party_of[j] == p)
                accepts[p] = circuit_both(c, accepts[p], circuit_read(c, j));
        circuit_count(c, accepts[p]);
        all = p == 0 ? accepts[p] : circuit_both(c, all, accepts[p]);
    }
    circuit_count(c, all);
    size_t passes =
        circuit_threshold(c, a->n_party, accepts, a->threshold.seats, a->threshold.quota);
    for (size_t p = 0; p < a->n_party; p++)
        if (a->threshold.vetoes >> p & 1)
            passes = circuit_both(c, passes, accepts[p]);
    circuit_count(c, passes);
    cr_assert_eq(circuit_finish(c, &err), OK);
}

/* Over random boxes, 1 to 40 draws, or so many that high planes are reached, and 0 to 3 veto
 * players beside the parties: the counts of each party, of all and of a rule, and the number of
 * cells that pass, equal those of a loop over cells. */
Test(tally, counts_what_a_plain_loop_counts, .timeout = 120)
{
    enum { MANY = 1500 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < 60; trial++) {
        struct parties a;
        rng_open(r, STREAM_TESTS, trial);
        draw_parties(r, &a);
        size_t n_row = 1 + gsl_rng_uniform_int(r, 9), n_count = a.n_party + 2;
        size_t n_column = 1 + gsl_rng_uniform_int(r, trial % 2 ? TALLY_COLUMNS : 70);
        size_t most = trial % 10 == 9 ? MANY : 40;
        size_t n_draw = 1 + gsl_rng_uniform_int(r, most), n_cell = n_row * n_column;
        double threshold[8];
        uint32_t *want = calloc(n_count * n_cell, sizeof *want);
        uint32_t *got = calloc(n_count * n_cell, sizeof *got);
        double *row = calloc(a.n_veto * n_row, sizeof *row);
        double *column = calloc(a.n_veto * n_column, sizeof *column);
        uint64_t zone[MANY] = { 0 }, want_zone[MANY] = { 0 };
        struct error err = { .code = OK };
        struct circuit circuit;
        struct tally *t;
        for (size_t j = 0; j < a.n_veto; j++)
            threshold[j] = j % 2 ? 0.1 * gsl_rng_uniform(r) : -1e-9;
        wire(&circuit, &a);
        cr_assert_eq(tally_open(&t, &circuit, a.n_veto, n_row, n_column, n_draw, &err), OK);
        for (size_t d = 0; d < n_draw; d++) {
            for (size_t i = 0; i < a.n_veto * n_row; i++)
                row[i] = gsl_rng_uniform_int(r, 11) == 0 ? -INFINITY : gsl_rng_uniform(r) - 0.7;
            for (size_t i = 0; i < a.n_veto * n_column; i++)
                column[i] = gsl_rng_uniform_int(r, 13) == 0 ? -INFINITY : gsl_rng_uniform(r);
            tally_add(t, row, column, threshold, &zone[d]);
            for (size_t i = 0; i < n_cell; i++) {
                uint64_t yes = rule_everyone(a.n_party);
                for (size_t j = 0; j < a.n_veto; j++)
                    if (row[j * n_row + i / n_column] + column[j * n_column + i % n_column] <
                        threshold[j])
                        yes &= ~(UINT64_C(1) << a.party_of[j]);
                for (size_t p = 0; p < a.n_party; p++)
                    want[p * n_cell + i] += yes >> p & 1 ? 1 : 0;
                want[a.n_party * n_cell + i] += yes == rule_everyone(a.n_party);
                want[(a.n_party + 1) * n_cell + i] += threshold_passes(&a.threshold, yes);
                want_zone[d] += threshold_passes(&a.threshold, yes);
            }
        }
        tally_finish(t);
        for (size_t who = 0; who < n_count; who++)
            tally_counts(t, who, got + who * n_cell);
        cr_assert_arr_eq(got, want, n_count * n_cell * sizeof *got, "trial %lu",
                         (unsigned long)trial);
        cr_assert_arr_eq(zone, want_zone, sizeof zone);
        tally_clear(t);
        memset(got, 0, n_count * n_cell * sizeof *got);
        tally_finish(t);
        for (size_t who = 0; who < n_count; who++)
            tally_counts(t, who, got);
        for (size_t i = 0; i < n_cell; i++)
            cr_assert_eq(got[i], 0u, "trial %lu", (unsigned long)trial);
        tally_close(t);
        circuit_release(&circuit);
        free(want), free(got), free(row), free(column);
    }
    gsl_rng_free(r);
}
