/* strategy_tit_for_tat.c - the strategy that concedes in the ratio in which the others do */
#include "strategy.h"

#include <math.h>

double tit_for_tat_reply(double before, double now, double mine, double low, double high)
{
    double reply = before > 0 && now > 0 ? mine * before / now : mine;
    return fmin(fmax(reply, low), high);
}

double tit_for_tat_reply_to_all(size_t n, const double before[], const double now[], double mine,
                                double low, double high)
{
    double most = 0; /* of before / now: the least concession */
    size_t least = 0;

    for (size_t i = 0; i < n; i++) {
        const double ratio = before[i] > 0 && now[i] > 0 ? before[i] / now[i] : 1;
        if (ratio > most) {
            most = ratio;
            least = i;
        }
    }
    return tit_for_tat_reply(before[least], now[least], mine, low, high);
}

/* It replies once it has heard from each of the others again. */
static bool has_news(const struct side *side)
{
    for (size_t i = 0; i < side->n_side; i++)
        if (i != side->me && !side->heard[i].is_news)
            return false;
    return true;
}

static void reply(struct side *side, double zero, double least, double best)
{
    double before[MAX_SIDE], now[MAX_SIDE];
    bool knows_two = false; /* words of one of them, so that there is a ratio */
    size_t n = 0;

    for (size_t i = 0; i < side->n_side; i++) {
        const struct heard *heard = &side->heard[i];
        if (i == side->me)
            continue;
        const bool two = heard->before != NO_PACKAGE;
        before[n] = two ? sides_utility(side->sides, side->me, heard->before) - zero : NAN;
        now[n++] = sides_utility(side->sides, side->me, heard->last) - zero;
        knows_two = knows_two || two;
    }
    if (knows_two)
        side->aim = tit_for_tat_reply_to_all(n, before, now, side->aim, least, best);
}

static void hear_out(struct side *side)
{
    for (size_t i = 0; i < side->n_side; i++)
        side->heard[i].is_news = false;
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
    else if (has_news(side))
        reply(side, zero, least, best);
    if (!side->has_begun || has_news(side))
        hear_out(side);
    side->has_begun = true;
    const double target = fmin(side->aim, best) + zero;
    return (struct intent){ .target = target, .offer = side_offer(side, target) };
}

const struct strategy_rule strategy_tit_for_tat = { .plan = plan };
