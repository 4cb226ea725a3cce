/* distribution.c - what is not known about a number: distributions by their quantiles */
#include "distribution.h"

#include "family.h"
#include "text.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

const struct distribution_form distribution_forms[DIST_COUNT] = {
#define X(upper, name, n, looks, meaning) { #name, looks, n },
    DISTRIBUTION_LIST(X)
#undef X
};

struct distribution distribution_fixed(double value)
{
    return (struct distribution){ .argument = { value },
                                  .min = -INFINITY,
                                  .max = INFINITY,
                                  .p_min = 0,
                                  .p_max = 1,
                                  .mean = value };
}

struct distribution distribution_certain(double value)
{
    struct distribution d = distribution_fixed(value);

    d.kind = DIST_DISCRETE;
    d.n_value = 1;
    d.value[0] = value;
    d.weight[0] = 1;
    return d;
}

static enum error_code leaves_nothing(const struct distribution *d, struct error *err)
{
    char text[160];

    distribution_format(d, sizeof text, text);
    return error_at(err, "", 0, "'min' and 'max' leave nothing of %s", text);
}

/* Of single values those outside lose their weight; then there is nothing to truncate. */
static bool truncate_values(struct distribution *d)
{
    double left = 0;

    for (size_t i = 0; i < d->n_value; i++) {
        if (d->value[i] < d->min || d->value[i] > d->max)
            d->weight[i] = 0;
        left += d->weight[i];
    }
    if (d->kind == DIST_FIXED)
        return d->argument[0] >= d->min && d->argument[0] <= d->max;
    return left > 0;
}

static bool is_truncated(const struct distribution *d)
{
    return d->p_min > 0 || d->p_max < 1;
}

/* The truncated normal: mean + sd (phi(a) - phi(b)) / (Phi(b) - Phi(a)), a and b in units of sd.
 * Source: Johnson, Kotz & Balakrishnan (1994) Continuous Univariate Distributions, 13.10. */
static double normal_mean_within(const struct distribution *d)
{
    const double mean = d->argument[0], sd = d->argument[1];
    double at_min = d->min > -INFINITY ? gsl_ran_ugaussian_pdf((d->min - mean) / sd) : 0;
    double at_max = d->max < INFINITY ? gsl_ran_ugaussian_pdf((d->max - mean) / sd) : 0;

    return mean + sd * (at_min - at_max) / (d->p_max - d->p_min);
}

/* exp(mean + sd^2 / 2) (Phi(b - sd) - Phi(a - sd)) / (Phi(b) - Phi(a)). */
static double lognormal_mean_within(const struct distribution *d)
{
    const double mean = d->argument[0], sd = d->argument[1];
    double a = d->min > 0 ? gsl_cdf_ugaussian_P((log(d->min) - mean) / sd - sd) : 0;
    double b = d->max < INFINITY ? gsl_cdf_ugaussian_P((log(d->max) - mean) / sd - sd) : 1;

    return exp(mean + sd * sd / 2) * (b - a) / (d->p_max - d->p_min);
}

static double quantile_at(double u, void *d)
{
    return distribution_quantile(d, u);
}

/* The integral of the quantile, for the families that have no closed form here. */
static enum error_code integrate_mean(struct distribution *d, struct error *err)
{
    enum { INTERVALS = 200 };
    const double relative = 1e-9, tolerated = 1e-6;
    gsl_integration_workspace *space = gsl_integration_workspace_alloc(INTERVALS);
    gsl_function f = { quantile_at, d };
    double error = INFINITY;

    if (!space)
        return error_set(err, ERR_MEMORY, "not enough memory for a mean");
    gsl_integration_qags(&f, 0, 1, relative, relative, INTERVALS, space, &d->mean, &error);
    gsl_integration_workspace_free(space);
    if (error <= tolerated * fmax(1, fabs(d->mean)))
        return OK;
    char text[160];
    distribution_format(d, sizeof text, text);
    return error_at(err, "", 0, "cannot work out the mean of %s", text);
}

static enum error_code find_mean(struct distribution *d, struct error *err)
{
    if (!is_truncated(d))
        d->mean = families[d->kind]->mean(d);
    else if (d->kind == DIST_NORMAL)
        d->mean = normal_mean_within(d);
    else if (d->kind == DIST_LOGNORMAL)
        d->mean = lognormal_mean_within(d);
    else
        return integrate_mean(d, err);
    return OK;
}

enum error_code distribution_prepare(struct distribution *d, struct error *err)
{
    const double least = 1e-6;
    const bool values = !families[d->kind]->cumulative;
    const char *complaint = families[d->kind]->complaint(d);
    char text[160];

    if (complaint) {
        distribution_format(d, sizeof text, text);
        return error_at(err, "", 0, "%s: %s", text, complaint);
    }
    if (values && !truncate_values(d))
        return leaves_nothing(d, err);
    d->p_min = !values && d->min > -INFINITY ? families[d->kind]->cumulative(d, d->min) : 0;
    d->p_max = !values && d->max < INFINITY ? families[d->kind]->cumulative(d, d->max) : 1;
    if (!(d->min <= d->max) || !(d->p_max - d->p_min >= least))
        return leaves_nothing(d, err);
    return find_mean(d, err);
}

double distribution_quantile(const struct distribution *d, double u)
{
    const struct family *family = families[d->kind];

    if (!is_truncated(d))
        return family->quantile(d, u);
    /* never 0 or 1, whatever rounding does: those are infinite for some */
    double p = d->p_min + u * (d->p_max - d->p_min);
    double x = family->quantile(d, fmin(1 - DBL_EPSILON / 2, fmax(DBL_MIN, p)));
    return fmin(d->max, fmax(d->min, x));
}

/* Of single values: truncation has left those that are there. */
static double values_up_to(const struct distribution *d, double x)
{
    double at = 0, sum = 0;

    if (d->kind == DIST_FIXED)
        return d->argument[0] <= x;
    for (size_t i = 0; i < d->n_value; i++) {
        sum += d->weight[i];
        at += d->value[i] <= x ? d->weight[i] : 0;
    }
    return at / sum;
}

double distribution_cumulative(const struct distribution *d, double x)
{
    if (!families[d->kind]->cumulative)
        return values_up_to(d, x);
    if (x <= d->min)
        return 0;
    if (x >= d->max)
        return 1;
    const double below = families[d->kind]->cumulative(d, x);
    return fmin(fmax((below - d->p_min) / (d->p_max - d->p_min), 0), 1);
}

double distribution_mass(const struct distribution *d, double x)
{
    double at = 0, sum = 0;

    if (d->kind == DIST_FIXED)
        return d->argument[0] == x;
    for (size_t i = 0; d->kind == DIST_DISCRETE && i < d->n_value; i++) {
        sum += d->weight[i];
        at += d->value[i] == x ? d->weight[i] : 0;
    }
    return sum > 0 ? at / sum : 0;
}

void distribution_support(const struct distribution *d, double *low, double *high)
{
    families[d->kind]->support(d, low, high);
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
        used =
            append(size, out, used, i == 0 ? open : ", ", discrete ? d->value[i] : d->argument[i]);
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

static bool same_numbers(size_t n, const double a[], const double b[])
{
    for (size_t i = 0; i < n; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

bool distribution_equal(const struct distribution *a, const struct distribution *b)
{
    const size_t n = distribution_forms[a->kind].n_argument;

    return a->kind == b->kind && same_numbers(n, a->argument, b->argument) && a->low == b->low &&
           a->high == b->high && a->min == b->min && a->max == b->max &&
           (a->kind != DIST_DISCRETE ||
            (a->n_value == b->n_value && same_numbers(a->n_value, a->value, b->value) &&
             same_numbers(a->n_value, a->weight, b->weight)));
}
