/* lookahead.c - the turns to come, and their solution by backward induction */
#include "lookahead.h"

#include "alternating.h"

#include <math.h>
#include <stdlib.h>

void lookahead_release(struct lookahead *f)
{
    free(f->delay);
    *f = (struct lookahead){ 0 };
}

/* One array holds all: delay, breakdown, mover and hope of each turn, least and stay of each side.
 */
static enum error_code reserve(struct lookahead *f, size_t n_turn, struct error *err)
{
    if (n_turn < f->room)
        return OK;
    lookahead_release(f);
    f->room = n_turn + 1;
    f->delay = memory_alloc(f->room * (4 + 2 * PAIR), sizeof *f->delay, err);
    if (!f->delay)
        return err->code;
    f->breakdown = f->delay + f->room;
    f->mover = f->breakdown + f->room;
    f->hope = f->mover + f->room;
    f->least = f->hope + f->room;
    f->stay = f->least + PAIR * f->room;
    return OK;
}

static bool best_on_frontier(const void *of, size_t side, double need, double gain[PAIR])
{
    const struct frontier *f = of;
    size_t place = frontier_best(f, side, need);

    if (place == f->n)
        return false;
    gain[0] = f->gain[PAIR * place];
    gain[1] = f->gain[PAIR * place + 1];
    return true;
}

/* Turn k counts from `round` on.  Between the two moves of one round no time passes. */
static void lay_out(struct lookahead *f, const struct world *w, double interval, size_t round,
                    size_t n_turn)
{
    const struct talks *talks = w->scenario->talks;
    const double breakdown = w->drawn[talks->breakdown];

    f->n_turn = n_turn;
    for (size_t k = 0; k < n_turn; k++) {
        bool in_round =
            (!talks->one_moves && k % 2 == 0) || (talks->ends_in_round && k + 1 == n_turn);
        f->delay[k] = in_round ? 0 : interval;
        f->breakdown[k] = in_round ? 0 : breakdown;
        f->mover[k] = talks->one_moves ? (round + k) % 2 == 0 : k % 2 == 0;
        if (talks->random_mover)
            f->mover[k] = w->drawn[talks->recognition];
    }
}

enum error_code lookahead_make(struct lookahead *f, const struct world *w, const double floor[PAIR],
                               double day, size_t round, size_t turn, struct error *err)
{
    const struct talks *talks = w->scenario->talks;
    const double interval = w->scenario->parameter[talks->round_days].distribution.mean;
    const double intervals = (talks->last_day - day) / interval;
    const double rounds =
        (talks->ends_in_round ? ceil(intervals - TIE) : trunc(intervals + TIE)) + 1;
    /* at the last turn only an answer; it comes after all others where the last round has one */
    const double turns = rounds * (talks->one_moves ? 1 : 2) - (talks->ends_in_round ? 0 : 1);
    const size_t n_turn = turns > 0 ? (size_t)turns : 0;
    struct alternating game = { .n_turn = n_turn };
    const struct bargaining_set set = { best_on_frontier, &w->frontier };

    if (reserve(f, n_turn, err) != OK)
        return err->code;
    lay_out(f, w, interval, round, n_turn);
    game.delay = f->delay;
    game.breakdown = f->breakdown;
    game.mover = f->mover;
    for (size_t i = 0; i < PAIR; i++) {
        const double *number = w->schedule.tactic_values[i].number;
        game.discount[i] = number[TACTIC_discount];
        game.cost[i] = number[TACTIC_cost];
        game.outside[i] = number[TACTIC_outside];
        game.floor[i] = floor[i];
    }
    f->first = turn;
    alternating_solve(&game, &set, f->least, f->stay, f->hope);
    return OK;
}
