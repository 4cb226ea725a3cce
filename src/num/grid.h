/* grid.h - every combination of some levels, or those of a list, by number */
#ifndef GRID_H
#define GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GRID_MAX = 32 };

/* Dimensions that are numbered together: one, with all of its levels; or several, of whose
 * combinations only those of a list are there. */
struct grid_axis {
    size_t n;                    /* dimensions */
    uint8_t dimension[GRID_MAX]; /* rising */
    size_t size;                 /* combinations */
    uint64_t stride;             /* set by grid_join */
    const uint16_t *list; /* [size * n] levels, in rising order, borrowed; NULL: all levels */
    size_t step;          /* dimensions that a single change may change; without a list 1 */
};

/* Mixed-radix numbers over axes: the combination that is number x_a of each axis a has the index
 * sum of x_a stride[a]; row-major, so the last axis varies fastest. */
struct grid {
    size_t n, n_axis;
    struct grid_axis axis[GRID_MAX];
    uint8_t axis_of[GRID_MAX], place[GRID_MAX]; /* of a dimension: its axis, and where in it */
    uint64_t total;                             /* number of combinations; 1 when n is 0 */
};

/* Each dimension is an axis.  False when there are too many dimensions, one is empty, or the total
 * does not fit 63 bits. */
bool grid_init(struct grid *g, size_t n, const size_t size[]);

/* The same for axes, in the order of their first dimensions; each dimension is in one of them. */
bool grid_join(struct grid *g, size_t n_axis, const struct grid_axis axis[]);

/* The levels of combination `index`, out: level[n]; and the way back, for those that are there. */
void grid_levels(const struct grid *g, uint64_t index, size_t level[]);
uint64_t grid_index(const struct grid *g, const size_t level[]);

/* The number of axis a's combination in level[n]; SIZE_MAX where its list does not have it. */
size_t grid_find(const struct grid *g, size_t a, const size_t level[]);

/* The same for levels that are there. */
static inline size_t grid_at(const struct grid *g, size_t a, const size_t level[])
{
    return g->axis[a].list ? grid_find(g, a, level) : level[g->axis[a].dimension[0]];
}

/* Sets the levels of axis a in level[n] to its combination number `at`. */
void grid_put(const struct grid *g, size_t a, size_t at, size_t level[]);

/* The level of dimension k in combination `at` of its axis, and in combination `index`. */
static inline size_t grid_axis_level(const struct grid *g, size_t at, size_t k)
{
    const struct grid_axis *axis = &g->axis[g->axis_of[k]];
    return axis->list ? axis->list[at * axis->n + g->place[k]] : at;
}
static inline size_t grid_level(const struct grid *g, uint64_t index, size_t k)
{
    const struct grid_axis *axis = &g->axis[g->axis_of[k]];
    return grid_axis_level(g, (size_t)(index / axis->stride % axis->size), k);
}

/* Whether one combination of axis a is a single change from another: of one dimension, or of as
 * many as its step says where no part of that change leads to a combination by itself. */
bool grid_is_single(const struct grid *g, size_t a, size_t from, size_t to);

/* Moves level[n] to the next combination: the first dimension that changed; n after the last, when
 * it is the first combination again. */
size_t grid_advance(const struct grid *g, size_t level[]);

/* The same; false after the last. */
static inline bool grid_next(const struct grid *g, size_t level[])
{
    return grid_advance(g, level) < g->n;
}

#endif
