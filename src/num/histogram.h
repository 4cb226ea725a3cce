/* histogram.h - means and quantiles of many numbers, kept as whole-number counts */
#ifndef HISTOGRAM_H
#define HISTOGRAM_H

#include <stdint.h>

/* Whole cells, so that the sets of several threads may be added cell by cell in any order.  Numbers
 * are at least 0; above HISTOGRAM_MOST they count as that, so that 10^9 of them fit. */
#define HISTOGRAM_MOST 16.0

/* A mean, to 1e-9: of no numbers 0. */
enum { MEAN_CELLS = 2 };
void mean_add(uint64_t cell[MEAN_CELLS], double x);
double mean_of(const uint64_t cell[MEAN_CELLS]);

/* A mean and quantiles: to 1 / HISTOGRAM_STEPS, and above 1 only as "beyond", as INFINITY is, which
 * the mean leaves out. */
enum { HISTOGRAM_STEPS = 1000, HISTOGRAM_CELLS = MEAN_CELLS + HISTOGRAM_STEPS + 2 };

void histogram_add(uint64_t cell[HISTOGRAM_CELLS], double x);

/* How many numbers; how many of them are nearest to 0, and beyond 1. */
uint64_t histogram_count(const uint64_t cell[HISTOGRAM_CELLS]);
uint64_t histogram_at_zero(const uint64_t cell[HISTOGRAM_CELLS]);
uint64_t histogram_beyond(const uint64_t cell[HISTOGRAM_CELLS]);

/* The share of the numbers that are x or more, x in [0, 1] taken to the nearest step; of no numbers
 * 0. */
double histogram_share_from(const uint64_t cell[HISTOGRAM_CELLS], double x);

/* The mean of those that are finite; the q-quantile (lower), q in (0, 1]: INFINITY when that is
 * beyond 1, or there are no numbers. */
double histogram_mean(const uint64_t cell[HISTOGRAM_CELLS]);
double histogram_quantile(const uint64_t cell[HISTOGRAM_CELLS], double q);

#endif
