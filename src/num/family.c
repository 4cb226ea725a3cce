/* family.c - the families of distributions, before any truncation */
#include "family.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* All five, or it does not compile; NULL for the cumulative of single values. */
#define FAMILY(name, quantile, cumulative, mean, support, complaint) \
    static const struct family name##_family = { quantile, cumulative, mean, support, complaint }

static double fixed_quantile(const struct distribution *d, double u)
{
    (void)u;
    return d->argument[0];
}

static double fixed_mean(const struct distribution *d)
{
    return d->argument[0];
}

static void fixed_support(const struct distribution *d, double *low, double *high)
{
    *low = *high = d->argument[0];
}

static const char *always_fine(const struct distribution *d)
{
    (void)d;
    return NULL;
}
FAMILY(value, fixed_quantile, NULL, fixed_mean, fixed_support, always_fine);

static double uniform_quantile(const struct distribution *d, double u)
{
    return d->argument[0] + u * (d->argument[1] - d->argument[0]);
}

static double uniform_cumulative(const struct distribution *d, double x)
{
    return fmin(1, fmax(0, (x - d->argument[0]) / (d->argument[1] - d->argument[0])));
}

static double uniform_mean(const struct distribution *d)
{
    return (d->argument[0] + d->argument[1]) / 2;
}

static void uniform_support(const struct distribution *d, double *low, double *high)
{
    *low = d->argument[0];
    *high = d->argument[1];
}

static const char *uniform_complaint(const struct distribution *d)
{
    return d->argument[0] < d->argument[1] ? NULL : "low must be below high";
}
FAMILY(uniform, uniform_quantile, uniform_cumulative, uniform_mean, uniform_support,
       uniform_complaint);

static double triangular_quantile(const struct distribution *d, double u)
{
    double a = d->argument[0], m = d->argument[1], b = d->argument[2];
    double left = (m - a) / (b - a);

    return u < left ? a + sqrt(u * (b - a) * (m - a)) : b - sqrt((1 - u) * (b - a) * (b - m));
}

static double triangular_cumulative(const struct distribution *d, double x)
{
    double a = d->argument[0], m = d->argument[1], b = d->argument[2];

    if (x <= a)
        return 0;
    if (x >= b)
        return 1;
    return x <= m && m > a ? (x - a) * (x - a) / ((b - a) * (m - a))
                           : 1 - (b - x) * (b - x) / ((b - a) * (b - m));
}

static double triangular_mean(const struct distribution *d)
{
    return (d->argument[0] + d->argument[1] + d->argument[2]) / 3;
}

static void triangular_support(const struct distribution *d, double *low, double *high)
{
    *low = d->argument[0];
    *high = d->argument[2];
}

static const char *triangular_complaint(const struct distribution *d)
{
    const double *a = d->argument;
    return a[0] <= a[1] && a[1] <= a[2] && a[0] < a[2] ? NULL
                                                       : "expected low <= mode <= high, low < high";
}
FAMILY(triangular, triangular_quantile, triangular_cumulative, triangular_mean, triangular_support,
       triangular_complaint);

/* A standard distribution with two arguments, as GSL has it. */
typedef double gsl_cdf_fn(double at, double a, double b);

/* The x below which a share u lies, by halving on the cumulative until x has its last digit.
 * begin > 0 is anywhere inside the support, which ends at `end`. */
static double halve(gsl_cdf_fn *cumulative, double u, double a, double b, double begin, double end)
{
    double low = begin, high = begin;

    while (low > 0 && cumulative(low, a, b) > u)
        low /= 2;
    while (high < end && cumulative(high, a, b) < u)
        high = fmin(end, 2 * high);
    for (;;) {
        double middle = low + (high - low) / 2;
        if (!(middle > low && middle < high))
            return high;
        if (cumulative(middle, a, b) < u)
            low = middle;
        else
            high = middle;
    }
}

/* GSL's iteration ends in no number where nearly all of a distribution lies at one end: in up to
 * 8 % of draws for a beta (0.2, 500), in 4 % for a gamma of shape 10000.  Its cumulative is right
 * there. Halving costs some fifty calls of it and is left to those. */
static double beta_x(double u, double a, double b)
{
    double x = gsl_cdf_beta_Pinv(u, a, b);
    return isfinite(x) ? x : halve(gsl_cdf_beta_P, u, a, b, a / (a + b), 1);
}

static double gamma_x(double u, double shape, double scale)
{
    double x = gsl_cdf_gamma_Pinv(u, shape, scale);
    return isfinite(x) ? x : halve(gsl_cdf_gamma_P, u, shape, scale, shape * scale, INFINITY);
}

/* The beta shapes of a PERT: 1 + 4 (mode - low) / (high - low), and its mirror. */
static void pert_shapes(const struct distribution *d, double *a, double *b)
{
    double range = d->argument[2] - d->argument[0];
    *a = 1 + 4 * (d->argument[1] - d->argument[0]) / range;
    *b = 1 + 4 * (d->argument[2] - d->argument[1]) / range;
}

static double pert_quantile(const struct distribution *d, double u)
{
    double a, b;
    pert_shapes(d, &a, &b);
    return d->argument[0] + (d->argument[2] - d->argument[0]) * beta_x(u, a, b);
}

static double pert_cumulative(const struct distribution *d, double x)
{
    double a, b, t = (x - d->argument[0]) / (d->argument[2] - d->argument[0]);
    pert_shapes(d, &a, &b);
    return gsl_cdf_beta_P(fmin(1, fmax(0, t)), a, b);
}

static double pert_mean(const struct distribution *d)
{
    return (d->argument[0] + 4 * d->argument[1] + d->argument[2]) / 6;
}
FAMILY(pert, pert_quantile, pert_cumulative, pert_mean, triangular_support, triangular_complaint);

static double normal_quantile(const struct distribution *d, double u)
{
    return d->argument[0] + gsl_cdf_gaussian_Pinv(u, d->argument[1]);
}

static double normal_cumulative(const struct distribution *d, double x)
{
    return gsl_cdf_gaussian_P(x - d->argument[0], d->argument[1]);
}

static void normal_support(const struct distribution *d, double *low, double *high)
{
    (void)d;
    *low = -INFINITY;
    *high = INFINITY;
}

static const char *normal_complaint(const struct distribution *d)
{
    return d->argument[1] > 0 ? NULL : "sd must be above 0";
}
FAMILY(normal, normal_quantile, normal_cumulative, fixed_mean, normal_support, normal_complaint);

/* Beyond, its mean is no number any more. */
static const char *lognormal_complaint(const struct distribution *d)
{
    if (!(fabs(d->argument[0]) <= 30 && d->argument[1] <= 10))
        return "expected a mean from -30 to 30 and sd up to 10, on the scale of logarithms";
    return normal_complaint(d);
}

static double lognormal_quantile(const struct distribution *d, double u)
{
    return gsl_cdf_lognormal_Pinv(u, d->argument[0], d->argument[1]);
}

static double lognormal_cumulative(const struct distribution *d, double x)
{
    return x > 0 ? gsl_cdf_lognormal_P(x, d->argument[0], d->argument[1]) : 0;
}

static double lognormal_mean(const struct distribution *d)
{
    return exp(d->argument[0] + d->argument[1] * d->argument[1] / 2);
}

static void positive_support(const struct distribution *d, double *low, double *high)
{
    (void)d;
    *low = 0;
    *high = INFINITY;
}
FAMILY(lognormal, lognormal_quantile, lognormal_cumulative, lognormal_mean, positive_support,
       lognormal_complaint);

static double beta_quantile(const struct distribution *d, double u)
{
    return d->low + (d->high - d->low) * beta_x(u, d->argument[0], d->argument[1]);
}

static double beta_cumulative(const struct distribution *d, double x)
{
    double t = (x - d->low) / (d->high - d->low);
    return gsl_cdf_beta_P(fmin(1, fmax(0, t)), d->argument[0], d->argument[1]);
}

static double beta_mean(const struct distribution *d)
{
    double share = d->argument[0] / (d->argument[0] + d->argument[1]);
    return d->low + (d->high - d->low) * share;
}

static void beta_support(const struct distribution *d, double *low, double *high)
{
    *low = d->low;
    *high = d->high;
}

/* Outside these shapes nearly all of a beta lies at its ends or in one point
 * (tests/unit/test_distribution.c goes round the range). */
static const char *beta_complaint(const struct distribution *d)
{
    for (int i = 0; i < 2; i++)
        if (!(d->argument[i] >= 0.2 && d->argument[i] <= 500))
            return "a and b must be from 0.2 to 500";
    return d->low < d->high ? NULL : "'low' must be below 'high'";
}
FAMILY(beta, beta_quantile, beta_cumulative, beta_mean, beta_support, beta_complaint);

static double gamma_quantile(const struct distribution *d, double u)
{
    return gamma_x(u, d->argument[0], d->argument[1]);
}

static double gamma_cumulative(const struct distribution *d, double x)
{
    return x > 0 ? gsl_cdf_gamma_P(x, d->argument[0], d->argument[1]) : 0;
}

static double gamma_mean(const struct distribution *d)
{
    return d->argument[0] * d->argument[1];
}

static const char *gamma_complaint(const struct distribution *d)
{
    if (!(d->argument[0] >= 0.2 && d->argument[0] <= 10000))
        return "shape must be from 0.2 to 10000";
    return d->argument[1] > 0 ? NULL : "scale must be above 0";
}
FAMILY(gamma, gamma_quantile, gamma_cumulative, gamma_mean, positive_support, gamma_complaint);

static double exponential_quantile(const struct distribution *d, double u)
{
    return gsl_cdf_exponential_Pinv(u, d->argument[0]);
}

static double exponential_cumulative(const struct distribution *d, double x)
{
    return x > 0 ? gsl_cdf_exponential_P(x, d->argument[0]) : 0;
}

static const char *exponential_complaint(const struct distribution *d)
{
    return d->argument[0] > 0 ? NULL : "mean must be above 0";
}
FAMILY(exponential, exponential_quantile, exponential_cumulative, fixed_mean, positive_support,
       exponential_complaint);

static double weight_sum(const struct distribution *d)
{
    double sum = 0;
    for (size_t i = 0; i < d->n_value; i++)
        sum += d->weight[i];
    return sum;
}

static double discrete_quantile(const struct distribution *d, double u)
{
    double left = u * weight_sum(d);
    size_t last = 0;

    for (size_t i = 0; i < d->n_value; i++) {
        if (d->weight[i] > 0)
            last = i;
        if (left < d->weight[i])
            return d->value[i];
        left -= d->weight[i];
    }
    return d->value[last];
}

static double discrete_mean(const struct distribution *d)
{
    double sum = 0;
    for (size_t i = 0; i < d->n_value; i++)
        sum += d->weight[i] * d->value[i];
    return sum / weight_sum(d);
}

static void discrete_support(const struct distribution *d, double *low, double *high)
{
    *low = d->value[0];
    *high = d->value[d->n_value - 1];
}

static const char *discrete_complaint(const struct distribution *d)
{
    if (d->n_value == 0)
        return "expected at least one value";
    for (size_t i = 0; i < d->n_value; i++) {
        if (!(d->weight[i] >= 0))
            return "a weight is below 0";
        if (i > 0 && !(d->value[i] > d->value[i - 1]))
            return "values must rise";
    }
    return weight_sum(d) > 0 ? NULL : "the weights sum to 0";
}
FAMILY(discrete, discrete_quantile, NULL, discrete_mean, discrete_support, discrete_complaint);

const struct family *const families[DIST_COUNT] = {
#define X(upper, name, n, looks, meaning) &name##_family,
    DISTRIBUTION_LIST(X)
#undef X
};
