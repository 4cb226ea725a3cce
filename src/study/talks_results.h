/* talks_results.h - the tables of talks over many draws */
#ifndef TALKS_RESULTS_H
#define TALKS_RESULTS_H

#include "talk_tables.h"

/* The columns of talks, offers and against, which are called after parties and issues; r->scenario
 * is there, and labels where texts are to be written.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code talks_results_columns(struct talks_results *r, struct error *err);

/* strategy[(n_pair - 1) * N_SIDE] names the tactics of the pairs after the first.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code talks_results_init(struct talks_results *r, const struct talks_survey *survey,
                                   const char *const strategy[], struct error *err);
void talks_results_release(struct talks_results *r);

/* Fills `offers` with what is said and done in one run. */
NODISCARD
enum error_code talks_results_trace(struct talks_results *r, uint64_t run, struct error *err);

#endif
