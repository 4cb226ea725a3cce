/* blocking_issue.c - what a party that refuses minds most */
#include "blocking_issue.h"

#include "agreement.h"

#include <math.h>
#include <string.h>

/* How far the package is from what party p and its veto holders ask for, by the one that lacks
 * most; each red line is worth more than all issues together, also to a bloc that judges by itself:
 * of these, as many count as would have to agree. */
static double margin(const struct appraisal *d, size_t p, const size_t level[])
{
    const double red_line = 1e6;
    double surplus[MAX_VETO], felt[MAX_PARTY], margins[MAX_VETO], crossed = 0;

    appraisal_surpluses(d, level, surplus, felt);
    for (size_t j = 0; j < d->scenario->n_veto; j++) {
        const struct veto_player *one = &d->scenario->veto_player[j];
        const double lines = (double)utility_vetoes(&d->utility, j, level);
        margins[j] = surplus[j] - appraisal_least(d, j, felt[one->party]);
        if (one->bloc)
            margins[j] -= red_line * lines;
        else if (one->party == p)
            crossed += lines;
    }
    return agreement_margin(d->scenario, p, margins) - red_line * crossed;
}

/* The best that changing issue k alone could do. */
static double best_without(const struct appraisal *d, size_t p, const size_t level[],
                           uint32_t *const *move, size_t k)
{
    const struct scenario *s = d->scenario;
    size_t changed[MAX_ISSUE];
    double best = -INFINITY;

    for (size_t l = 0; l < s->issue[k].n_level; l++) {
        memcpy(changed, level, s->n_table * sizeof *changed);
        if (move_by(s, move, k, l, changed))
            best = fmax(best, margin(d, p, changed));
    }
    return best;
}

size_t blocking_issue_of(const struct appraisal *d, size_t p, const size_t level[],
                         uint32_t *const *move)
{
    double most = margin(d, p, level);
    size_t issue = NONE;

    for (size_t k = 0; k < d->scenario->n_table; k++) {
        double best = best_without(d, p, level, move, k);
        if (best > most + TIE) {
            most = best;
            issue = k;
        }
    }
    return issue;
}
