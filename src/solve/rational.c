/* rational.c - the strategy that looks ahead to the deadline, and takes the other to do so, too */
#include "strategy.h"

#include <math.h>

struct intent rational_plan(struct side *side, const struct moment *now)
{
    const struct foresight *f = side->foresight;
    const size_t other = 1 - side->me;
    size_t k = now->turn - f->first;

    k = k < f->n_turn ? k : f->n_turn;
    const double least = f->least[N_SIDE * k + side->me], stay = f->stay[N_SIDE * k + side->me];
    struct intent intent = { fmax(least, side->floor), NO_PACKAGE,
                             side->stance.number[TACTIC_outside] > stay + TIE };
    if (k == f->n_turn || side->frontier->n == 0)
        return intent;
    size_t place = frontier_best(side->frontier, side->me, f->least[N_SIDE * (k + 1) + other]);
    double passing = f->stay[N_SIDE * (k + 1) + side->me];
    if (place == side->frontier->n ||
        side->frontier->gain[N_SIDE * place + side->me] < passing - TIE)
        place = side->me == 0 ? 0 : side->frontier->n - 1; /* not meant to be accepted */
    intent.offer = (uint32_t)side->frontier->package[place];
    return intent;
}
