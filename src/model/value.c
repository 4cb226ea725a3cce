/* value.c - what a level is worth, on a scale from 0 to 1 */
#include "value.h"

#include <math.h>

const struct name value_names[VALUE_COUNT] = {
#define X(upper, lower, help) { VALUE_##upper, #lower, help },
    VALUE_LIST(X)
#undef X
};

/* The way from worst to best, in [0, 1]. */
static double way(double worst, double best, double x)
{
    if (worst == best)
        return x >= best;
    return fmin(1, fmax(0, (x - worst) / (best - worst)));
}

/* Where the way begins or ends in this draw. */
static double end_of(const struct value *v, const double theta[], size_t i)
{
    const double end = theta[v->argument[i]], span = v->all - v->nothing;
    const double share = v->has_left ? (end - v->nothing) / span : 0;

    return share > 0 ? v->nothing + span * pow(share, 1 - theta[v->left]) : end;
}

static double way_of(const struct value *v, const double theta[], double x)
{
    return way(end_of(v, theta, 0), end_of(v, theta, 1), x);
}

/* For a rate near 0 the formula is 0/0 and its limit is t. */
static double bend(double t, double rate)
{
    return fabs(rate) < 1e-9 ? t : expm1(-rate * t) / expm1(-rate);
}

static double between_points(const struct value *v, const double theta[], double x)
{
    const size_t last = v->n_point - 1;
    size_t i = 1;

    if (x <= v->x[0] || last == 0)
        return theta[v->y[0]];
    if (x >= v->x[last])
        return theta[v->y[last]];
    while (x > v->x[i])
        i++;
    double t = (x - v->x[i - 1]) / (v->x[i] - v->x[i - 1]);
    return theta[v->y[i - 1]] + t * (theta[v->y[i]] - theta[v->y[i - 1]]);
}

double value_at(const struct value *v, const double theta[], double x)
{
    const size_t *a = v->argument;

    if (v->is_silent)
        return 0;
    switch (v->kind) {
    case VALUE_LINEAR:
        return way_of(v, theta, x);
    case VALUE_POWER:
        return pow(way_of(v, theta, x), theta[a[2]]);
    case VALUE_EXPONENTIAL:
        return bend(way_of(v, theta, x), theta[a[2]]);
    case VALUE_LOGISTIC:
        return 1 / (1 + exp(-theta[a[1]] * (x - theta[a[0]])));
    case VALUE_PEAK:
        return 1 - pow(fmin(1, fabs(x - theta[a[0]]) / v->range), theta[a[1]]);
    case VALUE_POINTS:
        return between_points(v, theta, x);
    case VALUE_LEVELS:
        return theta[v->y[(size_t)x]];
    case VALUE_COUNT:
        break;
    }
    return NAN;
}
