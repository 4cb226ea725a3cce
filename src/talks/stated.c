/* stated.c - the strategy that puts forward the proposals of the record on their days */
#include "strategy.h"

#include <math.h>

/* Before its first proposal, and when that cannot be agreed in this draw, it only listens. */
struct intent stated_plan(struct side *side, const struct moment *now)
{
    const struct stance *stance = &side->stance;
    const struct grid *grid = &side->standing->board->layout->scenario->grid;
    struct intent intent = { .target = side_best(side), .offer = NO_PACKAGE };

    for (size_t i = 0; i < stance->n_stated && stance->stated[i].day <= now->day; i++) {
        const size_t *level = stance->proposal[stance->stated[i].proposal].package;
        intent.offer = (uint32_t)grid_index(grid, level);
    }
    if (intent.offer == NO_PACKAGE)
        return intent;
    double worth = standing_worth(side->standing, side->me, intent.offer);
    if (worth > -INFINITY)
        intent.target = worth;
    else
        intent.offer = NO_PACKAGE;
    return intent;
}
