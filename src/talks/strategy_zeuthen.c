/* strategy_zeuthen.c - concedes when it has less to lose from no agreement than the other
 *
 * A party's risk is the share of its surplus that giving in would cost.  The party with the smaller
 * risk makes the smallest concession after which its risk is the larger.  That party's offer has
 * the smaller product of surpluses, so that two such parties end near the Nash package.
 * Source: Zeuthen (1930) Problems of Monopoly and Economic Warfare; Harsanyi (1956) Econometrica
 * 24:144. */
#include "strategy.h"

#include <math.h>

/* From its best again, to walk on from there: another frontier has other places. */
static void begin(struct side *side)
{
    side->place = side->me == 0 || side->frontier->n == 0 ? 0 : side->frontier->n - 1;
}

static double gain_at(const struct side *side, size_t place, size_t of)
{
    return sides_utility(side->sides, of, (uint32_t)side->frontier->package[place]);
}

/* What a side would lose, as a share, by giving in: own is what its own offer is worth to it. */
static double risk(double own, double given)
{
    return own > TIE ? (own - given) / own : 1;
}

/* Whether, at `place`, it still has no more to lose than the other, whose last offer stands. */
static bool concedes(const struct side *side, size_t place)
{
    const uint32_t theirs = side->heard[1 - side->me].last;
    const size_t other = 1 - side->me;
    const double mine = gain_at(side, place, side->me);
    const double given = sides_utility(side->sides, side->me, theirs);

    if (mine <= given + TIE)
        return false; /* it would accept */
    return risk(mine, given) <=
           risk(sides_utility(side->sides, other, theirs), gain_at(side, place, other)) + TIE;
}

/* Along the frontier: from its start for side 0, from its end for side 1, down to what it asks.
 * Each place is passed once in a talk. */
static struct intent plan(struct side *side, const struct moment *now)
{
    const size_t n = side->frontier->n, last = side->me == 0 ? n - 1 : 0;
    const size_t step = side->me == 0 ? 1 : (size_t)-1;

    (void)now;
    if (n == 0) /* nothing that both could accept */
        return (struct intent){ .target = side_best(side),
                                .offer = side_offer(side, side_best(side)) };
    while (side->has_begun && side->heard[1 - side->me].last != NO_PACKAGE && side->place != last &&
           gain_at(side, side->place + step, side->me) >= side->floor - TIE &&
           concedes(side, side->place))
        side->place += step;
    side->has_begun = true; /* what it opens with is its best */
    const double gain = gain_at(side, side->place, side->me);
    const bool suits = gain >= side->floor - TIE;
    return (struct intent){
        .target = fmax(gain, side->floor),
        .offer = suits ? (uint32_t)side->frontier->package[side->place] : NO_PACKAGE,
    };
}

const struct strategy_rule strategy_zeuthen = { .uses_frontier = true,
                                                .begin = begin,
                                                .plan = plan };
