/* test_proportion.c - how sure a share of many draws is */
#include "proportion.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* The ends are where the score test of 5 % just rejects: (s - p)^2 = z^2 p (1 - p) / n. */
Test(share, the_ends_of_wilsons_interval_solve_the_score_equation)
{
    const double z = gsl_cdf_ugaussian_Qinv(0.025);
    for (uint64_t n = 1; n < 2000; n += 1 + n / 3)
        for (uint64_t k = 0; k <= n; k += 1 + n / 7) {
            double s = (double)k / (double)n, end[2];
            proportion_interval(s, n, &end[0], &end[1]);
            cr_assert(0 <= end[0] && end[0] <= s && s <= end[1] && end[1] <= 1);
            for (int i = 0; i < 2; i++)
                cr_assert_float_eq((s - end[i]) * (s - end[i]),
                                   z * z * end[i] * (1 - end[i]) / (double)n, 1e-12);
        }
}

/* Where nothing happened Wald's interval is a point; this one ends at z^2 / (n + z^2). */
Test(share, of_nothing_in_n_says_how_much_there_may_be)
{
    double low, high, z = gsl_cdf_ugaussian_Qinv(0.025);
    proportion_interval(0, 200, &low, &high);
    cr_assert_eq(low, 0);
    cr_assert_float_eq(high, z * z / (200 + z * z), 1e-15);
    proportion_interval(1, 200, &low, &high);
    cr_assert_eq(high, 1);
}

Test(share, the_best_of_one_is_one)
{
    double a[2], b[2];
    proportion_interval(0.3, 100, &a[0], &a[1]);
    proportion_interval_of_best(0.3, 100, 1, &b[0], &b[1]);
    cr_assert_float_eq(a[0], b[0], 1e-12);
    cr_assert_float_eq(a[1], b[1], 1e-12);
}

/* The largest of 200 shares that are all 0.3: its interval has 0.3 in nineteen of twenty sets, less
 * four standard errors; the interval of a share by itself hardly ever has. */
Test(share, the_interval_of_the_best_of_many_covers_what_was_picked)
{
    enum { SETS = 1000, MANY = 200, DRAWS = 500 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    int covered = 0, covered_alone = 0;

    for (uint64_t set = 0; set < SETS; set++) {
        unsigned most = 0;
        double low, high;
        rng_open(r, STREAM_TESTS, set);
        for (int i = 0; i < MANY; i++) {
            unsigned k = gsl_ran_binomial(r, 0.3, DRAWS);
            most = k > most ? k : most;
        }
        proportion_interval_of_best(most / (double)DRAWS, DRAWS, MANY, &low, &high);
        covered += low <= 0.3 && 0.3 <= high;
        proportion_interval(most / (double)DRAWS, DRAWS, &low, &high);
        covered_alone += low <= 0.3 && 0.3 <= high;
    }
    cr_assert_geq(covered, SETS * (0.95 - 4 * sqrt(0.95 * 0.05 / SETS)), "%d", covered);
    cr_assert_leq(covered_alone, SETS / 10, "%d", covered_alone);
    gsl_rng_free(r);
}

/* Score limits worked out by a search for the likeliest nuisance
 * parameter, in another language.  The first is the example of Fagerland, Lydersen & Laake (2014)
 * Statistics in Medicine 33:2850 (of 21 children 1 and 7 are hyperresponsive at one time only), who
 * print -0.517 to -0.026. */
Test(difference, of_paired_shares_has_tangos_interval)
{
    static const struct {
        uint64_t only_a, only_b, n;
        double low, high;
    } cases[] = {
        { 7, 1, 21, -0.5172322778, -0.0260030326 },     { 1, 7, 21, 0.0260030326, 0.5172322778 },
        { 2, 12, 50, 0.0611124055, 0.3447087490 },      { 1, 0, 44, -0.1180770970, 0.0593932317 },
        { 95, 130, 10000, 0.0005647996, 0.0064899737 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double low, high;
        proportion_paired_interval(cases[i].only_a, cases[i].only_b, cases[i].n, &low, &high);
        cr_assert_float_eq(low, cases[i].low, 1e-7, "case %zu: %.12f", i, low);
        cr_assert_float_eq(high, cases[i].high, 1e-7, "case %zu: %.12f", i, high);
    }
}

/* Without a draw that differs the equation is that of Wilson's interval of nothing in n. */
Test(difference, of_answers_that_are_all_equal_is_not_known_to_be_nothing)
{
    const double z = gsl_cdf_ugaussian_Qinv(0.025);
    double low, high;

    proportion_paired_interval(0, 0, 200, &low, &high);
    cr_assert_float_eq(high, z * z / (200 + z * z), 1e-12);
    cr_assert_float_eq(low, -high, 1e-12);
    proportion_paired_interval(0, 3, 3, &low, &high);
    cr_assert_eq(high, 1);
}

Test(difference, interval_leaves_0_out_just_when_mcnemars_test_rejects)
{
    const double z = gsl_cdf_ugaussian_Qinv(0.025);

    for (uint64_t b = 0; b < 60; b++)
        for (uint64_t c = 0; c < 60; c++) {
            const double off = (double)b - (double)c, sum = (double)(b + c);
            double low, high;
            proportion_paired_interval(b, c, 130, &low, &high);
            cr_assert(-1 <= low && low <= -off / 130 + 1e-12 && -off / 130 <= high + 1e-12 &&
                      high <= 1);
            cr_assert_eq(low > 0 || high<0, off * off> z * z * sum, "%d %d", (int)b, (int)c);
        }
}

/* Pairs that agree more often than not; nineteen of twenty intervals have the difference, less four
 * standard errors. */
Test(difference, is_within_its_interval_in_nineteen_of_twenty)
{
    enum { SETS = 4000, DRAWS = 300 };
    const double only_a = 0.03, only_b = 0.07;
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    int covered = 0;

    for (uint64_t set = 0; set < SETS; set++) {
        double low, high;
        rng_open(r, STREAM_TESTS, set);
        const unsigned a = gsl_ran_binomial(r, only_a, DRAWS);
        const unsigned b = gsl_ran_binomial(r, only_b / (1 - only_a), DRAWS - a);
        proportion_paired_interval(a, b, DRAWS, &low, &high);
        covered += low <= only_b - only_a && only_b - only_a <= high;
    }
    cr_assert_geq(covered, SETS * (0.95 - 4 * sqrt(0.95 * 0.05 / SETS)), "%d", covered);
    gsl_rng_free(r);
}
