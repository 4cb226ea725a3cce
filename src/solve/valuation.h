/* valuation.h - what every package is worth in one draw to the two sides of the talks */
#ifndef VALUATION_H
#define VALUATION_H

#include "board.h"
#include "phased.h"

/* A thread's room. */
struct valuation {
    const struct board *board; /* borrowed */
    double *one;               /* [n_package] worth to one judge; without phases */
    struct phased phased;      /* with phases, as the rest */
    double *surplus, *complete;
};

NODISCARD
enum error_code valuation_init(struct valuation *v, const struct board *b, const struct deal *deal,
                               struct error *err);
void valuation_release(struct valuation *v);

/* worth[side][n_package], out: V - w of the party on each side; -INFINITY for packages that are
 * banned or cross a red line of it, and for those that a judge j does not agree to whose strikes[j]
 * has the bit of that side. */
void valuation_make(struct valuation *v, const struct deal *deal, const unsigned strikes[],
                    double *const worth[N_SIDE]);

#endif
