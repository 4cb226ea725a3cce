/* record_results.h - columns of proposals.csv about the answers on record, as they were given */
#ifndef RECORD_RESULTS_H
#define RECORD_RESULTS_H

#include "survey.h"

/* The columns, where the scenario has answers. */
NODISCARD
enum error_code record_results_columns(struct table *t, const struct scenario *s,
                                       struct error *err);

/* Fills their cells for a proposal; returns what follows them. */
double *record_results_cells(const struct survey *survey, size_t proposal, double *cell);

/* The cell of a recorded answer: its place in said_labels; NAN where there is none. */
double record_results_said(const struct answer *answer);

/* The share of draws in which the model gives party p's recorded answer to a proposal in the
 * reading that it asks for, its doubt aside; NAN of one that is disputed, or not there. */
double record_results_answer(const struct survey *survey, size_t proposal, size_t p);

#endif
