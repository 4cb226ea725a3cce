/* strategy_tit_for_tat.c - the strategy that concedes in the ratio in which the other does */
#include "strategy.h"

#include <math.h>

double tit_for_tat_reply(double before, double now, double mine, double low, double high)
{
    double reply = before > 0 && now > 0 ? mine * before / now : mine;
    return fmin(fmax(reply, low), high);
}

/* Utility counts from the worst that could be agreed: ratios need a zero that does not depend on
 * the value of no deal.  Both offers count for what they are worth now, so that a move of no deal
 * is none of the other.  From an offer at that zero or below no ratio can be formed: it holds
 * still, as it does without a new offer. */
static struct intent plan(struct side *side, const struct moment *now)
{
    const double zero = side->sides->side[side->me].worst;
    const double least = side_least(side) - zero, best = side_best(side) - zero;

    (void)now;
    if (!side->has_begun)
        side->aim = best;
    else if (side->has_news && side->offered_before != NO_PACKAGE)
        side->aim =
            tit_for_tat_reply(sides_utility(side->sides, side->me, side->offered_before) - zero,
                              sides_utility(side->sides, side->me, side->last_offered) - zero,
                              side->aim, least, best);
    side->has_begun = true;
    side->has_news = false;
    const double target = fmin(side->aim, best) + zero;
    return (struct intent){ .target = target, .offer = side_offer(side, target) };
}

const struct strategy_rule strategy_tit_for_tat = { .plan = plan };
