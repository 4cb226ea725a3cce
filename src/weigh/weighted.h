/* weighted.h - worlds that count more or less: weights, how many they are worth, equal worlds */
#ifndef WEIGHTED_H
#define WEIGHTED_H

#include "error.h"
#include "rng.h"

/* What n weights are worth. */
struct weighed {
    double log_mean;  /* of the mean weight before they were scaled: log Z */
    double effective; /* (sum w)^2 / sum w^2: as many equal ones */
    double largest;   /* share of the largest */
};

/* Turns log weights w[n] into weights that sum to 1, in place; sums in their order.
 * Source: Kish (1965) Survey Sampling (effective number). */
struct weighed weighted_scale(size_t n, double w[]);

/* The effective number of n weights exp(power * w[i]). */
double weighted_effective(size_t n, const double w[], double power);

/* The standard error of log_mean: sqrt(1 / effective - 1 / n). */
double weighted_error(const struct weighed *w, size_t n);

/* How often each of n weights, which sum to 1, is among m equal worlds: systematic resampling,
 * from[m] out, rising.  u in [0, 1): where it begins.
 * Source: Kitagawa (1996) J. Computational and Graphical Statistics 5:1. */
void weighted_resample(size_t n, const double w[], size_t m, double u, size_t from[]);

/* Mean and standard deviation of x[i * stride] under weights w[n] that sum to 1, and the standard
 * error of the mean. */
struct weighted_moments {
    double mean, sd, error;
};
struct weighted_moments weighted_moments(size_t n, const double w[], const double x[],
                                         size_t stride);

/* A value and how much it counts. */
struct weighted_value {
    double x, w;
};

/* Sorts value[n]; then quantiles of them, for p in (0, 1). */
void weighted_sort(size_t n, struct weighted_value value[]);
double weighted_quantile(size_t n, const struct weighted_value value[], double p);

#endif
