/* columns.h - columns of results that stand for issues and parties */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "scenario.h"
#include "table.h"

/* A column of levels for each issue on the table. */
NODISCARD
enum error_code columns_issues(struct table *t, const struct scenario *s, struct error *err);

/* Columns of numbers with these names. */
NODISCARD
enum error_code columns_numbers(struct table *t, size_t n, const char *const name[n],
                                struct error *err);

/* WHAT_PARTY for the parties that talk. */
NODISCARD
enum error_code columns_sides(struct table *t, const struct scenario *s, const char *what,
                              struct error *err);

/* Fills the cells of columns_issues with the levels of a package; returns what follows them. */
double *cells_issues(double *cell, const struct scenario *s, uint64_t package);

#endif
