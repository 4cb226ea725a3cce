/* order.h - the k-th smallest of n logistic numbers */
#ifndef ORDER_H
#define ORDER_H

#include <stddef.h>

/* The chance that the k-th smallest of n independent logistic numbers (location 0, scale 1) is at
 * most y, and that it is more; and its density at y.
 *
 * It is that of k or more successes in n trials of chance x = 1 / (1 + exp(-y)), so that the number
 * of logistic numbers up to y is binomial.  k from 1 to n, n to 10^6.  Relative error 1e-10; time
 * does not grow with n.
 * Source: David & Nagaraja (2003) Order Statistics, 3rd ed., eq. 2.1.3. */
struct order_chance {
    double below, above, density;
};
struct order_chance order_at(size_t n, size_t k, double y);

/* The same of the next, k + 1, at the same y, from those of the k-th: at no cost. */
struct order_chance order_next(size_t n, size_t k, double y, const struct order_chance *of);

/* Its quantile at p in (0, 1), to 1e-8, by Halley's method from `start`.  at: order_at there, which
 * is all it takes when `start` is close. */
double order_quantile(size_t n, size_t k, double p, double start, struct order_chance at);

#endif
