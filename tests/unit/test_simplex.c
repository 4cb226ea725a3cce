/* test_simplex.c - the map against a formula that shares nothing with it: weights uniform on the
 * simplex */
#include "map_kit.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

enum { ISSUES = 4, LEVELS = 3 };

/* All different, so that no denominator is 0. */
static const double value[ISSUES][LEVELS] = {
    { 0, 0.37, 0.91 }, { 0.08, 0.52, 1 }, { 0.13, 0.44, 0.83 }, { 0.21, 0.58, 0.67 }
};

/* The share of weights, uniform on the simplex, with which sum w_i v_i >= r: the volume on one side
 * of a hyperplane.  Source: Varsi (1973) Pacific J. Math. 46:303; Ali (1973) Pacific J. Math.
 * 48:313.
 */
static double share_above(const double v[ISSUES], double r)
{
    double share = 0;

    for (size_t i = 0; i < ISSUES; i++) {
        double part = v[i] > r ? pow(v[i] - r, ISSUES - 1) : 0;
        for (size_t j = 0; j < ISSUES; j++)
            part /= j == i ? 1 : v[i] - v[j];
        share += part;
    }
    return share;
}

static void add_judge(double r, const char *run)
{
    used = 0;
    add("scenario = { name = \"t\"; }; issues = (");
    for (size_t k = 0; k < ISSUES; k++)
        add("%s{ name = \"i%zu\"; levels = (\"a\", \"b\", \"c\"); }", k ? ", " : "", k);
    add("); parties = (");
    for (int p = 0; p < 2; p++) {
        add("%s{ name = \"p%d\"; reservation = %.17g; weights = {", p ? ", " : "", p, p ? 0 : r);
        for (size_t k = 0; k < ISSUES; k++)
            add("i%zu = { exponential = 1; };", k); /* over their sum: uniform on the simplex */
        add("}; values = {");
        for (size_t k = 0; k < ISSUES; k++)
            add("i%zu = { kind = \"levels\"; a = %.17g; b = %.17g; c = %.17g; };", k, value[k][0],
                value[k][1], value[k][2]);
        add("}; }");
    }
    add("); run = { %s };", run);
}

static double share_of(const size_t level[], double r)
{
    double v[ISSUES];

    for (size_t i = 0; i < ISSUES; i++)
        v[i] = value[i][level[i]];
    return share_above(v, r);
}

/* 243 shares at 40,000 draws: none further off than chance would have it once in ten thousand such
 * tests, and no more spread than errors of that size have. */
Test(simplex, shares_are_volumes, .timeout = 60)
{
    static const double reservation[] = { 0.3, 0.5, 0.62 };
    const double n = 40000;
    double squares = 0;
    size_t compared = 0;

    for (size_t k = 0; k < sizeof reservation / sizeof *reservation; k++) {
        struct trial t;
        add_judge(reservation[k], "");
        open_trial(&t, map_text, (uint64_t)n);
        for (uint64_t x = 0; x < t.s.grid.total; x++) {
            size_t level[MAX_ISSUE];
            grid_levels(&t.s.grid, x, level);
            const double want = share_of(level, reservation[k]),
                         got = map_accepts(&t.map, 0, level);
            if (want < 1e-3 || want > 1 - 1e-3) {
                cr_assert_float_eq(got, want, 2e-3);
                continue;
            }
            const double z = (got - want) / sqrt(want * (1 - want) / n);
            cr_assert_lt(fabs(z), 5.1, "package %zu at %g: %g, %g", (size_t)x, reservation[k], got,
                         want);
            squares += z * z;
            compared++;
        }
        close_trial(&t);
    }
    cr_assert_gt(compared, 150u);
    cr_assert_lt(squares / (double)compared, 2.5); /* packages share draws: not independent */
}

/* Sums over shares whose true values are known. */
struct errors {
    size_t n;
    double plain, squared, stated; /* variances of plain draws, squared errors, stated variances */
};

static void add_errors(struct errors *e, const struct trial *t, double reservation)
{
    size_t level[MAX_ISSUE];

    for (uint64_t x = 0; x < t->s.grid.total; x++) {
        grid_levels(&t->s.grid, x, level);
        const double want = share_of(level, reservation);
        const double got = map_accepts(&t->map, t->s.n_party, level);
        if (want < 0.01 || want > 0.99)
            continue;
        const struct surety surety = map_knows_cell(&t->map, false, layout_cell(&t->layout, level));
        e->n++;
        e->plain += want * (1 - want) / (double)t->map.draws;
        e->squared += (got - want) * (got - want);
        e->stated += pow(proportion_error_by(got, surety), 2);
    }
}

/* 8,192 Sobol' draws from each of 20 seeds: the variance is a fourth of that of plain draws at
 * most, and the errors are as large as they are said to be, within a factor of 1.5. */
Test(simplex, shares_of_sobol_draws_are_surer_and_say_so_truly, .timeout = 120)
{
    const double reservation = 0.5;
    struct errors e = { .n = 0 };
    char run[100];

    for (int seed = 1; seed <= 20; seed++) {
        struct trial t;
        snprintf(run, sizeof run, "design = \"sobol\"; seed = %d;", seed);
        add_judge(reservation, run);
        open_trial(&t, map_text, 8192);
        add_errors(&e, &t, reservation);
        close_trial(&t);
    }
    cr_assert_gt(e.n, 20u * 40);
    cr_assert_lt(e.squared, e.plain / 4, "%g times less variance", e.plain / e.squared);
    const double ratio = sqrt(e.stated / e.squared);
    cr_assert(ratio > 1 / 1.5 && ratio < 1.5, "stated errors are %g times the true ones", ratio);
}
