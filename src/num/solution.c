/* solution.c - the packages that a bargaining solution chooses from a finite set */
#include "solution.h"

#include <math.h>

const struct name solution_names[SOLUTION_COUNT] = {
#define X(upper, lower, values, help) { SOLUTION_##upper, #lower, help },
    SOLUTION_LIST(X)
#undef X
};

bool solution_bears_losses(enum solution rule)
{
    return rule == SOLUTION_EGALITARIAN || rule == SOLUTION_UTILITARIAN;
}

/* Value k of those that a rule compares. */
typedef double value_fn(const struct division *d, const double gain[], size_t k);

static double value_nash(const struct division *d, const double gain[], size_t k)
{
    double sum = 0, product = 1;

    (void)k;
    for (size_t p = 0; p < d->n; p++)
        sum += d->power[p];
    for (size_t p = 0; p < d->n; p++)
        product *= pow(fmax(gain[p], 0), d->power[p] / sum);
    return product;
}

/* A party that can gain nothing anywhere does not constrain the others' shares. */
static double value_kalai_smorodinsky(const struct division *d, const double gain[], size_t k)
{
    double least = INFINITY;

    (void)k;
    for (size_t p = 0; p < d->n; p++)
        if (d->ideal[p] > 0)
            least = fmin(least, gain[p] / d->ideal[p]);
    return least < INFINITY ? least : 0;
}

static double value_egalitarian(const struct division *d, const double gain[], size_t k)
{
    double least = INFINITY;

    (void)k;
    for (size_t p = 0; p < d->n; p++)
        least = fmin(least, gain[p]);
    return least;
}

static double value_utilitarian(const struct division *d, const double gain[], size_t k)
{
    double sum = 0;

    (void)k;
    for (size_t p = 0; p < d->n; p++)
        sum += gain[p];
    return sum;
}

static const struct {
    value_fn *value;
    size_t n;
} rules[SOLUTION_COUNT] = {
#define X(upper, lower, values, help) [SOLUTION_##upper] = { value_##lower, values },
    SOLUTION_LIST(X)
#undef X
};

double solution_score(enum solution rule, const struct division *division, const double gain[])
{
    return rules[rule].value(division, gain, 0);
}

/* The gain that k others come before, from the smallest on. */
static double gain_of_rank(const struct division *d, const double gain[], size_t k)
{
    for (size_t p = 0; p < d->n; p++) {
        size_t before = 0;
        for (size_t q = 0; q < d->n; q++)
            before += gain[q] < gain[p] || (gain[q] == gain[p] && q < p);
        if (before == k)
            return gain[p];
    }
    return -INFINITY;
}

static size_t values_of(enum solution rule, const struct division *d)
{
    return rules[rule].n == SOLUTION_EACH ? d->n : rules[rule].n;
}

/* What a step compares: the rule's values; then gains from the smallest on; then the product. */
static double value_at(size_t step, enum solution rule, const struct division *d,
                       const double gain[])
{
    const size_t own = values_of(rule, d);

    if (step < own)
        return rules[rule].value(d, gain, step);
    return step < own + d->n ? gain_of_rank(d, gain, step - own) : value_nash(d, gain, 0);
}

/* How many of the points have the best first value, as far as `tie` can tell, and the first with
 * it: in most sets there is only one, and nothing else needs a look. */
static size_t count_best(enum solution rule, const struct division *d, size_t n,
                         const double gain[], double tie, size_t *first)
{
    double best = -INFINITY, second = -INFINITY;

    for (size_t i = 0; i < n; i++) {
        const double s = rules[rule].value(d, gain + i * d->n, 0);
        if (i == 0 || s > best) {
            second = i == 0 ? second : best;
            best = s;
            *first = i;
        } else if (s > second) {
            second = s;
        }
    }
    return n < 2 ? n : second >= best - tie ? 2 : 1;
}

size_t solution_choose(enum solution rule, const struct division *division, size_t n,
                       const double gain[], double tie, size_t chosen[])
{
    const size_t width = division->n;
    size_t left = count_best(rule, division, n, gain, tie, chosen);

    if (left < 2)
        return left;
    left = n;
    for (size_t i = 0; i < n; i++)
        chosen[i] = i;
    for (size_t step = 0; step <= values_of(rule, division) + width && left > 1; step++) {
        double best = -INFINITY;
        size_t kept = 0;
        for (size_t i = 0; i < left; i++)
            best = fmax(best, value_at(step, rule, division, gain + chosen[i] * width));
        for (size_t i = 0; i < left; i++)
            if (value_at(step, rule, division, gain + chosen[i] * width) >= best - tie)
                chosen[kept++] = chosen[i];
        left = kept;
    }
    return left;
}
