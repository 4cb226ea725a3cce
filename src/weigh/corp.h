/* corp.h - how reliable stated chances of a yes are: isotonic regression and the score's parts
 *
 * Source: Dimitriadis, Gneiting & Jordan (2021) PNAS 118(8):e2016191118 (CORP). */
#ifndef CORP_H
#define CORP_H

#include "error.h"

/* A forecast: the chance of a yes that was stated, n answers of which `yes` were a yes. */
struct forecast {
    double p, n, yes;
};

/* A step of the curve: forecasts from p_low to p_high came true in a share `rate` of n answers. */
struct reliability_step {
    double p_low, p_high, rate, n;
};

/* The Brier score S = miscalibration - discrimination + uncertainty. */
struct corp {
    double brier, miscalibration, discrimination, uncertainty;
};

/* Sorts forecast[n] by p, each in [0, 1], and pools those next to each other whose rates fall (pool
 * adjacent violators): step[n], out; returns how many there are.  Forecasts of the same p are one.
 */
size_t corp_steps(size_t n, struct forecast forecast[], struct reliability_step step[]);

/* The parts of the Brier score; step[n_step] are those of the same forecasts.  NAN without answers.
 */
struct corp corp_parts(size_t n, const struct forecast forecast[], size_t n_step,
                       const struct reliability_step step[]);

#endif
