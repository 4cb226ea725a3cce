/* jackknife.h - how sure an estimate from independent scrambles is */
#ifndef JACKKNIFE_H
#define JACKKNIFE_H

#include "effects.h"

/* Out: sum[width], of all scrambles but `left_out` (EFFECTS_SCRAMBLES: of all), from
 * all[EFFECTS_SCRAMBLES * stride]. */
void jackknife_sum(size_t width, size_t stride, const double all[], size_t left_out, double sum[]);

/* The estimate that was made from all scrambles, the last of EFFECTS_SCRAMBLES + 1, and how far it
 * moves when one of them is left out: those before, each `stride` further.  Student's interval.
 * Source: Miller (1974) Biometrika 61:1. */
struct estimate jackknife_interval(const double estimates[], size_t stride);

#endif
