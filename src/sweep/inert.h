/* inert.h - levers of a sweep that change nothing, and why */
#ifndef INERT_H
#define INERT_H

#include "lever.h"

#include <stdint.h>

/* A row of a sweep, looked at without one lever: hashes of the other levers' values, and of the
 * results. */
struct inert_row {
    uint64_t others, results;
};

/* Whether the lever left out changes nothing: rows that agree in the other levers agree in their
 * results.  False where no two rows agree in the others, since then nothing is known.  Sorts
 * rows[n]. */
bool inert_rows(size_t n, struct inert_row rows[n]);

/* Why a lever changes nothing in this scenario, as the end of a sentence; NULL when that is not
 * known.  mean[n_parameter]: see draw_mean. */
const char *inert_reason(const struct scenario *s, const double mean[], const struct lever *l);

#endif
