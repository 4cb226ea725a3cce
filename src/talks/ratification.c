/* ratification.c - bodies that vote, after the leaders have agreed, on days of their own */
#include "ratification.h"

static const struct body *body_of(const struct world *w, const struct ratifier *r)
{
    return &w->scenario->party[w->scenario->talks->side[r->side]].body[r->body];
}

/* A judge's no deal, and what saying no costs it, move as its party's do. */
static bool judge_agrees(const struct world *w, const struct ratifier *r, size_t j,
                         uint32_t package)
{
    const struct standing_side *side = &w->standing.side[r->side];
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    const double lasts = worth_lasts(&w->deal.worth, j, level);
    const double surplus = deal_surplus(&w->deal, j, level) - shift_takes(side->moved, lasts);
    return deal_suits(&w->deal, j, level, surplus, lasts);
}

bool ratifier_agrees(const struct world *w, const struct ratifier *r, uint32_t package)
{
    const struct body *body = body_of(w, r);
    const size_t j = scenario_judge(w->scenario, body);

    if (j < w->scenario->n_judge)
        return judge_agrees(w, r, j, package);
    const size_t p = w->scenario->talks->side[r->side];
    const double felt = world_felt(w, r->side, package);
    return standing_worth(&w->standing, r->side, package) >=
           deal_body_least(&w->deal, p, r->body, felt) - TIE;
}
