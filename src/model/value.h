/* value.h - what a level is worth, on a scale from 0 to 1 */
#ifndef VALUE_H
#define VALUE_H

#include "names.h"

#include <stdbool.h>
#include <stddef.h>

/* Shapes of value functions; t is the way from `worst` to `best`, cut to [0, 1].  Where the two
 * meet in a draw, t is 0 below that level and 1 from it on. */
#define VALUE_LIST(X)                                                                          \
    X(LINEAR, linear, "t")                                                                     \
    X(POWER, power, "t ^ exponent")                                                            \
    X(EXPONENTIAL, exponential, "(1 - exp(-rate t)) / (1 - exp(-rate))")                       \
    X(LOGISTIC, logistic, "1 / (1 + exp(-slope (x - midpoint))): a soft red line")             \
    X(PEAK, peak, "1 - d ^ exponent, d the way from `best` as a share of the range of levels") \
    X(POINTS, points, "straight lines between the points (level, value)")                      \
    X(LEVELS, levels, "a value for each level's name")

enum value_kind {
#define X(upper, lower, help) VALUE_##upper,
    VALUE_LIST(X)
#undef X
        VALUE_COUNT,
};
extern const struct name value_names[VALUE_COUNT];

enum { VALUE_MAX_ARGUMENT = 3 };

/* A function of one issue's level.  Every number in it is a parameter, named by its index in the
 * scenario, so that each may be uncertain. */
struct value {
    enum value_kind kind;
    size_t argument[VALUE_MAX_ARGUMENT]; /* worst, best, exponent or rate; midpoint, slope; of a
                                            peak best, exponent */
    double range;                        /* peak: from the lowest level to the highest, above 0 */
    size_t n_point;
    const double *x; /* points: levels, rising */
    const size_t *y; /* points and levels: value parameters [n_point] */
    bool is_silent;  /* the party has no view on the issue, which weighs nothing: 0 at each level */
    bool has_left;
    size_t left; /* how far worst and best follow what there is at the date, 0 to 1 */
    double nothing, all;
};

/* With `left` = c, an end e of the way (worst or best) that is not `nothing` becomes
 *
 *   nothing + (all - nothing) ((e - nothing) / (all - nothing)) ^ (1 - c)
 *
 * so that values count from e (c = 0), from all there is at the date (c = 1), or between,
 * geometrically. Source: docs/methods.md, "Utility". */

/* The value of level x (a number, or the index of a name) when parameter i is theta[i].
 * Outside its points a piecewise line stays level. */
double value_at(const struct value *v, const double theta[], double x);

#endif
