/* strategy_rational.c - looks ahead to the deadline, and expects the others to do so, too */
#include "strategy.h"

#include <math.h>

static const struct scenario *scenario_of(const struct side *side)
{
    return side->sides->package_index->layout->scenario;
}

/* It leaves when going on is worth less.  It also leaves when no agreement is foreseen and leaving
 * is worth as much as going on: else it could put that off for ever.  What others can agree on
 * without it would bind it all the same. */
static bool leaves(const struct side *side, size_t turn)
{
    const double outside = side->tactic_values.number[TACTIC_outside];
    const double stay = side->lookahead->stay[side->n_side * turn + side->me];

    if (!talks_need(scenario_of(side), side->me))
        return false;
    return outside > stay + TIE ||
           (side->lookahead->hope[turn] == 0 && outside > TIE && outside >= stay - TIE);
}

static double gain_at(const struct side *side, size_t place)
{
    return side->frontier->gain[side->n_side * place + side->me];
}

/* The place on the frontier of the best for it that enough others accept when they answer, unless
 * letting the turn pass is worth more; frontier->n for none. */
static size_t best_place(const struct side *side, size_t k)
{
    const struct lookahead *f = side->lookahead;
    const struct frontier *frontier = side->frontier;
    const size_t place = frontier_best(frontier, side->me, f->least + side->n_side * (k + 1));
    const double passing = f->stay[side->n_side * (k + 1) + side->me];

    return place < frontier->n && gain_at(side, place) < passing - TIE ? frontier->n : place;
}

/* Its best: what it offers when that is not meant to be accepted. */
static size_t own_best(const struct side *side)
{
    size_t best = 0;

    for (size_t place = 1; place < side->frontier->n; place++)
        if (gain_at(side, place) > gain_at(side, best))
            best = place;
    return best;
}

static struct intent plan(struct side *side, const struct moment *now)
{
    const struct lookahead *f = side->lookahead;
    const struct frontier *frontier = side->frontier;
    size_t k = now->turn - f->first;

    k = k < f->n_turn ? k : f->n_turn;
    /* an offer that all answer at once is answered at the turn of its maker */
    const size_t answer = scenario_of(side)->talks->at_once && k < f->n_turn ? k + 1 : k;
    struct intent intent = { .target =
                                 fmax(f->least[side->n_side * answer + side->me], side->floor),
                             .offer = NO_PACKAGE,
                             .leaves = leaves(side, answer) };
    if (k == f->n_turn || frontier->n == 0)
        return intent;
    size_t place = best_place(side, k);
    intent.suits = place < frontier->n &&
                   gain_at(side, place) >= side->tactic_values.number[TACTIC_outside] - TIE;
    if (place == frontier->n)
        place = own_best(side);
    intent.offer = (uint32_t)frontier->package[place];
    return intent;
}

const struct strategy_rule strategy_rational = { .uses_frontier = true,
                                                 .looks_ahead = true,
                                                 .plan = plan };
