/* test_distribution.c - quantiles, means, truncation, correlation */
#include "copula.h"
#include "distribution.h"
#include "names.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

typedef double gsl_cdf(double x, double a, double b);

static struct distribution make(enum distribution_kind kind, double a, double b, double c,
                                double min, double max)
{
    struct distribution d = {
        .kind = kind, .argument = { a, b, c }, .low = 0, .high = 1, .min = min, .max = max
    };
    struct error err = { .code = OK };
    if (kind == DIST_DISCRETE) {
        d.n_value = 3;
        for (size_t i = 0; i < 3; i++) {
            d.value[i] = d.argument[i];
            d.weight[i] = (double)(i + 1);
        }
    }
    gsl_set_error_handler_off();
    cr_assert_eq(distribution_prepare(&d, &err), OK, "%s", err.text);
    return d;
}

/* Medians by hand: uniform and triangular from their formulas, PERT and beta by symmetry, the
 * lognormal's is exp(mean), the exponential's mean ln 2; gamma(1, s) is exponential. */
Test(distribution, medians)
{
    static const struct {
        enum distribution_kind kind;
        double a, b, c, median;
    } cases[] = {
        { DIST_UNIFORM, 2.385, 4.385, 0, 3.385 },
        { DIST_TRIANGULAR, 1, 1, 3, 3 - 1.4142135623730951 },
        { DIST_PERT, 1, 2.5, 4, 2.5 },
        { DIST_NORMAL, 0.7, 0.3, 0, 0.7 },
        { DIST_LOGNORMAL, 0.3, 0.8, 0, 1.3498588075760032 },
        { DIST_BETA, 2.5, 2.5, 0, 0.5 },
        { DIST_GAMMA, 1, 2, 0, 1.3862943611198906 },
        { DIST_EXPONENTIAL, 2, 0, 0, 1.3862943611198906 },
        { DIST_DISCRETE, 1, 2, 5, 2 }, /* weights 1, 2, 3: half lies at the end of 2 */
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct distribution d =
            make(cases[i].kind, cases[i].a, cases[i].b, cases[i].c, -INFINITY, INFINITY);
        double u = cases[i].kind == DIST_DISCRETE ? 0.499 : 0.5;
        cr_assert_float_eq(distribution_quantile(&d, u), cases[i].median, 1e-9, "%s",
                           distribution_forms[d.kind].name);
    }
}

/* Every kind, whole and truncated: the share below a quantile is the share that it was asked for.
 */
Test(distribution, the_cumulative_inverts_the_quantile)
{
    static const struct {
        enum distribution_kind kind;
        double a, b, c, min, max;
    } cases[] = {
        { DIST_UNIFORM, 1, 4, 0, 2, 3 },       { DIST_TRIANGULAR, 1, 2, 5, 1.5, 4 },
        { DIST_PERT, 1, 2, 5, 1.5, 4 },        { DIST_NORMAL, 1, 2, 0, 0, 3 },
        { DIST_LOGNORMAL, 0.3, 0.8, 0, 1, 3 }, { DIST_BETA, 2, 3, 0, 0.2, 0.7 },
        { DIST_GAMMA, 2, 2, 0, 1, 5 },         { DIST_EXPONENTIAL, 2, 0, 0, 1, 5 },
    };
    for (size_t i = 0; i < 2 * COUNT_OF(cases); i++) {
        const size_t k = i / 2;
        struct distribution d =
            make(cases[k].kind, cases[k].a, cases[k].b, cases[k].c,
                 i % 2 ? cases[k].min : -INFINITY, i % 2 ? cases[k].max : INFINITY);
        double low, high;
        for (double u = 0.05; u < 1; u += 0.1)
            cr_assert_float_eq(distribution_cumulative(&d, distribution_quantile(&d, u)), u, 1e-9,
                               "%s at %g", distribution_forms[d.kind].name, u);
        distribution_support(&d, &low, &high);
        cr_assert_eq(distribution_cumulative(&d, low - 1), 0);
        cr_assert_float_eq(distribution_cumulative(&d, high < INFINITY ? high + 1 : 1e9), 1, 1e-12);
    }
    struct distribution d = make(DIST_DISCRETE, 1, 2, 5, -INFINITY, INFINITY);
    cr_assert_float_eq(distribution_cumulative(&d, 2), 0.5, 1e-15); /* weights 1, 2, 3 */
    cr_assert_eq(distribution_cumulative(&d, 0.9), 0);
    d = distribution_fixed(3);
    cr_assert_eq(distribution_cumulative(&d, 3), 1);
    cr_assert_eq(distribution_cumulative(&d, 2.9), 0);
}

/* Every kind, whole and truncated: the mean of quantiles at 40000 midpoints is the mean. */
Test(distribution, mean_is_the_mean_of_the_quantiles)
{
    static const struct {
        enum distribution_kind kind;
        double a, b, c, min, max;
    } cases[] = {
        { DIST_UNIFORM, -1, 2, 0, 0, INFINITY },
        { DIST_TRIANGULAR, 1, 2.5, 4, 1.5, 3 },
        { DIST_TRIANGULAR, 1, 2.5, 4, -INFINITY, INFINITY },
        { DIST_PERT, 0, 1, 4, -INFINITY, 2 },
        { DIST_NORMAL, 0.2, 0.3, 0, 0, INFINITY },
        { DIST_NORMAL, 0.2, 0.3, 0, -0.1, 0.4 },
        { DIST_BETA, 2, 6, 0, -INFINITY, INFINITY },
        { DIST_BETA, 0.5, 0.7, 0, 0.1, 0.9 },
        { DIST_GAMMA, 2.5, 0.4, 0, -INFINITY, 2 },
        { DIST_DISCRETE, 1, 2, 5, 1.5, INFINITY },
        { DIST_PERT, 1, 2, 4, -INFINITY, INFINITY },
        { DIST_DISCRETE, 1, 2, 5, -INFINITY, INFINITY },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct distribution d =
            make(cases[i].kind, cases[i].a, cases[i].b, cases[i].c, cases[i].min, cases[i].max);
        double sum = 0;
        enum { N = 40000 };
        for (int k = 0; k < N; k++)
            sum += distribution_quantile(&d, (k + 0.5) / N) / N;
        cr_assert_float_eq(d.mean, sum, 2e-4, "case %zu: %.9g, %.9g", i, d.mean, sum);
    }
}

/* At the last number below 1, and far out, nothing is infinite. */
Test(distribution, truncated_quantiles_stay_finite)
{
    static const double mins[] = { 1, 4, 4.7 };
    for (size_t i = 0; i < COUNT_OF(mins); i++) {
        struct distribution d = make(DIST_NORMAL, 0, 1, 0, mins[i], INFINITY);
        cr_assert(isfinite(distribution_quantile(&d, 1 - 0x1p-53)));
        cr_assert_geq(distribution_quantile(&d, 0x1p-53), mins[i]);
    }
}

/* A discrete one keeps to its values: {1, 2, 5} cut to [1.5, 4] is 2. */
Test(distribution, truncated_values_are_values)
{
    struct distribution d = make(DIST_DISCRETE, 1, 2, 5, 1.5, 4);
    for (int k = 1; k < 100; k++)
        cr_assert_eq(distribution_quantile(&d, k / 100.0), 2);
    cr_assert_eq(d.mean, 2);
    d = make(DIST_FIXED, 0.5, 0, 0, 0.5, 0.5);
    cr_assert_eq(distribution_quantile(&d, 0.3), 0.5);
}

/* exp(25/2) P(Z > a - 5) / P(Z > a) with a = ln(1e-3) / 5, worked out with Python's math.erfc. */
Test(distribution, truncated_lognormal_mean)
{
    struct distribution d = make(DIST_LOGNORMAL, 0, 5, 0, 1e-3, INFINITY);
    cr_assert_float_eq(d.mean, 292802.3, 0.1);
}

Test(distribution, quantiles_rise_and_stay_in_the_support)
{
    for (int kind = 0; kind < DIST_COUNT; kind++) {
        struct distribution d = make((enum distribution_kind)kind, 0.6, 0.9, 1.7,
                                     kind == DIST_FIXED ? -INFINITY : 0.65, 2.5);
        double low, high, last = -INFINITY;
        distribution_support(&d, &low, &high);
        for (int k = 1; k < 1000; k++) {
            double x = distribution_quantile(&d, k / 1000.0);
            cr_assert(x >= last && x >= low && x <= high, "%s at %d: %g",
                      distribution_forms[kind].name, k, x);
            last = x;
        }
    }
}

/* The quantile is where GSL's own cumulative says, which it is checked against: one step of x below
 * and above, of a billionth, the cumulative lies below and above u. */
static void check_quantile(const struct distribution *d, gsl_cdf *cumulative, double u)
{
    const double a = d->argument[0], b = d->argument[1];
    const double x = distribution_quantile(d, u), step = 1e-9 * x + 1e-15;

    cr_assert(isfinite(x), "%s (%g, %g) at %.17g", distribution_forms[d->kind].name, a, b, u);
    cr_assert(cumulative(fmax(0, x - step), a, b) <= u + 1e-13 &&
                  u - 1e-13 <= cumulative(x + step, a, b),
              "%s (%g, %g) at %.17g: %.17g", distribution_forms[d->kind].name, a, b, u, x);
}

/* Evenly, and down both tails. */
static void check_quantiles(const struct distribution *d, gsl_cdf *cumulative)
{
    enum { EVEN = 499, TAIL = 48 };

    for (int k = 0; k < EVEN; k++)
        check_quantile(d, cumulative, (k + 0.5) / EVEN);
    for (int k = 1; k <= TAIL; k++) {
        check_quantile(d, cumulative, ldexp(1, -k));
        check_quantile(d, cumulative, 1 - ldexp(1, -k));
    }
}

static double beta_up_to_one(double x, double a, double b)
{
    return gsl_cdf_beta_P(fmin(1, x), a, b);
}

/* All shapes that the loader lets in.  GSL's own quantile is no number in up to 7.6 % of these at
 * shapes (0.2, 500), (1, 200), (2, 500) and their mirror images, and at gammas from 1000 on. */
Test(distribution, beta_and_gamma_quantiles_hold_over_their_range)
{
    static const double shapes[] = { 0.2, 0.35, 0.7, 1, 1.5, 2, 5, 17, 50, 130, 200, 360, 500 };
    static const double gammas[] = { 0.2, 0.5, 1, 2, 7, 40, 500, 1000, 2000, 4900, 7500, 10000 };

    for (size_t i = 0; i < COUNT_OF(shapes); i++)
        for (size_t j = 0; j < COUNT_OF(shapes); j++) {
            struct distribution d = make(DIST_BETA, shapes[i], shapes[j], 0, -INFINITY, INFINITY);
            check_quantiles(&d, beta_up_to_one);
        }
    for (size_t i = 0; i < COUNT_OF(gammas); i++) {
        struct distribution d = make(DIST_GAMMA, gammas[i], 1.3, 0, -INFINITY, INFINITY);
        check_quantiles(&d, gsl_cdf_gamma_P);
    }
}

/* P(X < x) = 1 - (1 - x)^200 of a beta (1, 200): its quantile has a closed form, which GSL misses
 * in 0.5 % of draws. */
Test(distribution, a_beta_with_a_closed_form_is_met_everywhere)
{
    struct distribution d = make(DIST_BETA, 1, 200, 0, -INFINITY, INFINITY);

    for (int k = 1; k < 20000; k++) {
        double u = k / 20000.0, x = -expm1(log1p(-u) / 200);
        cr_assert_float_eq(distribution_quantile(&d, u), x, 1e-9 * x, "at %g", u);
    }
}

Test(distribution, impossible_arguments_are_named)
{
    static const struct {
        struct distribution d;
        const char *says;
    } cases[] = {
        { { .kind = DIST_UNIFORM, .argument = { 2, 1 } },
          "uniform (2, 1): low must be below high" },
        { { .kind = DIST_TRIANGULAR, .argument = { 1, 5, 4 } },
          "triangular (1, 5, 4): expected low <= mode <= high, low < high" },
        { { .kind = DIST_NORMAL, .argument = { 0, -1 } }, "normal (0, -1): sd must be above 0" },
        { { .kind = DIST_BETA, .argument = { 0, 1 }, .high = 1 },
          "beta (0, 1): a and b must be from 0.2 to 500" },
        { { .kind = DIST_BETA, .argument = { 2, 3 }, .low = 1, .high = 1 },
          "beta (2, 3) from 1 to 1: 'low' must be below 'high'" },
        { { .kind = DIST_GAMMA, .argument = { 2, 0 } }, "gamma (2, 0): scale must be above 0" },
        { { .kind = DIST_GAMMA, .argument = { 0, 1 } },
          "gamma (0, 1): shape must be from 0.2 to 10000" },
        { { .kind = DIST_EXPONENTIAL, .argument = { 0 } },
          "exponential (0): mean must be above 0" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct distribution d = cases[i].d;
        struct error err = { .code = OK };
        d.min = -INFINITY;
        d.max = INFINITY;
        cr_assert_eq(distribution_prepare(&d, &err), ERR_SCENARIO);
        cr_assert_str_eq(err.text, cases[i].says);
    }
    struct distribution nothing = {
        .kind = DIST_NORMAL, .argument = { 0, 1 }, .min = 9, .max = 10
    };
    struct error err = { .code = OK };
    cr_assert_eq(distribution_prepare(&nothing, &err), ERR_SCENARIO);
    cr_assert_str_eq(err.text, "'min' and 'max' leave nothing of normal (0, 1), min 9, max 10");
}

/* Normal scores of copula draws have the correlation asked for: 40000 draws, 4 standard errors
 * of a correlation, (1 - rho^2) / sqrt(n). */
Test(copula, scores_have_the_correlation)
{
    const double matrix[] = { 1, 0.6, -0.3, 0.6, 1, 0.2, -0.3, 0.2, 1 };
    double sums[3][3] = { { 0 } };
    size_t clash[2];
    struct copula c;
    struct error err = { .code = OK };
    enum { N = 40000 };

    cr_assert_eq(copula_init(&c, 3, matrix, clash, &err), OK);
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t i = 0; i < N; i++) {
        double u[3];
        rng_open(r, STREAM_TESTS, i);
        for (int k = 0; k < 3; k++)
            u[k] = gsl_rng_uniform_pos(r);
        copula_apply(&c, u);
        for (int a = 0; a < 3; a++)
            for (int b = 0; b < 3; b++)
                sums[a][b] += gsl_cdf_ugaussian_Pinv(u[a]) * gsl_cdf_ugaussian_Pinv(u[b]) / N;
    }
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++) {
            double rho = matrix[3 * a + b];
            double histogram = a == b ? sqrt(2.0 / N) : (1 - rho * rho) / sqrt(N);
            cr_assert_float_eq(sums[a][b], rho, 4 * histogram + (a == b ? 0 : 0.005), "%d %d", a,
                               b);
        }
    gsl_rng_free(r);
    copula_release(&c);
}

Test(copula, names_the_pair_of_an_impossible_matrix)
{
    /* 0 goes with 1, 1 with 2, but 2 against 0 */
    const double matrix[] = { 1, 0.9, -0.8, 0.9, 1, 0.7, -0.8, 0.7, 1 };
    size_t clash[2] = { 9, 9 };
    struct copula c;
    struct error err = { .code = OK };
    gsl_set_error_handler_off();
    cr_assert_eq(copula_init(&c, 3, matrix, clash, &err), ERR_SCENARIO);
    cr_assert(clash[0] == 0 && clash[1] == 2);
    copula_release(&c);
}
