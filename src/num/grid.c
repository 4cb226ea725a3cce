/* grid.c - every combination of some levels, or those of a list, by number */
#include "grid.h"

#include <assert.h>

bool grid_join(struct grid *g, size_t n_axis, const struct grid_axis axis[])
{
    *g = (struct grid){ .n_axis = n_axis, .total = 1 };
    for (size_t a = n_axis; a-- > 0;) {
        if (axis[a].size == 0 || g->total > INT64_MAX / axis[a].size)
            return false;
        g->axis[a] = axis[a];
        g->axis[a].stride = g->total;
        g->total *= axis[a].size;
        g->n += axis[a].n;
        for (size_t i = 0; i < axis[a].n; i++) {
            g->axis_of[axis[a].dimension[i]] = (uint8_t)a;
            g->place[axis[a].dimension[i]] = (uint8_t)i;
        }
    }
    return true;
}

bool grid_init(struct grid *g, size_t n, const size_t size[])
{
    struct grid_axis axis[GRID_MAX];

    *g = (struct grid){ .n = n, .total = 1 };
    if (n > GRID_MAX)
        return false;
    for (size_t k = 0; k < n; k++)
        axis[k] = (struct grid_axis){ .n = 1, .dimension = { (uint8_t)k }, .size = size[k] };
    return grid_join(g, n, axis);
}

void grid_levels(const struct grid *g, uint64_t index, size_t level[])
{
    for (size_t a = 0; a < g->n_axis; a++)
        grid_put(g, a, (size_t)(index / g->axis[a].stride % g->axis[a].size), level);
}

void grid_put(const struct grid *g, size_t a, size_t at, size_t level[])
{
    const struct grid_axis *axis = &g->axis[a];

    for (size_t i = 0; i < axis->n; i++)
        level[axis->dimension[i]] = axis->list ? axis->list[at * axis->n + i] : at;
}

/* Below 0 where a listed combination comes before level[n], above 0 after it. */
static int compare(const struct grid_axis *axis, size_t at, const size_t level[])
{
    const uint16_t *listed = axis->list + at * axis->n;

    for (size_t i = 0; i < axis->n; i++)
        if (listed[i] != level[axis->dimension[i]])
            return listed[i] < level[axis->dimension[i]] ? -1 : 1;
    return 0;
}

size_t grid_find(const struct grid *g, size_t a, const size_t level[])
{
    const struct grid_axis *axis = &g->axis[a];
    size_t low = 0, high = axis->size;

    if (!axis->list)
        return level[axis->dimension[0]] < axis->size ? level[axis->dimension[0]] : SIZE_MAX;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = compare(axis, middle, level);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

uint64_t grid_index(const struct grid *g, const size_t level[])
{
    uint64_t index = 0;

    for (size_t a = 0; a < g->n_axis; a++) {
        const size_t at = grid_find(g, a, level);
        assert(at != SIZE_MAX);
        index += at * g->axis[a].stride;
    }
    return index;
}

/* The dimensions in which two combinations differ: which[step]; SIZE_MAX where they are more. */
static size_t find_apart(const struct grid_axis *axis, size_t from, size_t to, size_t which[])
{
    size_t n = 0;

    for (size_t i = 0; i < axis->n; i++)
        if (axis->list[from * axis->n + i] != axis->list[to * axis->n + i]) {
            if (n == axis->step)
                return SIZE_MAX;
            which[n++] = i;
        }
    return n;
}

/* Whether a third combination has in each dimension what one of these two has. */
static bool has_between(const struct grid_axis *axis, size_t from, size_t to)
{
    for (size_t at = 0; at < axis->size; at++) {
        size_t i = 0;
        while (i < axis->n && (axis->list[at * axis->n + i] == axis->list[from * axis->n + i] ||
                               axis->list[at * axis->n + i] == axis->list[to * axis->n + i]))
            i++;
        if (i == axis->n && at != from && at != to)
            return true;
    }
    return false;
}

/* So many levels apart, the list is looked through rather than all parts of the change tried. */
enum { MANY_APART = 16 };

bool grid_is_single(const struct grid *g, size_t a, size_t from, size_t to)
{
    const struct grid_axis *axis = &g->axis[a];
    size_t which[GRID_MAX], level[GRID_MAX];

    if (from == to || !axis->list)
        return from != to;
    const size_t n = find_apart(axis, from, to, which);
    if (n == SIZE_MAX)
        return false;
    if (n >= MANY_APART || (size_t)1 << n > axis->size)
        return !has_between(axis, from, to);
    for (size_t part = 1; part + 1 < (size_t)1 << n; part++) {
        grid_put(g, a, from, level);
        for (size_t i = 0; i < n; i++)
            if (part >> i & 1)
                level[axis->dimension[which[i]]] = axis->list[to * axis->n + which[i]];
        if (grid_find(g, a, level) != SIZE_MAX)
            return false;
    }
    return true;
}

/* The first dimension of an axis in which two combinations of it differ. */
static size_t first_apart(const struct grid_axis *axis, size_t from, size_t to)
{
    size_t i = 0;

    while (axis->list && axis->list[from * axis->n + i] == axis->list[to * axis->n + i])
        i++;
    return axis->dimension[i];
}

size_t grid_advance(const struct grid *g, size_t level[])
{
    size_t first = g->n; /* of the axes behind, which begin again */

    for (size_t a = g->n_axis; a-- > 0;) {
        const size_t k = g->axis[a].dimension[0];
        const size_t at = grid_at(g, a, level);
        if (at + 1 < g->axis[a].size) {
            const size_t changed = first_apart(&g->axis[a], at, at + 1);
            grid_put(g, a, at + 1, level);
            return changed < first ? changed : first;
        }
        grid_put(g, a, 0, level);
        first = k;
    }
    return g->n;
}
