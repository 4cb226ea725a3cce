/* strategy_micro.c - MiCRO: concedes by one package each time the other has conceded, too
 *
 * Of several others it follows the one that has said the fewest different packages: with all that
 * was said, it would nearly always have reason to concede.
 * Source: de Jonge (2022) "An analysis of the linear bilateral ANAC domains using the MiCRO
 * benchmark strategy", IJCAI 2022, between two. */
#include "strategy.h"

#include <math.h>

/* Those of n packages that can still be agreed, in their order; returns how many. */
static size_t keep_possible(const struct side *side, size_t n, uint32_t package[])
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (sides_utility(side->sides, side->me, package[i]) > -INFINITY)
            package[kept++] = package[i];
    return kept;
}

static void begin(struct side *side)
{
    const struct ranking *r = &side->sides->side[side->me].ranking;

    /* what is off the table now is as if never said */
    side->n_sent = keep_possible(side, side->n_sent, side->sent);
    side->n_taken = keep_possible(side, side->n_taken, side->taken);
    for (size_t c = 0; c < r->n_case; c++)
        side->at[c] = r->first[c + 1];
}

/* The best package that it has not said yet, and what it is worth; NO_PACKAGE when all that are
 * worth its floor have been.  A place is passed once in a talk, and again after a new ranking.  Of
 * equals the highest number, as in the published traces; of equals in two cases, the first case. */
static uint32_t next_package(struct side *side, double *utility)
{
    const struct side_utilities *mine = &side->sides->side[side->me];
    const struct ranking *r = &mine->ranking;
    uint32_t best = NO_PACKAGE;

    *utility = side->floor - TIE;
    for (size_t c = 0; c < r->n_case; c++) {
        size_t *at = &side->at[c];
        while (*at > r->first[c] && side->said_in[r->package[*at - 1]] == side->run)
            --*at;
        const double value = *at > r->first[c] ? r->value[*at - 1] - mine->drift[c] : -INFINITY;
        if (best == NO_PACKAGE ? value < *utility : value <= *utility)
            continue;
        best = r->package[*at - 1];
        *utility = value;
    }
    return best;
}

/* While it waits for another to concede it repeats one of its offers. */
static struct intent plan(struct side *side, const struct moment *now)
{
    const bool waits = side->n_sent + side->n_taken > side_fewest_heard(side);
    double utility;

    (void)now;
    if (!waits) {
        uint32_t next = next_package(side, &utility);
        if (next != NO_PACKAGE)
            return (struct intent){ .target = utility, .offer = next };
    }
    if (side->n_sent == 0)
        return (struct intent){ .target = side->floor, .offer = NO_PACKAGE };
    uint32_t last = side->sent[side->n_sent - 1];
    uint32_t again = side->sent[gsl_rng_uniform_int(side->choices, side->n_sent)];
    double target = waits ? sides_utility(side->sides, side->me, last) : side->floor;
    return (struct intent){ .target = fmax(target, side->floor), .offer = again };
}

const struct strategy_rule strategy_micro = { .begin = begin, .plan = plan };
