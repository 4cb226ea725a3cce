/* valuation.h - what every package is worth in one draw to the two sides of the talks */
#ifndef VALUATION_H
#define VALUATION_H

#include "board.h"
#include "phased.h"

/* A thread's room. */
struct valuation {
    const struct board *board; /* borrowed */
    double *one;               /* [n_package] worth to one judge; without phases */
    double *least;             /* [n_case] what it asks for */
    struct phased phased;      /* with phases */
};

NODISCARD
enum error_code valuation_init(struct valuation *v, const struct board *b, const struct deal *deal,
                               struct error *err);
void valuation_release(struct valuation *v);

/* What packages are worth to a side, in a draw:
 *
 *   worth[n_package]  V - w of its party; -INFINITY for packages that are banned or cross a red
 * line of it, and for those that a judge refuses who is asked before it agrees left[n_package]   or
 * NULL: what is left of that over what its bodies ask for where they ask for more than no deal,
 * else INFINITY; without it, and with phases, packages that they refuse are -INFINITY in worth */
struct valued {
    double *worth, *left;
};
void valuation_make(struct valuation *v, const struct deal *deal, const struct valued to[N_SIDE]);

#endif
