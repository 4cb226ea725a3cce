/* alternating.c - alternating offers with a last turn, solved by backward induction */
#include "alternating.h"

#include <math.h>

enum { SIDES = 2 };

/* What each side gains when an offer is not accepted: the talks go on, unless leaving is worth more
 * to one side; then both have what they have outside. */
static void pass(const struct alternating *game, const double stay[SIDES], double gain[SIDES])
{
    bool left = false;

    for (size_t i = 0; i < SIDES; i++)
        left = left || game->outside[i] > stay[i];
    for (size_t i = 0; i < SIDES; i++)
        gain[i] = left ? game->outside[i] : stay[i];
}

/* utility[]: the value of turn k, at that turn, when `mover` makes the offer.  Returns whether the
 * offer is accepted. */
static bool move(const struct alternating *game, const struct bargaining_set *set, size_t k,
                 size_t mover, const double least[SIDES], const double stay[SIDES],
                 double utility[SIDES])
{
    double agreed[SIDES], passed[SIDES];

    pass(game, stay, passed);
    bool found = set->best(set->of, mover, least[1 - mover], agreed);
    const double asks = fmax(passed[mover], game->floor[mover]);
    const bool agrees = found && agreed[mover] >= asks;
    const double *gain = agrees ? agreed : passed;
    for (size_t i = 0; i < SIDES; i++)
        utility[i] = (1 - game->breakdown[k]) * (pow(game->discount[i], game->delay[k]) * gain[i] -
                                                 game->cost[i] * game->delay[k]);
    return agrees;
}

void alternating_solve(const struct alternating *game, const struct bargaining_set *set,
                       double least[], double stay[], double hope[])
{
    double *last_least = least + SIDES * game->n_turn, *last_stay = stay + SIDES * game->n_turn;

    for (size_t i = 0; i < SIDES; i++) {
        last_stay[i] = 0;
        last_least[i] = fmax(game->floor[i], game->outside[i]);
    }
    if (hope)
        hope[game->n_turn] = 0;
    for (size_t k = game->n_turn; k-- > 0;) {
        const double share[SIDES] = { game->mover[k], 1 - game->mover[k] };
        double *now = stay + SIDES * k;
        bool agrees = false;
        now[0] = now[1] = 0;
        for (size_t mover = 0; mover < SIDES; mover++) {
            double utility[SIDES];
            if (share[mover] == 0)
                continue;
            agrees =
                move(game, set, k, mover, least + SIDES * (k + 1), now + SIDES, utility) || agrees;
            for (size_t i = 0; i < SIDES; i++)
                now[i] += share[mover] * utility[i];
        }
        for (size_t i = 0; i < SIDES; i++)
            least[SIDES * k + i] = fmax(fmax(now[i], game->outside[i]), game->floor[i]);
        if (hope)
            hope[k] = agrees || hope[k + 1] > 0;
    }
}
