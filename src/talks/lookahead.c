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

/* One array holds all: delay, breakdown and hope of each turn, mover, least and stay of each side.
 */
static enum error_code reserve(struct lookahead *f, size_t n_side, size_t n_turn, struct error *err)
{
    if (n_turn < f->room)
        return OK;
    lookahead_release(f);
    f->room = n_turn + 1;
    f->delay = memory_alloc(f->room * (3 + 3 * n_side), sizeof *f->delay, err);
    if (!f->delay)
        return err->code;
    f->breakdown = f->delay + f->room;
    f->hope = f->breakdown + f->room;
    f->mover = f->hope + f->room;
    f->least = f->mover + n_side * f->room;
    f->stay = f->least + n_side * f->room;
    return OK;
}

static bool best_on_frontier(const void *of, size_t side, const double need[], double gain[])
{
    const struct frontier *f = of;
    size_t place = frontier_best(f, side, need);

    if (place == f->n)
        return false;
    for (size_t i = 0; i < f->n_side; i++)
        gain[i] = f->gain[f->n_side * place + i];
    return true;
}

/* Turn k counts from `round` on.  Between the moves of one round no time passes, nor before the
 * answers of the last. */
static void lay_out(struct lookahead *f, const struct world *w, double interval, size_t round,
                    size_t n_turn)
{
    const struct talks *talks = w->scenario->talks;
    const double breakdown = w->drawn[talks->breakdown];
    const size_t n = talks->n_side;

    f->n_turn = n_turn;
    for (size_t k = 0; k < n_turn; k++) {
        const bool in_round = (!talks->one_moves && (k + 1) % n != 0) ||
                              (talks->ends_in_round && !talks->at_once && k + 1 == n_turn);
        f->delay[k] = in_round ? 0 : interval;
        f->breakdown[k] = in_round ? 0 : breakdown;
        for (size_t i = 0; i < n; i++)
            f->mover[n * k + i] = talks->random_mover ? schedule_recognition(&w->schedule, i)
                                                      : (talks->one_moves ? round + k : k) % n == i;
    }
}

/* How many turns there are from a round on `day` to the end.  Where offers are answered at the next
 * turn, the last is only an answer; it comes after all others where the last round has one. */
static size_t turns_left(const struct talks *talks, double interval, double day)
{
    const double intervals = (talks->last_day - day) / interval;
    const double rounds =
        (talks->ends_in_round ? ceil(intervals - TIE) : trunc(intervals + TIE)) + 1;
    const double turns = rounds * (talks->one_moves ? 1 : (double)talks->n_side) -
                         (talks->ends_in_round || talks->at_once ? 0 : 1);

    return turns > 0 ? (size_t)turns : 0;
}

enum error_code lookahead_make(struct lookahead *f, const struct world *w, const double floor[],
                               double day, size_t round, size_t turn, struct error *err)
{
    const struct talks *talks = w->scenario->talks;
    const double interval = w->scenario->parameter[talks->round_days].distribution.mean;
    const size_t n_turn = turns_left(talks, interval, day);
    struct alternating game = { .n_side = talks->n_side,
                                .n_turn = n_turn,
                                .at_once = talks->at_once };
    const struct bargaining_set set = { best_on_frontier, &w->frontier };

    if (reserve(f, talks->n_side, n_turn, err) != OK)
        return err->code;
    lay_out(f, w, interval, round, n_turn);
    game.delay = f->delay;
    game.breakdown = f->breakdown;
    game.mover = f->mover;
    for (size_t i = 0; i < talks->n_side; i++) {
        const double *number = w->schedule.tactic_values[i].number;
        game.discount[i] = number[TACTIC_discount];
        game.cost[i] = number[TACTIC_cost];
        game.outside[i] = number[TACTIC_outside];
        game.may_leave[i] = talks_need(w->scenario, i);
        game.floor[i] = floor[i];
    }
    f->first = turn;
    alternating_solve(&game, &set, f->least, f->stay, f->hope);
    return OK;
}
