/* spread.h - the mean and the quantiles of many numbers, kept as whole-number counts */
#ifndef SPREAD_H
#define SPREAD_H

#include <stdint.h>

/* Numbers from 0 up.  Whole cells, so that the sets of several threads may be added cell by cell in
 * any order.  The mean is kept to 1e-9; quantiles to 1 / SPREAD_STEPS, and above 1 only as
 * "more than 1". */
enum { SPREAD_STEPS = 1000, SPREAD_CELLS = SPREAD_STEPS + 3 };

void spread_add(uint64_t cell[SPREAD_CELLS], double x);

/* How many numbers; their mean (0 of none); the least x of which at least the share q is not above
 * it, q in (0, 1]: INFINITY when that is more than 1 (or there are none). */
uint64_t spread_count(const uint64_t cell[SPREAD_CELLS]);
double spread_mean(const uint64_t cell[SPREAD_CELLS]);
double spread_quantile(const uint64_t cell[SPREAD_CELLS], double q);

#endif
