/* grid.c - every combination of some levels, by number */
#include "grid.h"

bool grid_init(struct grid *g, size_t n, const size_t size[])
{
    *g = (struct grid){ .n = n, .total = 1 };
    if (n > GRID_MAX)
        return false;
    for (size_t k = n; k-- > 0;) {
        if (size[k] == 0 || g->total > INT64_MAX / size[k])
            return false;
        g->size[k] = size[k];
        g->stride[k] = g->total;
        g->total *= size[k];
    }
    return true;
}

void grid_levels(const struct grid *g, uint64_t index, size_t level[])
{
    for (size_t k = 0; k < g->n; k++)
        level[k] = grid_level(g, index, k);
}

uint64_t grid_index(const struct grid *g, const size_t level[])
{
    uint64_t index = 0;
    for (size_t k = 0; k < g->n; k++)
        index += level[k] * g->stride[k];
    return index;
}

bool grid_next(const struct grid *g, size_t level[])
{
    for (size_t k = g->n; k-- > 0;) {
        if (++level[k] < g->size[k])
            return true;
        level[k] = 0;
    }
    return false;
}
