/* proportion.h - how sure a share of many draws is */
#ifndef PROPORTION_H
#define PROPORTION_H

#include <stddef.h>
#include <stdint.h>

#define Z95 \
    1.959963984540054 /* the normal quantile of 0.975: half the width of an interval of 95 % */

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

/* How sure a share is: as sure as one of so many plain draws would be, which need not be whole.
 * freedom: degrees of freedom of that estimate; INFINITY where the draws are plain. */
struct surety {
    double draws, freedom;
};

struct surety surety_of_draws(uint64_t n);

/* Of a share of n_group * each draws, in groups that are independent, 2 or more: `sum` of their
 * counts, from 0 to n_group * each, and the sum of squared deviations of counts from their mean.
 * Counts are rounded to a grain, in draws: the variance between groups is at least that of
 * rounding.  Groups that are all at 0, or all at `each`, tell as much as plain draws. */
struct surety surety_of_groups(size_t n_group, double each, double grain, double sum,
                               double deviations);

/* The same as above by surety, with Student's t in the place of the normal quantile. */
double proportion_error_by(double share, struct surety e);
void proportion_interval_by(double share, struct surety e, double *low, double *high);
void proportion_interval_of_best_by(double share, struct surety e, double n_compared, double *low,
                                    double *high);

/* The interval of 95 % of the difference between two shares of the same n draws, that in B less
 * that in A; out: low, high, in [-1, 1].
 *
 *   only_a, only_b   draws with a yes in one only; the others say nothing of the difference
 *
 * Its ends are where the score test of a difference just rejects.  For the difference 0 that is
 * McNemar's test: the interval leaves 0 out when, and only when, (only_b - only_a)^2 is more than
 * z^2 (only_a + only_b).
 * Source: Tango (1998) Statistics in Medicine 17:891; McNemar (1947) Psychometrika 12:153. */
void proportion_paired_interval(uint64_t only_a, uint64_t only_b, uint64_t n, double *low,
                                double *high);

/* The index, from 0, of quartile q (1 to 3) among n numbers in rising order: the q/4-quantile
 * (lower). */
size_t proportion_quartile(size_t q, size_t n);

#endif
