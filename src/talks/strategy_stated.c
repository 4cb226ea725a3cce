/* strategy_stated.c - the strategy that puts forward the proposals of the record on their days */
#include "strategy.h"

#include <math.h>

/* Before its first proposal, and when that cannot be agreed in this draw, it only listens. */
static struct intent plan(struct side *side, const struct moment *now)
{
    const struct tactic_values *tactic_values = &side->tactic_values;
    const struct grid *grid = &side->sides->package_index->layout->scenario->grid;
    struct intent intent = { .target = side_best(side), .offer = NO_PACKAGE };

    for (size_t i = 0; i < tactic_values->n_stated && tactic_values->stated[i].day <= now->day;
         i++) {
        const size_t *level = tactic_values->proposal[tactic_values->stated[i].proposal].package;
        intent.offer = (uint32_t)grid_index(grid, level);
    }
    if (intent.offer == NO_PACKAGE)
        return intent;
    double utility = sides_utility(side->sides, side->me, intent.offer);
    if (utility > -INFINITY)
        intent.target = utility;
    else
        intent.offer = NO_PACKAGE;
    return intent;
}

const struct strategy_rule strategy_stated = { .plan = plan };
