/* cases.h - what came of each of many cases, and the factors that may have decided it */
#ifndef CASES_H
#define CASES_H

#include "error.h"

#include <stdbool.h>
#include <stdint.h>

enum factor_kind {
    FACTOR_REAL,     /* finite numbers */
    FACTOR_WHOLE,    /* whole numbers */
    FACTOR_CATEGORY, /* indices of labels without an order, from 0, below MAX_CATEGORY; yes or no
                      * is a category of two */
};
enum { MAX_CATEGORY = 64 }; /* what a set of 64 bits holds */

struct factor {
    enum factor_kind kind;
    const double *value; /* [n_row], never NAN; borrowed */
};

/* The bit of a category in a set. */
uint64_t category_bit(double category);

/* Rows, one a case.  All of it is borrowed. */
struct cases {
    size_t n_row, n_factor;
    const struct factor *factor; /* [n_factor] */
    const uint8_t *answer; /* [n_row]: what came of the row; 1 for yes, 0 for no, or a class */
    const bool *in;        /* [n_row]: whether the row is looked at; NULL: all are */
};

/* Whether a row is looked at; how many are. */
bool cases_looks_at(const struct cases *c, size_t row);
size_t cases_in(const struct cases *c);

/* The rows that are looked at by rising value of each factor: order[f * n + i] with n = cases_in,
 * out, to be freed.  Equal values stay in the order of the rows.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED; then *order is NULL. */
NODISCARD
enum error_code cases_sort(const struct cases *c, uint32_t **order, struct error *err);

#endif
