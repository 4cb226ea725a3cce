/* layout.h - the grid of packages as a box of rows and columns whose worths add up */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "worth.h"

/* Some issues are linked: what one level is worth depends on another's.  Those are the issue that
 * decides what lasts, the issues with leverage (it counts only as far as nothing lasts), and
 * those of interactions and bans.  All combinations of linked issues stand in one list.  The
 * other issues are free: each adds its part, whatever the rest.  So
 *
 *   surplus(package) = linked[combination] + sum of the parts of the free issues
 *
 * and some free issues make the columns of a box, the rest and the linked ones its rows. */
struct layout {
    const struct scenario *scenario; /* borrowed */
    size_t n_linked_issue, linked_issue[MAX_ISSUE];
    size_t n_free_issue, free_issue[MAX_ISSUE]; /* those of rows first, then of columns */
    size_t n_row_issue;                         /* free issues among the rows */
    struct grid linked, row, column; /* row: the free issues of rows only */
    size_t n_row, n_column;          /* n_row = linked.total * row.total */
    size_t *linked_level;            /* [linked.total * n_table], 0 for free issues */
    bool *banned;                    /* [linked.total] */
    bool *holds;                     /* [interactions of all parties * linked.total] */
    uint64_t *row_package;           /* [n_row] package number where all columns are 0 */
    uint64_t *column_package;        /* [n_column] what the column adds to it */
};

NODISCARD enum error_code layout_init(struct layout *l, const struct scenario *s,
                                      struct error *err);
void layout_release(struct layout *l);

/* Where the package at level[n_table] stands in the box: row * n_column + column. */
size_t layout_cell(const struct layout *l, const size_t level[]);

/* The number of rows, for an estimate of memory before layout_init. */
double layout_rows(const struct scenario *s);

/* A draw in this layout; -INFINITY where a red line is crossed or a combination is banned. */
struct sheet {
    double *linked; /* [n_party * linked.total] surplus without the free issues */
    double *row;    /* [n_party * n_row] */
    double *column; /* [n_party * n_column] */
};
NODISCARD enum error_code sheet_init(struct sheet *sheet, const struct layout *l,
                                     struct error *err);
void sheet_release(struct sheet *sheet);
void sheet_fill(struct sheet *sheet, const struct layout *l, const struct worth *w);

/* The part of level `level` of a free issue; -INFINITY where a red line is crossed. */
double layout_free_part(const struct worth *w, size_t p, size_t issue, size_t level);

#endif
