/* distribution.h - what is not known about a number: distributions by their quantiles */
#ifndef DISTRIBUTION_H
#define DISTRIBUTION_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* A kind: its name in scenarios, how many arguments it has (0: any number), how they look, what
 * they mean.  Each has its functions in family.c, `NAME_family`. */
#define DISTRIBUTION_LIST(X)                                                              \
    X(FIXED, value, 1, "number", "a number that is known; give its source")               \
    X(UNIFORM, uniform, 2, "(low, high)", "equally likely from low to high")              \
    X(TRIANGULAR, triangular, 3, "(low, mode, high)", "straight up to the mode and down") \
    X(PERT, pert, 3, "(low, mode, high)", "smooth triangle: a beta with mode weight 4")   \
    X(NORMAL, normal, 2, "(mean, sd)", "bell curve")                                      \
    X(LOGNORMAL, lognormal, 2, "(mean, sd)", "exp of a normal with that mean and sd")     \
    X(BETA, beta, 2, "(a, b)", "on [0, 1], or from `low` to `high`")                      \
    X(GAMMA, gamma, 2, "(shape, scale)", "positive, mean shape times scale")              \
    X(EXPONENTIAL, exponential, 1, "mean", "positive, memoryless")                        \
    X(DISCRETE, discrete, 0, "(value, ...)", "one of some values, with `weights` or equal")

enum distribution_kind {
#define X(upper, name, n, looks, meaning) DIST_##upper,
    DISTRIBUTION_LIST(X)
#undef X
        DIST_COUNT,
};

enum { DIST_MAX_ARGUMENT = 3, DIST_MAX_VALUE = 64 };

/* A distribution and, optionally, the interval it is truncated to.  Fill kind, argument (and
 * for discrete n_value, value, weight; for beta low and high), min and max; then
 * distribution_prepare.  All samples come from quantiles, so that one uniform number makes one
 * sample: draws stay the same for every other parameter when one is changed, and correlation
 * (copula.h) and quasi-random designs work for every kind. */
struct distribution {
    enum distribution_kind kind;
    double argument[DIST_MAX_ARGUMENT];
    double low, high; /* beta: the interval it is stretched to */
    double min, max;  /* truncation; -INFINITY and INFINITY for none */
    size_t n_value;   /* discrete */
    double value[DIST_MAX_VALUE], weight[DIST_MAX_VALUE];
    /* By distribution_prepare: probability below min and up to max; the mean, truncation included:
     * closed forms, or the integral of the quantile to a relative 1e-6 or better. */
    double p_min, p_max, mean;
};

/* How a kind is written in a scenario. */
struct distribution_form {
    const char *name, *looks;
    size_t n_argument;
};
extern const struct distribution_form distribution_forms[DIST_COUNT];

/* A number that is known. */
struct distribution distribution_fixed(double value);

/* The same as a discrete distribution of one value: the number keeps its place among correlated
 * ones. */
struct distribution distribution_certain(double value);

/* Checks the arguments and works out truncation and mean.
 * Errors: ERR_SCENARIO, without a place, when the arguments are impossible, the truncation leaves
 * less than one part in a million, or there is no mean; ERR_MEMORY. */
NODISCARD
enum error_code distribution_prepare(struct distribution *d, struct error *err);

/* The value below which a share u in (0, 1) lies; never decreasing in u.
 * Source: closed forms; GSL 2.7, gsl_cdf_*_Pinv, for normal, beta and gamma, and halving on
 * gsl_cdf_*_P where that ends in no number.
 * PERT: Malcolm et al. (1959) Operations Research 7:646, the beta with mode weight 4. */
double distribution_quantile(const struct distribution *d, double u);

/* The probability that it is at most x: the inverse of the quantile where that rises. */
double distribution_cumulative(const struct distribution *d, double x);

/* The probability that it is x and nothing else: 0 but of fixed and discrete ones. */
double distribution_mass(const struct distribution *d, double x);

/* Whether two are the same in every number that makes them. */
bool distribution_equal(const struct distribution *a, const struct distribution *b);

/* The smallest and largest value that it can take; infinite where it has none. */
void distribution_support(const struct distribution *d, double *low, double *high);

/* Writes it as a scenario would: "triangular (1, 2.5, 4)". */
void distribution_format(const struct distribution *d, size_t size, char out[size]);

#endif
