/* phase_results.h - the tables of a run that say whether a proposal would be carried out */
#ifndef PHASE_RESULTS_H
#define PHASE_RESULTS_H

#include "result_tables.h"

/* Fills phases, survival, deliveries, remedies and trust; nothing in a scenario without phases.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code phase_results_make(struct results *r, struct error *err);

/* The step of a proposal at which the expected penalty that is needed exceeds what the package has
 * by most, on average over draws. */
size_t phase_results_weakest(const struct hold *h, size_t proposal);

/* The amount of an issue that a package delivers when all is carried out, in the unit of
 * deliveries.csv. */
double phase_results_agreed(const struct scenario *s, size_t issue, const size_t level[]);

#endif
