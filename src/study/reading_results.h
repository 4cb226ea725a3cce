/* reading_results.h - what a run says of proposals that leave something open */
#ifndef READING_RESULTS_H
#define READING_RESULTS_H

#include "finding.h"

/* Columns low_reading_ and high_reading_ of all, and of each party: how often a vague text is
 * accepted in its least and in its most accepted reading.  None where nothing is vague.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code reading_results_columns(struct table *t, const struct scenario *s,
                                        struct error *err);

/* Their cells for proposal i, empty where it is clear; returns the first cell behind them. */
double *reading_results_cells(double *cell, const struct scenario *s, size_t i,
                              const struct finding *f);

/* The terms of a proposal, cell[n_table]: what it leaves open is empty. */
void reading_results_terms(double *cell, const struct scenario *s, const struct proposal *proposal);

#endif
