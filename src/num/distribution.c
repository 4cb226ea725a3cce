/* distribution.c - what is not known about a number: distributions by their quantiles */
#include "distribution.h"

#include "text.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

const struct distribution_form distribution_forms[DIST_COUNT] = {
    [DIST_FIXED] = { "value", "number", 1, "a number that is known; give its source" },
    [DIST_UNIFORM] = { "uniform", "low, high", 2, "equally likely from low to high" },
    [DIST_TRIANGULAR] = { "triangular", "low, mode, high", 3, "straight up to the mode and down" },
    [DIST_PERT] = { "pert", "low, mode, high", 3, "smooth triangle: a beta with mode weight 4" },
    [DIST_NORMAL] = { "normal", "mean, sd", 2, "bell curve" },
    [DIST_LOGNORMAL] = { "lognormal", "mean, sd", 2, "exp of a normal with that mean and sd" },
    [DIST_BETA] = { "beta", "a, b", 2, "on [0, 1], or from `low` to `high`" },
    [DIST_GAMMA] = { "gamma", "shape, scale", 2, "positive, mean shape times scale" },
    [DIST_EXPONENTIAL] = { "exponential", "mean", 1, "positive, memoryless" },
    [DIST_DISCRETE] = { "discrete", "value, ...", 0, "one of some values, with `weights` or equal" },
};

/* One kind: untruncated quantile, cumulative probability, mean, support. */
struct behaviour {
    double (*quantile)(const struct distribution *d, double u);
    double (*cumulative)(const struct distribution *d, double x);
    double (*mean)(const struct distribution *d);
    void (*support)(const struct distribution *d, double *low, double *high);
    const char *(*complaint)(const struct distribution *d); /* NULL: the arguments are fine */
};

static double fixed_quantile(const struct distribution *d, double u)
{
    (void)u;
    return d->argument[0];
}

static double fixed_cumulative(const struct distribution *d, double x)
{
    return x >= d->argument[0];
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
    return d->argument[0] + (d->argument[2] - d->argument[0]) * gsl_cdf_beta_Pinv(u, a, b);
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

static double beta_quantile(const struct distribution *d, double u)
{
    double x = gsl_cdf_beta_Pinv(u, d->argument[0], d->argument[1]);
    return d->low + (d->high - d->low) * x;
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

/* Outside these shapes nearly all of a beta lies at its ends or in one point, and GSL's
 * quantile loses its digits (tests/unit/test_distribution.c goes round the range). */
static const char *beta_complaint(const struct distribution *d)
{
    for (int i = 0; i < 2; i++)
        if (!(d->argument[i] >= 0.2 && d->argument[i] <= 500))
            return "a and b must be from 0.2 to 500";
    return d->low < d->high ? NULL : "'low' must be below 'high'";
}

static double gamma_quantile(const struct distribution *d, double u)
{
    return gsl_cdf_gamma_Pinv(u, d->argument[0], d->argument[1]);
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

static double discrete_cumulative(const struct distribution *d, double x)
{
    double sum = 0;
    for (size_t i = 0; i < d->n_value && d->value[i] <= x; i++)
        sum += d->weight[i];
    return sum / weight_sum(d);
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

static const struct behaviour behaviours[DIST_COUNT] = {
    [DIST_FIXED] = { fixed_quantile, fixed_cumulative, fixed_mean, fixed_support, always_fine },
    [DIST_UNIFORM] = { uniform_quantile, uniform_cumulative, uniform_mean, uniform_support,
                       uniform_complaint },
    [DIST_TRIANGULAR] = { triangular_quantile, triangular_cumulative, triangular_mean,
                          triangular_support, triangular_complaint },
    [DIST_PERT] = { pert_quantile, pert_cumulative, pert_mean, triangular_support,
                    triangular_complaint },
    [DIST_NORMAL] = { normal_quantile, normal_cumulative, fixed_mean, normal_support,
                      normal_complaint },
    [DIST_LOGNORMAL] = { lognormal_quantile, lognormal_cumulative, lognormal_mean,
                         positive_support, normal_complaint },
    [DIST_BETA] = { beta_quantile, beta_cumulative, beta_mean, beta_support, beta_complaint },
    [DIST_GAMMA] = { gamma_quantile, gamma_cumulative, gamma_mean, positive_support,
                     gamma_complaint },
    [DIST_EXPONENTIAL] = { exponential_quantile, exponential_cumulative, fixed_mean,
                           positive_support, exponential_complaint },
    [DIST_DISCRETE] = { discrete_quantile, discrete_cumulative, discrete_mean, discrete_support,
                        discrete_complaint },
};

struct distribution distribution_fixed(double value)
{
    return (struct distribution){
        .argument = { value }, .min = -INFINITY, .max = INFINITY, .p_min = 0, .p_max = 1
    };
}

static bool is_truncated(const struct distribution *d)
{
    return d->min > -INFINITY || d->max < INFINITY;
}

/* The probability strictly below x: for a discrete one, x itself still belongs inside. */
static double probability_below(const struct distribution *d, double x)
{
    if (d->kind == DIST_DISCRETE)
        x = nextafter(x, -INFINITY);
    return behaviours[d->kind].cumulative(d, x);
}

enum error_code distribution_prepare(struct distribution *d, struct error *err)
{
    const double least = 1e-6;
    const char *complaint = behaviours[d->kind].complaint(d);
    char text[160];

    if (complaint) {
        distribution_format(d, sizeof text, text);
        return error_at(err, "", 0, "%s: %s", text, complaint);
    }
    d->p_min = d->min > -INFINITY ? probability_below(d, d->min) : 0;
    d->p_max = d->max < INFINITY ? behaviours[d->kind].cumulative(d, d->max) : 1;
    if (!(d->min <= d->max) || !(d->p_max - d->p_min >= least)) {
        distribution_format(d, sizeof text, text);
        return error_at(err, "", 0, "'min' and 'max' leave nothing of %s", text);
    }
    return OK;
}

double distribution_quantile(const struct distribution *d, double u)
{
    const struct behaviour *b = &behaviours[d->kind];

    if (!is_truncated(d))
        return b->quantile(d, u);
    double x = b->quantile(d, d->p_min + u * (d->p_max - d->p_min));
    return fmin(d->max, fmax(d->min, x));
}

static double quantile_at(double u, void *d)
{
    return distribution_quantile(d, u);
}

static double discrete_mean_within(const struct distribution *d)
{
    struct distribution inside = *d;

    for (size_t i = 0; i < d->n_value; i++)
        if (d->value[i] < d->min || d->value[i] > d->max)
            inside.weight[i] = 0;
    return discrete_mean(&inside);
}

double distribution_mean(const struct distribution *d)
{
    enum { INTERVALS = 200 };
    double mean = NAN, error;

    if (!is_truncated(d))
        return behaviours[d->kind].mean(d);
    if (d->kind == DIST_DISCRETE)
        return discrete_mean_within(d);
    gsl_integration_workspace *space = gsl_integration_workspace_alloc(INTERVALS);
    if (!space)
        return distribution_quantile(d, 0.5);
    gsl_function f = { quantile_at, (void *)d };
    gsl_integration_qags(&f, 0, 1, 1e-9, 1e-9, INTERVALS, space, &mean, &error);
    gsl_integration_workspace_free(space);
    return mean;
}

void distribution_support(const struct distribution *d, double *low, double *high)
{
    behaviours[d->kind].support(d, low, high);
    *low = fmax(*low, d->min);
    *high = fmin(*high, d->max);
}

static size_t append(size_t size, char out[size], size_t used, const char *glue, double x)
{
    char number[TEXT_NUMBER];
    int wrote;

    if (used >= size)
        return used;
    text_shortest(x, number);
    wrote = snprintf(out + used, size - used, "%s%s", glue, number);
    return used + (wrote > 0 ? (size_t)wrote : 0);
}

void distribution_format(const struct distribution *d, size_t size, char out[size])
{
    const struct distribution_form *form = &distribution_forms[d->kind];
    const bool discrete = d->kind == DIST_DISCRETE;
    size_t used = 0, n = discrete ? d->n_value : form->n_argument;

    out[0] = '\0';
    if (d->kind != DIST_FIXED)
        used = (size_t)snprintf(out, size, "%s ", form->name);
    for (size_t i = 0; i < n; i++) {
        const char *open = d->kind == DIST_FIXED ? "" : "(";
        used = append(size, out, used, i == 0 ? open : ", ",
                      discrete ? d->value[i] : d->argument[i]);
    }
    if (d->kind != DIST_FIXED && used < size)
        used += (size_t)snprintf(out + used, size - used, ")");
    if (d->kind == DIST_BETA && (d->low != 0 || d->high != 1)) {
        used = append(size, out, used, " from ", d->low);
        used = append(size, out, used, " to ", d->high);
    }
    if (d->min > -INFINITY)
        used = append(size, out, used, ", min ", d->min);
    if (d->max < INFINITY)
        used = append(size, out, used, ", max ", d->max);
}
