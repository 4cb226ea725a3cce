/* spread.h - means and quantiles of many numbers, kept as whole-number counts */
#ifndef SPREAD_H
#define SPREAD_H

#include <stdint.h>

/* Whole cells, so that the sets of several threads may be added cell by cell in any order.  Numbers
 * are at least 0; above SPREAD_MOST they count as that, so that 10^9 of them fit. */
#define SPREAD_MOST 16.0

/* A mean, to 1e-9: of no numbers 0. */
enum { MEAN_CELLS = 2 };
void mean_add(uint64_t cell[MEAN_CELLS], double x);
double mean_of(const uint64_t cell[MEAN_CELLS]);

/* A mean and quantiles: to 1 / SPREAD_STEPS, and above 1 only as "beyond", as INFINITY is, which
 * the mean leaves out. */
enum { SPREAD_STEPS = 1000, SPREAD_CELLS = MEAN_CELLS + SPREAD_STEPS + 2 };

void spread_add(uint64_t cell[SPREAD_CELLS], double x);

/* How many numbers; how many of them are nearest to 0, and beyond 1. */
uint64_t spread_count(const uint64_t cell[SPREAD_CELLS]);
uint64_t spread_at_zero(const uint64_t cell[SPREAD_CELLS]);
uint64_t spread_beyond(const uint64_t cell[SPREAD_CELLS]);

/* The mean of those that are finite; the least x of which at least the share q is not above it, q
 * in (0, 1]: INFINITY when that is beyond 1, or there are no numbers. */
double spread_mean(const uint64_t cell[SPREAD_CELLS]);
double spread_quantile(const uint64_t cell[SPREAD_CELLS], double q);

#endif
