/* pick_freeze.h - what single inputs of a function do to it, from rows in which one is redrawn
 *
 * Points a and b are independent; ab_i is a with input i from b, ba_i is b with input i from a.
 * y is the function at each.  Sums over rows may be added up in any grouping. */
#ifndef PICK_FREEZE_H
#define PICK_FREEZE_H

/* Sums over rows of y(a) and y(b): the mean and the variance, of both together. */
struct pick_spread {
    double n, sum, square; /* n values: two a row */
};
void pick_spread_add(struct pick_spread *s, double ya, double yb);
double pick_mean(const struct pick_spread *s);
double pick_variance(const struct pick_spread *s); /* over n - 1; at least 0 */

/* The total effect of an input, E[Var(y | all others)] / Var(y), from the sum over rows of
 * (y(a) - y(ab_i))^2.  Of a yes or no that sum is how often the answer flips.
 * Source: Jansen (1999) Comput. Phys. Commun. 117:35. */
double pick_total(double squares, double rows, double variance);

/* The first-order effect, Var(E[y | x_i]) / Var(y), from rows of y(a), y(b), y(ab_i), y(ba_i).
 * Source: Azzini, Mara & Rosati (2020), Environmental Modelling & Software 129:104774. */
struct pick_first {
    double product; /* (y(ba) - y(b)) (y(a) - y(ab)) */
    double squares; /* (y(a) - y(b))^2 + (y(ba) - y(ab))^2 */
};
void pick_first_add(struct pick_first *s, double ya, double yb, double yab, double yba);
double pick_first(const struct pick_first *s);

/* The effect of inputs j and k together, Var(E[y | x_j, x_k]) / Var(y), from the sum over rows of
 * (y(ba_j) - y(ab_k))^2 + (y(ba_k) - y(ab_j))^2: each of these two shares just x_j and x_k.
 * Source: Jansen (1999), for pairs. */
double pick_pair(double squares, double rows, double variance);

#endif
