/* columns.h - columns of results that stand for issues, parties and proposals */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "scenario.h"
#include "table.h"

/* A column of levels for each issue on the table, its name with `before` before it. */
NODISCARD
enum error_code columns_issues(struct table *t, const struct scenario *s, const char *before,
                               struct error *err);

/* WHAT_PARTY for party p, with labels or without; for all parties; for those that talk. */
NODISCARD
enum error_code columns_party(struct table *t, const struct scenario *s, size_t p, const char *what,
                              const char *const *label, size_t n_label, struct error *err);
NODISCARD
enum error_code columns_parties(struct table *t, const struct scenario *s, const char *what,
                                struct error *err);
NODISCARD
enum error_code columns_sides(struct table *t, const struct scenario *s, const char *what,
                              struct error *err);

/* WHAT_PROPOSAL for proposal i. */
NODISCARD
enum error_code columns_proposal(struct table *t, const struct scenario *s, size_t i,
                                 const char *what, struct error *err);

/* Fills the cells of columns_issues with the levels of a package; returns what follows them. */
double *cells_issues(double *cell, const struct scenario *s, uint64_t package);

#endif
