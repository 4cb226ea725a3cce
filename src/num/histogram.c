/* histogram.c - means and quantiles of many numbers, kept as whole-number counts */
#include "histogram.h"

#include <math.h>

/* Sums are in units of 1 / UNIT, decimal so that means are short numbers. */
static const double UNIT = 1e9;

void mean_add(uint64_t cell[MEAN_CELLS], double x)
{
    cell[0] += (uint64_t)(fmin(x, HISTOGRAM_MOST) * UNIT + 0.5);
    cell[1]++;
}

double mean_of(const uint64_t cell[MEAN_CELLS])
{
    return cell[1] > 0 ? (double)cell[0] / UNIT / (double)cell[1] : 0;
}

/* A mean, then how many are nearest to k / HISTOGRAM_STEPS, then how many are beyond. */
void histogram_add(uint64_t cell[HISTOGRAM_CELLS], double x)
{
    const double at = round(x * HISTOGRAM_STEPS);

    if (x < INFINITY)
        mean_add(cell, x);
    cell[at > HISTOGRAM_STEPS ? HISTOGRAM_CELLS - 1 : MEAN_CELLS + (int)at]++;
}

uint64_t histogram_count(const uint64_t cell[HISTOGRAM_CELLS])
{
    uint64_t n = 0;
    for (int i = MEAN_CELLS; i < HISTOGRAM_CELLS; i++)
        n += cell[i];
    return n;
}

uint64_t histogram_at_zero(const uint64_t cell[HISTOGRAM_CELLS])
{
    return cell[MEAN_CELLS];
}

uint64_t histogram_beyond(const uint64_t cell[HISTOGRAM_CELLS])
{
    return cell[HISTOGRAM_CELLS - 1];
}

double histogram_share_from(const uint64_t cell[HISTOGRAM_CELLS], double x)
{
    const uint64_t all = histogram_count(cell);
    uint64_t n = 0;

    for (int i = MEAN_CELLS + (int)round(x * HISTOGRAM_STEPS); i < HISTOGRAM_CELLS; i++)
        n += cell[i];
    return all > 0 ? (double)n / (double)all : 0;
}

double histogram_mean(const uint64_t cell[HISTOGRAM_CELLS])
{
    return mean_of(cell);
}

double histogram_quantile(const uint64_t cell[HISTOGRAM_CELLS], double q)
{
    const double wanted = q * (double)histogram_count(cell);
    uint64_t n = 0;

    for (int k = 0; k <= HISTOGRAM_STEPS; k++) {
        n += cell[MEAN_CELLS + k];
        if (n > 0 && (double)n >= wanted)
            return (double)k / HISTOGRAM_STEPS;
    }
    return INFINITY;
}
