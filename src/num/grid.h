/* grid.h - every combination of some levels, by number */
#ifndef GRID_H
#define GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GRID_MAX = 32 };

/* Mixed-radix numbers: the combination (x_0 .. x_{n-1}) has the index
 * sum of x_k stride[k]; row-major, so the last one varies fastest. */
struct grid {
    size_t n;
    size_t size[GRID_MAX];
    uint64_t stride[GRID_MAX];
    uint64_t total; /* number of combinations; 1 when n is 0 */
};

/* False when there are too many dimensions, one is empty, or the total does not fit 63 bits. */
bool grid_init(struct grid *g, size_t n, const size_t size[]);

/* The levels of combination `index`, out: level[n]; and the way back. */
void grid_levels(const struct grid *g, uint64_t index, size_t level[]);
uint64_t grid_index(const struct grid *g, const size_t level[]);

/* The level of dimension k in combination `index`. */
static inline size_t grid_level(const struct grid *g, uint64_t index, size_t k)
{
    return (size_t)(index / g->stride[k] % g->size[k]);
}

/* Moves level[n] to the next combination; false after the last, when it is all zeros again. */
bool grid_next(const struct grid *g, size_t level[]);

#endif
