/* inert.h - levers of a sweep that change nothing, and why */
#ifndef INERT_H
#define INERT_H

#include "lever.h"

#include <stdint.h>

/* A row of a sweep without one of its levers: hashes of the others' values, and of the results. */
struct inert_row {
    uint64_t others, results;
};

/* Whether the results of rows[n] follow from the other levers: some rows have the same others, and
 * all that do have the same results.  Puts the rows into order. */
bool inert_rows(size_t n, struct inert_row rows[n]);

/* What in the scenario makes a lever change nothing, as the end of a sentence; NULL when that is
 * not known.  mean[n_parameter]: see draw_mean. */
const char *inert_reason(const struct scenario *s, const double mean[], const struct lever *l);

#endif
