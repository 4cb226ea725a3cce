/* alternating.c - alternating offers with a last turn, solved by backward induction */
#include "alternating.h"

#include <math.h>

/* What each side gains when an offer is not accepted: the talks go on, unless leaving is worth more
 * to one that ends them by it; then all have what they have outside. */
static void pass(const struct alternating *game, const double stay[], double gain[])
{
    bool left = false;

    for (size_t i = 0; i < game->n_side; i++)
        left = left || (game->may_leave[i] && game->outside[i] > stay[i]);
    for (size_t i = 0; i < game->n_side; i++)
        gain[i] = left ? game->outside[i] : stay[i];
}

/* What a gain after turn k is worth at that turn. */
static double before_delay(const struct alternating *game, size_t k, size_t i, double gain)
{
    return (1 - game->breakdown[k]) *
           (pow(game->discount[i], game->delay[k]) * gain - game->cost[i] * game->delay[k]);
}

/* gain[]: what comes of turn k when `mover` makes the offer; least and stay are those of the
 * answer. Returns whether the offer is accepted. */
static bool move(const struct alternating *game, const struct bargaining_set *set, size_t mover,
                 const double least[], const double stay[], double gain[])
{
    double agreed[MAX_SIDE], passed[MAX_SIDE];

    pass(game, stay, passed);
    bool found = set->best(set->of, mover, least, agreed);
    const double asks = fmax(passed[mover], game->floor[mover]);
    const bool agrees = found && agreed[mover] >= asks;
    for (size_t i = 0; i < game->n_side; i++)
        gain[i] = agrees ? agreed[i] : passed[i];
    return agrees;
}

/* now[]: what turn k is worth, before it is known who moves; the rest as in `move`. */
static bool take_turn(const struct alternating *game, const struct bargaining_set *set, size_t k,
                      const double least[], const double stay[], double now[])
{
    const size_t n = game->n_side;
    bool agrees = false;

    for (size_t i = 0; i < n; i++)
        now[i] = 0;
    for (size_t mover = 0; mover < n; mover++) {
        const double share = game->mover[n * k + mover];
        double gain[MAX_SIDE];
        if (share == 0)
            continue;
        agrees = move(game, set, mover, least, stay, gain) || agrees;
        for (size_t i = 0; i < n; i++)
            now[i] += share * (game->at_once ? gain[i] : before_delay(game, k, i, gain[i]));
    }
    for (size_t i = 0; i < n && game->at_once && k > 0; i++)
        now[i] = before_delay(game, k - 1, i, now[i]);
    return agrees;
}

void alternating_solve(const struct alternating *game, const struct bargaining_set *set,
                       double least[], double stay[], double hope[])
{
    const size_t n = game->n_side, last = n * game->n_turn;

    for (size_t i = 0; i < n; i++) {
        stay[last + i] = 0;
        least[last + i] = fmax(game->floor[i], game->outside[i]);
    }
    if (hope)
        hope[game->n_turn] = 0;
    for (size_t k = game->n_turn; k-- > 0;) {
        double *now = stay + n * k;
        const bool agrees = take_turn(game, set, k, least + n * (k + 1), now + n, now);
        for (size_t i = 0; i < n; i++)
            least[n * k + i] = fmax(fmax(now[i], game->outside[i]), game->floor[i]);
        if (hope)
            hope[k] = agrees || hope[k + 1] > 0;
    }
}
