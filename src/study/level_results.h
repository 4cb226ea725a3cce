/* level_results.h - the tables of a run, by issue and level */
#ifndef LEVEL_RESULTS_H
#define LEVEL_RESULTS_H

#include "result_tables.h"

/* The columns of r->levels; for results_columns. */
NODISCARD
enum error_code level_results_columns(struct results *r, struct error *err);

/* Fills r->levels, makes r->pairs, r->solution_levels and r->best; for results_init. */
NODISCARD
enum error_code level_results_make(struct results *r, struct error *err);

/* The bytes that level_results_make takes: every two levels of two issues have a row. */
double level_results_bytes(const struct scenario *s);

#endif
