/* spread.c - the mean and the quantiles of many numbers, kept as whole-number counts */
#include "spread.h"

#include <math.h>

/* cell[0] is the sum in units of 1 / UNIT, decimal so that means are short numbers; cell[1 + k]
 * counts those nearest to k / SPREAD_STEPS; the last those above 1. */
static const double UNIT = 1e9;

void spread_add(uint64_t cell[SPREAD_CELLS], double x)
{
    double at = round(x * SPREAD_STEPS);

    cell[0] += (uint64_t)(x * UNIT + 0.5);
    cell[at > SPREAD_STEPS ? SPREAD_CELLS - 1 : 1 + (int)at]++;
}

uint64_t spread_count(const uint64_t cell[SPREAD_CELLS])
{
    uint64_t n = 0;
    for (int i = 1; i < SPREAD_CELLS; i++)
        n += cell[i];
    return n;
}

double spread_mean(const uint64_t cell[SPREAD_CELLS])
{
    uint64_t n = spread_count(cell);
    return n > 0 ? (double)cell[0] / UNIT / (double)n : 0;
}

double spread_quantile(const uint64_t cell[SPREAD_CELLS], double q)
{
    const double wanted = q * (double)spread_count(cell);
    uint64_t n = 0;

    for (int k = 0; k <= SPREAD_STEPS; k++) {
        n += cell[1 + k];
        if (n > 0 && (double)n >= wanted)
            return (double)k / SPREAD_STEPS;
    }
    return INFINITY;
}
