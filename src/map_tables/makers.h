/* makers.h - what the makers of a run's files share */
#ifndef MAKERS_H
#define MAKERS_H

#include "results.h"

/* Each opens its sheet and fills it, in a scenario that has the file.  Errors: ERR_MEMORY,
 * ERR_INTERRUPTED. */
#define X(name)                                    \
    extern const struct result_table name##_table; \
    NODISCARD                                      \
    enum error_code name##_make(struct results *r, struct sheet *sheet, struct error *err);
RESULT_LIST(X)
#undef X

/* The mean of a histogram and the quantiles between which eight of ten draws lie; NAN for a
 * quantile beyond the range of a histogram. */
#define BAND_LOW 0.1
#define BAND_HIGH 0.9
struct band {
    double mean, low, high;
};
/* Where things hold or break, a share of draws says more than quantiles: those with at least so
 * much. */
#define ONE_HALF 0.5

struct band results_band(const uint64_t *histogram);

/* The day at the end of a phase of a proposal, at the mean of its days. */
double results_day_after(const struct results *r, size_t proposal, size_t phase);

#endif
