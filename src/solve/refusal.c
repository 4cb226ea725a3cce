/* refusal.c - what a party that refuses minds most */
#include "refusal.h"

#include <math.h>
#include <string.h>

/* How far the package is from what party p and its veto holders ask for, by the one that lacks
 * most; each red line is worth more than all issues together. */
static double standing(const struct deal *d, size_t p, const size_t level[])
{
    const double red_line = 1e6;
    double surplus[MAX_JUDGE], felt[MAX_PARTY], worst = INFINITY, crossed = 0;

    deal_surpluses(d, level, surplus, felt);
    for (size_t j = 0; j < d->scenario->n_judge; j++)
        if (d->scenario->judge[j].party == p) {
            crossed += (double)worth_vetoes(&d->worth, j, level);
            worst = fmin(worst, surplus[j] - deal_least(d, j, felt[p]));
        }
    return worst - red_line * crossed;
}

/* The best that changing issue k alone could do. */
static double best_without(const struct deal *d, size_t p, const size_t level[], size_t k)
{
    const struct scenario *s = d->scenario;
    size_t changed[MAX_ISSUE];
    double best = -INFINITY;

    memcpy(changed, level, s->n_table * sizeof *changed);
    for (changed[k] = 0; changed[k] < s->issue[k].n_level; changed[k]++)
        if (!scenario_bans(s, changed, NULL))
            best = fmax(best, standing(d, p, changed));
    return best;
}

int refusal_issue(const struct deal *d, size_t p, const size_t level[])
{
    double most = standing(d, p, level);
    int issue = NO_ISSUE;

    for (size_t k = 0; k < d->scenario->n_table; k++) {
        double best = best_without(d, p, level, k);
        if (best > most + TIE) {
            most = best;
            issue = (int)k;
        }
    }
    return issue;
}
