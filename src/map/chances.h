/* chances.h - how likely it is that a proposal is accepted in a draw, its values of no deal unknown
 *
 * Given all other numbers of a draw, a party's answer hangs on its value of no deal alone: it
 * accepts up to a limit.  The chance of that, in place of a yes or a no, has the same mean over
 * draws and varies less (conditional Monte Carlo; Asmussen & Glynn 2007, Stochastic Simulation,
 * V.4). */
#ifndef CHANCES_H
#define CHANCES_H

#include "scenario.h"

enum {
    CHANCES_PARTIES = 10, /* of a rule: all their answers are gone through, 2^n of them */
};

/* Whether chances are taken: of Sobol' draws without phases, with which answers do not add up; by a
 * rule of agreement for up to CHANCES_PARTIES parties. */
bool chances_are_taken(const struct scenario *s);

/* chance[agreement_counts], out: that each party, all, and the rule accept a package.
 *
 *   margin[n_party]  appraisal_margin, in the draw theta[n_parameter]
 *   felt[n_party]    how far it falls per unit of better no deal (appraisal_surpluses)
 *
 * A party whose value of no deal is certain, or correlated with other numbers, accepts or not, as
 * it does in the draw. */
void chances_find(const struct scenario *s, const double theta[], const double margin[],
                  const double felt[], double chance[]);

#endif
