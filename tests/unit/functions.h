/* functions.h - test functions whose effects are known exactly (tests/sensitivity/analytic.json) */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include "effects.h"

#include <jansson.h>

enum { FUNCTION_MOST = 8 };

struct function {
    const char *name;
    size_t n;
    double (*value)(double u); /* of an input, at a share of its values */
    double (*y)(const double x[]);
    bool is_correlated; /* "sigma" says how, on the scale of `value` */
};
extern const struct function functions[];
extern const size_t n_function;

/* What is known of a function; the caller releases it. */
json_t *function_known(const struct function *f);

/* The model of a function, and the copula of its correlations, which the caller releases. */
void function_model(const struct function *f, const json_t *known, struct copula *copula,
                    struct effects_model *model);

#endif
