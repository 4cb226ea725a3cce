/* ratification.c - bodies that vote, after the leaders have agreed, on days of their own */
#include "ratification.h"

static const struct body *body_of(const struct world *w, const struct ratifier *r)
{
    return &w->scenario->party[w->scenario->talks->side[r->side]].body[r->body];
}

/* A veto player's no deal, and what saying no costs it, move as its party's do. */
static bool veto_player_agrees(const struct world *w, const struct ratifier *r, size_t j,
                               uint32_t package)
{
    const struct side_utilities *side = &w->sides.side[r->side];
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    const double lasts = utility_lasts(&w->appraisal.utility, j, level);
    const double surplus =
        appraisal_surplus(&w->appraisal, j, level) - shift_takes(side->moved, lasts);
    return appraisal_suits(&w->appraisal, j, level, surplus, lasts);
}

bool ratifier_agrees(const struct world *w, const struct ratifier *r, uint32_t package)
{
    const struct body *body = body_of(w, r);
    const size_t j = scenario_veto_player(w->scenario, body);

    if (j < w->scenario->n_veto)
        return veto_player_agrees(w, r, j, package);
    const size_t p = w->scenario->talks->side[r->side];
    const double felt = world_felt(w, r->side, package);
    return sides_utility(&w->sides, r->side, package) >=
           appraisal_body_least(&w->appraisal, p, r->body, felt) - TIE;
}
