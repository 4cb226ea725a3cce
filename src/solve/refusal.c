/* refusal.c - what a party that refuses minds most */
#include "refusal.h"

#include <math.h>
#include <string.h>

/* Surplus, with each red line worth more than all issues together. */
static double standing(const struct worth *w, size_t p, const size_t level[])
{
    const double red_line = 1e6;
    return worth_surplus(w, p, level) - red_line * (double)worth_vetoes(w, p, level);
}

/* The best that changing issue k alone could do. */
static double best_without(const struct worth *w, size_t p, const size_t level[], size_t k)
{
    const struct scenario *s = w->scenario;
    size_t changed[MAX_ISSUE];
    double best = -INFINITY;

    memcpy(changed, level, s->n_table * sizeof *changed);
    for (changed[k] = 0; changed[k] < s->issue[k].n_level; changed[k]++)
        if (!scenario_bans(s, changed, NULL))
            best = fmax(best, standing(w, p, changed));
    return best;
}

int refusal_issue(const struct worth *w, size_t p, const size_t level[])
{
    double most = standing(w, p, level);
    int issue = NO_ISSUE;

    for (size_t k = 0; k < w->scenario->n_table; k++) {
        double best = best_without(w, p, level, k);
        if (best > most + TIE) {
            most = best;
            issue = (int)k;
        }
    }
    return issue;
}
