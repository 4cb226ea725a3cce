/* distribution.c - what is not known about a number: distributions by their quantiles */
#include "distribution.h"

#include "family.h"
#include "text.h"

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
    [DIST_DISCRETE] = { "discrete", "value, ...", 0,
                        "one of some values, with `weights` or equal" },
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
    return families[d->kind].cumulative(d, x);
}

enum error_code distribution_prepare(struct distribution *d, struct error *err)
{
    const double least = 1e-6;
    const char *complaint = families[d->kind].complaint(d);
    char text[160];

    if (complaint) {
        distribution_format(d, sizeof text, text);
        return error_at(err, "", 0, "%s: %s", text, complaint);
    }
    d->p_min = d->min > -INFINITY ? probability_below(d, d->min) : 0;
    d->p_max = d->max < INFINITY ? families[d->kind].cumulative(d, d->max) : 1;
    if (!(d->min <= d->max) || !(d->p_max - d->p_min >= least)) {
        distribution_format(d, sizeof text, text);
        return error_at(err, "", 0, "'min' and 'max' leave nothing of %s", text);
    }
    return OK;
}

double distribution_quantile(const struct distribution *d, double u)
{
    const struct family *family = &families[d->kind];

    if (!is_truncated(d))
        return family->quantile(d, u);
    double x = family->quantile(d, d->p_min + u * (d->p_max - d->p_min));
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
    return families[DIST_DISCRETE].mean(&inside);
}

double distribution_mean(const struct distribution *d)
{
    enum { INTERVALS = 200 };
    double mean = NAN, error;

    if (!is_truncated(d))
        return families[d->kind].mean(d);
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
    families[d->kind].support(d, low, high);
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
