/* weight.h - what the issues weigh to those who judge, and that somebody cares in every draw */
#ifndef WEIGHT_H
#define WEIGHT_H

#include "scenario.h"

/* What issue k weighs to veto player j in a draw, at least 0 and before division by the sum: of a
 * veto holder its party's weight and its own difference.  Only for parties that have preferences.
 */
double weight_of(const struct scenario *s, size_t j, size_t k, const double theta[]);

/* The sum over all issues, those of the vocabulary too; 0 for a party without preferences. */
double weight_sum(const struct scenario *s, size_t j, const double theta[]);

/* The probability that all weights of a party that has some are zero, if no two are correlated.
 * With correlations it is another number, but 0 or 1 when this is.  parameter[]: as the
 * scenario's, which may still be read. */
double weight_none(const struct party *party, size_t n_issue, const struct parameter parameter[]);

/* Refuses a scenario in whose draws somebody may weigh nothing at all: nothing would be worth
 * anything to it there.  The share of draws is exact for a party none of whose weights is
 * correlated; else, and for veto holders with differences of their own, it is counted over draws
 * 0 .. s->draws - 1 of s->seed (and the mean of every doubt is looked at).
 * Errors: ERR_SCENARIO, at the first of the weights, and as draw_make; ERR_MEMORY. */
NODISCARD
enum error_code weight_check(const struct scenario *s, struct error *err);

#endif
