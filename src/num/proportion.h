/* proportion.h - how sure a share of many draws is */
#ifndef PROPORTION_H
#define PROPORTION_H

#include <stddef.h>
#include <stdint.h>

/* The standard error of a share of n. */
double proportion_error(double share, uint64_t n);

/* Wilson's interval of 95 %, out: low, high, in [0, 1].
 * Source: Wilson (1927) J. American Statistical Association 22:209. */
void proportion_interval(double share, uint64_t n, double *low, double *high);

/* The same for the largest of shares of n_compared things in the same n draws: true for all of them
 * together in 95 %, and so for whichever is the largest, by Bonferroni's inequality.  An interval
 * of one would be too narrow and too high, since what is chosen for its share was lucky, too.
 * Source: Miller (1981) Simultaneous Statistical Inference, ch. 1. */
void proportion_interval_of_best(double share, uint64_t n, double n_compared, double *low,
                                 double *high);

/* The index, from 0, of quartile q (1 to 3) among n numbers in rising order: the q/4-quantile
 * (lower). */
size_t proportion_quartile(size_t q, size_t n);

#endif
