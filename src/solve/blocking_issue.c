/* blocking_issue.c - what a party that refuses minds most */
#include "blocking_issue.h"

#include "agreement.h"

#include <math.h>
#include <string.h>

/* A red line is worth more than all issues together. */
#define RED_LINE 1e6

/* How far the package is from what party p and its veto holders ask for, by the one that lacks
 * most; of blocs that judge by themselves as many count as would have to agree. */
static double margin(const struct appraisal *d, size_t p, const size_t level[])
{
    double surplus[MAX_VETO], felt[MAX_PARTY], margins[MAX_VETO], crossed = 0;

    appraisal_surpluses(d, level, surplus, felt);
    for (size_t j = 0; j < d->scenario->n_veto; j++) {
        const struct veto_player *one = &d->scenario->veto_player[j];
        const double lines = (double)utility_vetoes(&d->utility, j, level);
        margins[j] = surplus[j] - appraisal_least(d, j, felt[one->party]);
        if (one->bloc)
            margins[j] -= RED_LINE * lines;
        else if (one->party == p)
            crossed += lines;
    }
    return agreement_margin(d->scenario, p, margins) - RED_LINE * crossed;
}

/* The best that changing issue k could do, with what a rule on sums changes with it: how far the
 * package is then, in best[n_table]. */
static double best_without(const struct appraisal *d, size_t p, const size_t level[],
                           uint32_t *const *move, size_t k, size_t best[])
{
    const struct scenario *s = d->scenario;
    size_t changed[MAX_ISSUE];
    double most = -INFINITY;

    for (size_t l = 0; l < s->issue[k].n_level; l++) {
        memcpy(changed, level, s->n_table * sizeof *changed);
        if (!move_by(s, move, k, l, changed))
            continue;
        const double now = margin(d, p, changed);
        if (now > most)
            memcpy(best, changed, s->n_table * sizeof *best);
        most = fmax(most, now);
    }
    return most;
}

/* What a change of issue k brings party p by itself: red lines that are not crossed any more, of
 * its veto holders and blocs too, then worth. */
static double brings(const struct appraisal *d, size_t p, size_t k, size_t from, size_t to)
{
    const struct utility *w = &d->utility;
    const size_t first = p * w->n_slot + w->first[k];
    double lines = 0;

    for (size_t j = 0; j < d->scenario->n_veto; j++)
        if (d->scenario->veto_player[j].party == p)
            lines += (double)w->vetoed[j * w->n_slot + w->first[k] + from] -
                     (double)w->vetoed[j * w->n_slot + w->first[k] + to];
    return RED_LINE * lines + utility_part(w, first + to) - utility_part(w, first + from);
}

/* Of the issues that change from one package to another, that which brings the party most. */
static size_t most_changed(const struct appraisal *d, size_t p, const size_t from[],
                           const size_t to[])
{
    size_t issue = NONE;
    double most = -INFINITY;

    for (size_t k = 0; k < d->scenario->n_table; k++) {
        if (from[k] == to[k] || (issue != NONE && brings(d, p, k, from[k], to[k]) <= most))
            continue;
        most = brings(d, p, k, from[k], to[k]);
        issue = k;
    }
    return issue;
}

size_t blocking_issue_of(const struct appraisal *d, size_t p, const size_t level[],
                         uint32_t *const *move)
{
    double most = margin(d, p, level);
    size_t issue = NONE, best[MAX_ISSUE];

    for (size_t k = 0; k < d->scenario->n_table; k++) {
        const double now = best_without(d, p, level, move, k, best);
        if (now > most + TIE) {
            most = now;
            issue = most_changed(d, p, level, best);
        }
    }
    return issue;
}
