/* rational.c - the strategy that looks ahead to the deadline, and takes the other to do so, too */
#include "strategy.h"

#include <math.h>

/* It leaves when going on is worth less; and when nothing is to be hoped for, since it could do so
 * later as well, and would for ever. */
static bool leaves(const struct side *side, size_t turn)
{
    const double outside = side->stance.number[TACTIC_outside];
    const double stay = side->foresight->stay[N_SIDE * turn + side->me];

    return outside > stay + TIE ||
           (side->foresight->hope[turn] == 0 && outside > TIE && outside >= stay - TIE);
}

struct intent rational_plan(struct side *side, const struct moment *now)
{
    const struct foresight *f = side->foresight;
    const size_t other = 1 - side->me;
    size_t k = now->turn - f->first;

    k = k < f->n_turn ? k : f->n_turn;
    struct intent intent = { fmax(f->least[N_SIDE * k + side->me], side->floor), NO_PACKAGE,
                             leaves(side, k) };
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
