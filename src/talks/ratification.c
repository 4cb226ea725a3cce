/* ratification.c - bodies that vote, after the leaders have agreed, on days of their own */
#include "ratification.h"

/* What the body goes by moves as its party's no deal does, and what saying no costs that. */
bool ratifier_agrees(const struct world *w, const struct ratifier *r, uint32_t package)
{
    const struct scenario *s = w->scenario;
    const struct side_utilities *side = &w->sides.side[r->side];
    const size_t p = s->talks->side[r->side];
    double surplus[MAX_VETO], felt[MAX_PARTY];
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, package, level);
    appraisal_surpluses(&w->appraisal, level, surplus, felt);
    surplus[p] = sides_utility(&w->sides, r->side, package);
    for (size_t j = s->n_party; j < s->n_veto; j++)
        surplus[j] -= shift_takes(side->moved, utility_lasts(&w->appraisal.utility, j, level));
    return appraisal_body_agrees(&w->appraisal, p, r->body, level, surplus, felt);
}
