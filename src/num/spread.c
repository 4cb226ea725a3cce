/* spread.c - means and quantiles of many numbers, kept as whole-number counts */
#include "spread.h"

#include <math.h>

/* Sums are in units of 1 / UNIT, decimal so that means are short numbers. */
static const double UNIT = 1e9;

void mean_add(uint64_t cell[MEAN_CELLS], double x)
{
    cell[0] += (uint64_t)(fmin(x, SPREAD_MOST) * UNIT + 0.5);
    cell[1]++;
}

double mean_of(const uint64_t cell[MEAN_CELLS])
{
    return cell[1] > 0 ? (double)cell[0] / UNIT / (double)cell[1] : 0;
}

/* A mean, then how many are nearest to k / SPREAD_STEPS, then how many are beyond. */
void spread_add(uint64_t cell[SPREAD_CELLS], double x)
{
    const double at = round(x * SPREAD_STEPS);

    if (x < INFINITY)
        mean_add(cell, x);
    cell[at > SPREAD_STEPS ? SPREAD_CELLS - 1 : MEAN_CELLS + (int)at]++;
}

uint64_t spread_count(const uint64_t cell[SPREAD_CELLS])
{
    uint64_t n = 0;
    for (int i = MEAN_CELLS; i < SPREAD_CELLS; i++)
        n += cell[i];
    return n;
}

uint64_t spread_at_zero(const uint64_t cell[SPREAD_CELLS])
{
    return cell[MEAN_CELLS];
}

uint64_t spread_beyond(const uint64_t cell[SPREAD_CELLS])
{
    return cell[SPREAD_CELLS - 1];
}

double spread_mean(const uint64_t cell[SPREAD_CELLS])
{
    return mean_of(cell);
}

double spread_quantile(const uint64_t cell[SPREAD_CELLS], double q)
{
    const double wanted = q * (double)spread_count(cell);
    uint64_t n = 0;

    for (int k = 0; k <= SPREAD_STEPS; k++) {
        n += cell[MEAN_CELLS + k];
        if (n > 0 && (double)n >= wanted)
            return (double)k / SPREAD_STEPS;
    }
    return INFINITY;
}
