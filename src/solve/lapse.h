/* lapse.h - the days that pass while an agreement is carried out, and what they cost */
#ifndef LAPSE_H
#define LAPSE_H

#include "implementation.h"

/* Takes in a draw: days that no issue's level decides, what a day costs, discounts of these days;
 * and shock[] of each phase.  Equal phases share evenly the days, and the chance of coming through
 * all shocks. */
void lapse_fill(struct implementation *c, const double theta[], double shock[]);

/* The days of a phase in a package. */
double lapse_days(const struct implementation *c, size_t phase, const size_t level[]);

/* The discounts of what follows each step, [n_step * n_veto]: the implementation's own where no
 * issue says how long phases are; else those of the package, in `room`, which keeps them for the
 * next package of the same draw. */
const double *lapse_discount(const struct implementation *c, const size_t level[],
                             struct discounts *room);

#endif
