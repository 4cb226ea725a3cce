/* solution.c - the package that a bargaining solution picks from a finite set */
#include "solution.h"

#include <math.h>

const struct name solution_names[SOLUTION_COUNT] = {
#define X(upper, lower, help) { SOLUTION_##upper, #lower, help },
    SOLUTION_LIST(X)
#undef X
};

typedef double score_fn(const struct division *d, const double gain[]);

static double score_nash(const struct division *d, const double gain[])
{
    double sum = 0, product = 1;

    for (size_t p = 0; p < d->n; p++)
        sum += d->power[p];
    for (size_t p = 0; p < d->n; p++)
        product *= pow(fmax(gain[p], 0), d->power[p] / sum);
    return product;
}

/* A party that can gain nothing anywhere does not constrain the others' shares. */
static double score_kalai_smorodinsky(const struct division *d, const double gain[])
{
    double least = INFINITY;

    for (size_t p = 0; p < d->n; p++)
        if (d->ideal[p] > 0)
            least = fmin(least, gain[p] / d->ideal[p]);
    return least < INFINITY ? least : 0;
}

static double score_egalitarian(const struct division *d, const double gain[])
{
    double least = INFINITY;

    for (size_t p = 0; p < d->n; p++)
        least = fmin(least, gain[p]);
    return least;
}

static double score_utilitarian(const struct division *d, const double gain[])
{
    double sum = 0;

    for (size_t p = 0; p < d->n; p++)
        sum += gain[p];
    return sum;
}

static score_fn *const score[SOLUTION_COUNT] = {
#define X(upper, lower, help) [SOLUTION_##upper] = score_##lower,
    SOLUTION_LIST(X)
#undef X
};

double solution_score(enum solution rule, const struct division *division, const double gain[])
{
    return score[rule](division, gain);
}

void solution_consider(struct solution_pick *pick, enum solution rule,
                       const struct division *division, const double gain[], uint64_t package,
                       double tie)
{
    double s = score[rule](division, gain), sum = score_utilitarian(division, gain);
    bool level = pick->found && s >= pick->score - tie && s <= pick->score + tie;
    bool level_sum = level && sum >= pick->sum - tie && sum <= pick->sum + tie;
    bool better = !pick->found || (!level && s > pick->score) ||
                  (level && !level_sum && sum > pick->sum) ||
                  (level_sum && package < pick->package);

    if (better)
        *pick = (struct solution_pick){ true, package, s, sum };
}
