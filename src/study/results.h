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

/* The bytes that results_init and results_packages take, for a check beforehand. */
double results_bytes(const struct scenario *s, uint64_t top);

/* How many packages packages.csv has where `top` is not 0: at most so many; where it is 0, all of a
 * scenario that has at most RESULTS_PACKAGES, and of others so many. */
enum { RESULTS_PACKAGES = 100000 };
uint64_t results_kept(const struct scenario *s, uint64_t top);

/* Hands out the rows of packages that are not banned.  When top is 0 and there are no more than
 * RESULTS_PACKAGES, or top is RESULTS_ALL: of all, in the order of their numbers; else of those
 * that are kept because all accept them most often, best first, of equals the lowest number.  Ends
 * when `take` returns false. Errors: ERR_MEMORY. */
#define RESULTS_ALL UINT64_MAX
NODISCARD
enum error_code results_packages(const struct results *r, uint64_t top,
                                 bool (*take)(void *with, const double row[]), void *with,
                                 struct error *err);

#endif
