/* bootstrap.h - intervals of means over groups that are not independent within
 *
 * Source: Efron & Tibshirani (1993) An Introduction to the Bootstrap, ch. 13 (percentiles). */
#ifndef BOOTSTRAP_H
#define BOOTSTRAP_H

#include "error.h"
#include "rng.h"

#include <stdbool.h>

enum { BOOTSTRAP_SAMPLES = 2000 };

/* A mean of numbers in groups: sum[n_group] and weight[n_group], how much each group counts. */
struct grouped_mean {
    size_t n_group;
    const double *sum, *weight;
};

/* An estimate with its interval of 95 %. */
struct bootstrap {
    double value, low, high;
};

/* The mean, and the range that 95 % of BOOTSTRAP_SAMPLES means of as many groups, drawn with
 * replacement, lie in; with fewer than two groups no interval (NAN).  The samples are the same for
 * every mean of as many groups and one seed (of r, a rng_philox), so that means are compared in the
 * same samples.
 *
 *   is_root  the mean's square root is meant instead
 *
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code bootstrap_mean(const struct grouped_mean *mean, bool is_root, const gsl_rng *r,
                               struct bootstrap *out, struct error *err);

/* The same of the difference of two means over the same groups, a less b. */
NODISCARD
enum error_code bootstrap_difference(const struct grouped_mean *a, const struct grouped_mean *b,
                                     bool is_root, const gsl_rng *r, struct bootstrap *out,
                                     struct error *err);

#endif
