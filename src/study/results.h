/* results.h - makes the tables of a run */
#ifndef RESULTS_H
#define RESULTS_H

#include "result_tables.h"

/* "proposals.csv" and so on. */
extern const char *const result_files[RESULT_COUNT];

/* The columns of proposals, packages, solutions and levels, which are called after parties and
 * issues; r->scenario is there, and labels where texts are to be written.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code results_columns(struct results *r, struct error *err);

NODISCARD
enum error_code results_init(struct results *r, const struct survey *survey, struct error *err);
void results_release(struct results *r);

/* Hands out the row of each package that is not banned, in the order of their numbers; or of the
 * `top` packages that all accept most often, best first, when top is not 0.  Ends when
 * `take` returns false.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code results_packages(const struct results *r, uint64_t top,
                                 bool (*take)(void *with, const double row[]), void *with,
                                 struct error *err);

#endif
