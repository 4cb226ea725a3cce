/* weight.h - how veto players weigh the issues, and a check that no weights are all zero */
#ifndef WEIGHT_H
#define WEIGHT_H

#include "scenario.h"

/* The weight of issue k to veto player j in a draw, at least 0, before division by the sum; to a
 * veto holder or a bloc its party's weight plus its own difference.  Only for parties with
 * preferences. */
double weight_of(const struct scenario *s, size_t j, size_t k, const double theta[]);

/* The sum over all issues, those of the vocabulary too; 0 for a party without preferences. */
double weight_sum(const struct scenario *s, size_t j, const double theta[]);

/* The probability that all weights of a party that has some are zero, if no two are correlated.
 * With correlations the probability differs, but it is 0 or 1 whenever this is.  parameter[]: those
 * of the scenario, also while it is still being loaded. */
double weight_none(const struct party *party, size_t n_issue, const struct parameter parameter[]);

/* Refuses a scenario in which all weights of a veto player may be zero in a draw: it would then
 * value all packages alike.  The share of draws is exact for a party none of whose weights is
 * correlated; else, and for bodies and blocs with differences of their own, it is counted over
 * draws 0 .. s->draws - 1 of s->seed (and the mean case is checked too). Errors: ERR_SCENARIO, at
 * the first of the weights, and as draw_make; ERR_MEMORY. */
NODISCARD
enum error_code weight_check(const struct scenario *s, struct error *err);

#endif
