/* first_order.h - how much of whether something happens one number decides by itself */
#ifndef FIRST_ORDER_H
#define FIRST_ORDER_H

#include "sorting.h"

enum { FIRST_ORDER_BINS = 64 };

/* The values of a number in n draws, in bins that have equally many of them: sqrt(n) bins, at most
 * FIRST_ORDER_BINS; where there are no more different values than that, each is a bin. */
struct number_bins {
    size_t n_bin;
    size_t size[FIRST_ORDER_BINS]; /* how many draws each bin has, the lowest values first */
};

/* Sorts x[n] into bins: bin[n], out, is the bin of each draw.  room has room for n items, item[n]
 * and value[n] are room. */
struct number_bins number_bins_make(size_t n, const double x[], struct sorting *room,
                                    uint32_t item[], double value[], uint8_t bin[]);

/* Counts the yes of y[n] in each bin; yes, out, is 0 beyond the last. */
void number_bins_yes(size_t n, const uint8_t bin[], const uint8_t y[],
                     size_t yes[FIRST_ORDER_BINS]);

/* The first-order index S = Var(E[y | x]) / Var(y) of a yes or no y and a number x in bins, from
 * the yes in each, and its standard error.  S is the correlation ratio over bins, less what chance
 * alone puts into it: 1 - (SSW / (n - bins)) / (SST / (n - 1)).  It may be a little below 0; it is
 * not a number where y never varies. The error is the root of two variances: of a squared
 * correlation, 4 S (1 - S)^2 / n (0 where S is below 0), and of chance, 2 (bins - 1) / n^2. Source:
 * Sobol' (1993) Math. Modelling Comput. Exp. 1:407; Kelley (1935) PNAS 21:554 (the correction);
 * Olkin & Finn (1995) Psychological Bulletin 118:155 (the error). */
struct first_order {
    double index, se;
};
struct first_order first_order_of(size_t n, const struct number_bins *bins, const size_t yes[]);

#endif
