/* test_first_order.c - first-order indices of functions whose indices are known as fractions */
#include "first_order.h"
#include "names.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

enum { DRAWS = 8192, MOST = 4, SEEDS = 50 };

/* Each index is the variance of E[y | x_i] over that of y, from an integral by hand.
 * With P the product of the p_i: P^2 (1 / p_i - 1) / (P (1 - P)). */
static bool and4(const double x[])
{
    return x[0] <= 0.5 && x[1] <= 0.8 && x[2] <= 0.9 && x[3] <= 0.3;
}

/* 53/240 each. */
static bool sum3(const double x[])
{
    return x[0] + x[1] + x[2] > 1.5;
}

/* Of t, rA and rB: 1/25, 4/25, 4/25. */
static bool zopa3(const double x[])
{
    return x[1] < x[0] && x[2] < 1 - x[0];
}

static const struct {
    const char *name;
    bool (*yes)(const double x[]);
    size_t n;
    double index[MOST];
} functions[] = {
    { "and4", and4, 4, { 27.0 / 223, 27.0 / 892, 3.0 / 223, 63.0 / 223 } },
    { "sum3", sum3, 3, { 53.0 / 240, 53.0 / 240, 53.0 / 240 } },
    { "zopa3", zopa3, 3, { 1.0 / 25, 4.0 / 25, 4.0 / 25 } },
};

/* Room for a sample of draws, and its bins. */
struct sample {
    double x[MOST][DRAWS], value[DRAWS];
    uint32_t item[DRAWS];
    uint8_t bin[DRAWS], y[DRAWS];
    struct sorting sorting;
};

static void draw(struct sample *s, size_t n, bool (*yes)(const double x[]), uint64_t seed)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    gsl_rng_set(r, seed);
    for (size_t d = 0; d < DRAWS; d++) {
        double x[MOST];
        for (size_t i = 0; i < n; i++)
            s->x[i][d] = x[i] = gsl_rng_uniform_pos(r);
        s->y[d] = yes(x);
    }
    gsl_rng_free(r);
}

static struct first_order index_in(const struct sample *s, const struct number_bins *bins)
{
    size_t yes[FIRST_ORDER_BINS];

    number_bins_yes(DRAWS, s->bin, s->y, yes);
    return first_order_of(DRAWS, bins, yes);
}

static struct first_order index_of(struct sample *s, const double x[])
{
    const struct number_bins bins =
        number_bins_make(DRAWS, x, &s->sorting, s->item, s->value, s->bin);

    return index_in(s, &bins);
}

static struct sample *open_sample(void)
{
    struct error err = { .code = OK };
    struct sample *s = calloc(1, sizeof *s);

    cr_assert(s && sorting_reserve(&s->sorting, DRAWS, &err) == OK);
    return s;
}

static void close_sample(struct sample *s)
{
    sorting_release(&s->sorting);
    free(s);
}

/* Within two standard errors in 90 % of samples at least; and not so wide that it says nothing. */
Test(first_order, known_indices_lie_in_their_intervals)
{
    struct sample *s = open_sample();

    for (size_t f = 0; f < COUNT_OF(functions); f++) {
        size_t inside = 0, all = 0;
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            draw(s, functions[f].n, functions[f].yes, seed);
            for (size_t i = 0; i < functions[f].n; i++, all++) {
                const struct first_order got = index_of(s, s->x[i]);
                inside += fabs(got.index - functions[f].index[i]) <= 2 * got.se;
                cr_assert_lt(got.se, 0.02, "%s: %g", functions[f].name, got.se);
            }
        }
        cr_expect_geq((double)inside, 0.9 * (double)all, "%s: %zu of %zu", functions[f].name,
                      inside, all);
    }
    close_sample(s);
}

/* A number that nothing depends on has an index of 0: the mean of 50 samples is within three of its
 * standard errors. */
Test(first_order, an_idle_number_decides_nothing)
{
    struct sample *s = open_sample();
    double sum = 0, se = 0;

    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        draw(s, 4, sum3, seed); /* the fourth is idle */
        const struct first_order got = index_of(s, s->x[3]);
        sum += got.index / SEEDS;
        se = got.se;
    }
    cr_expect_float_eq(sum, 0, 3 * se / sqrt(SEEDS), "%g, se %g", sum, se);
    close_sample(s);
}

/* A number that decides everything has index 1; one of two values has two bins. */
Test(first_order, one_value_a_bin)
{
    struct sample *s = open_sample();

    for (size_t d = 0; d < DRAWS; d++) {
        s->x[0][d] = d % 3 == 0;
        s->y[d] = d % 3 == 0;
    }
    const struct number_bins bins =
        number_bins_make(DRAWS, s->x[0], &s->sorting, s->item, s->value, s->bin);
    cr_assert_eq(bins.n_bin, 2);
    cr_expect_eq(bins.size[1], (DRAWS + 2) / 3);
    cr_expect_float_eq(index_in(s, &bins).index, 1, 1e-15);
    for (size_t d = 0; d < DRAWS; d++)
        s->y[d] = 1;
    cr_expect(isnan(index_in(s, &bins).index), "nothing varies");
    close_sample(s);
}
