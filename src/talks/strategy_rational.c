/* strategy_rational.c - looks ahead to the deadline, and expects the other to do so, too */
#include "strategy.h"

#include <math.h>

/* It leaves when going on is worth less.  It also leaves when no agreement is foreseen and leaving
 * is worth as much as going on: else it could put that off for ever. */
static bool leaves(const struct side *side, size_t turn)
{
    const double outside = side->tactic_values.number[TACTIC_outside];
    const double stay = side->lookahead->stay[PAIR * turn + side->me];

    return outside > stay + TIE ||
           (side->lookahead->hope[turn] == 0 && outside > TIE && outside >= stay - TIE);
}

/* The place on the frontier of the best for it that the other accepts at the next turn, unless
 * letting the turn pass is worth more; frontier->n for none. */
static size_t best_place(const struct side *side, size_t k)
{
    const struct lookahead *f = side->lookahead;
    const struct frontier *frontier = side->frontier;
    const size_t place =
        frontier_best(frontier, side->me, f->least[PAIR * (k + 1) + (1 - side->me)]);
    const double passing = f->stay[PAIR * (k + 1) + side->me];

    if (place < frontier->n && frontier->gain[PAIR * place + side->me] < passing - TIE)
        return frontier->n;
    return place;
}

static struct intent plan(struct side *side, const struct moment *now)
{
    const struct lookahead *f = side->lookahead;
    const struct frontier *frontier = side->frontier;
    size_t k = now->turn - f->first;

    k = k < f->n_turn ? k : f->n_turn;
    struct intent intent = { .target = fmax(f->least[PAIR * k + side->me], side->floor),
                             .offer = NO_PACKAGE,
                             .leaves = leaves(side, k) };
    if (k == f->n_turn || frontier->n == 0)
        return intent;
    size_t place = best_place(side, k);
    intent.suits = place < frontier->n && frontier->gain[PAIR * place + side->me] >=
                                              side->tactic_values.number[TACTIC_outside] - TIE;
    if (place == frontier->n)
        place = side->me == 0 ? 0 : frontier->n - 1; /* not meant to be accepted */
    intent.offer = (uint32_t)frontier->package[place];
    return intent;
}

const struct strategy_rule strategy_rational = { .uses_frontier = true,
                                                 .looks_ahead = true,
                                                 .plan = plan };
