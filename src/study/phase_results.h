/* phase_results.h - the tables of a run that say whether a proposal would be carried out */
#ifndef PHASE_RESULTS_H
#define PHASE_RESULTS_H

#include "result_tables.h"

/* Fills phases, survival, deliveries, remedies and trust; nothing in a scenario without phases.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code phase_results_make(struct results *r, struct error *err);

/* The step by which a proposal comes undone in most draws (hold.h); the first of equals. */
size_t phase_results_weakest(const struct hold *h, size_t proposal);

/* The guarantee with which a step would be kept in nine of ten draws, beyond what breaking off
 * costs in any case; NAN when it is more than 1. */
double phase_results_needs(const struct hold *h, size_t proposal, size_t step);

/* The row of remedies (proposal, change, to, accept_all, completes, gap) with the least change of
 * this kind with which a proposal is performed to the end with a probability above one half; NULL
 * when there is none. */
enum remedy { REMEDY_GUARANTEE, REMEDY_EQUAL_PHASES };
const double *phase_results_remedy(const struct results *r, size_t proposal, enum remedy remedy);

/* The amount of an issue that a package delivers when all is carried out, in the unit of
 * deliveries.csv. */
double phase_results_agreed(const struct scenario *s, size_t issue, const size_t level[]);

#endif
