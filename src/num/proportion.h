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
 * of one would be too narrow and too high, since what is picked for its share was lucky, too.
 * Source: Miller (1981) Simultaneous Statistical Inference, ch. 1. */
void proportion_interval_of_best(double share, uint64_t n, double n_compared, double *low,
                                 double *high);

/* Where quartile q, from 1 to 3, of n numbers in order stands: the least that at least q in four of
 * them do not exceed. */
size_t proportion_quartile(size_t q, size_t n);

#endif
