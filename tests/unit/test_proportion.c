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
