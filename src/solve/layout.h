/* layout.h - the grid of packages as a box of rows and columns whose utilities add up */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "appraisal.h"
#include "links.h"

/* Issues that are added together: an axis of the scenario's grid, or a group of linked ones. */
struct layout_axis {
    size_t group, axis; /* group of `links`, or NONE: one axis, of no group */
    size_t n_issue, issue[MAX_ISSUE];
    size_t n;          /* combinations */
    uint16_t *level;   /* [n * n_issue] */
    uint64_t *package; /* [n] what each adds to the number of a package */
    bool *banned;      /* [n_case * n] of a group; else NULL */
    size_t n_hold;     /* interactions of the group */
    struct layout_hold {
        size_t party, interaction;
    } * hold;
    bool *holds; /* [n_hold * n_case * n] */
};

/* The level of the issue that decides what lasts splits the grid into cases.  Within a case, some
 * issues are linked: what one level is worth depends on another's; those are the issues of
 * interactions and bans.  All combinations of the largest group of them stand in one list.  The
 * other issues are free, an axis of the grid or a smaller group each: an axis adds its part (and
 * its leverage, as far as the case does not last), whatever the rest.  So, within a case,
 *
 *   surplus(package) = linked[combination] + sum of the parts of the free axes
 *
 * and some free axes make the columns of a box, the rest and the linked issues its rows.  Groups
 * are in rows: what they ban are whole rows. */
struct layout {
    const struct scenario *scenario; /* borrowed */
    struct links links;
    size_t n_case; /* levels of the lasts issue on the table, or 1 */
    size_t n_linked_issue, linked_issue[MAX_ISSUE];
    size_t n_free;                      /* axes */
    struct layout_axis free[MAX_ISSUE]; /* those of rows first, then of columns */
    size_t n_row_axis;                  /* free axes among the rows */
    struct grid row, column;            /* row: the free axes of rows only */
    size_t cell_stride[MAX_ISSUE];      /* of each axis of the scenario's grid, in layout_cell */
    size_t n_linked, n_row, n_column;   /* of a case; n_row = n_linked * row.total */
    size_t *linked_level;               /* [n_case * n_linked * n_table], the first combination of
                                           free axes */
    bool *banned;                       /* [n_case * n_linked] by the linked issues */
    bool *row_banned;                   /* [n_case * n_row] */
    bool *holds;                        /* [interactions of all parties * n_case * n_linked] */
    size_t first_hold[MAX_PARTY];       /* of a party in holds, in interactions */
    uint64_t *row_package;              /* [n_case * n_row] package number in the first column */
    uint64_t *column_package;           /* [n_column] what the column adds to it */
};

NODISCARD
enum error_code layout_init(struct layout *l, const struct scenario *s, struct error *err);
void layout_release(struct layout *l);

/* The cell of the package at level[n_table]: (case * n_row + row) * n_column + column. */
size_t layout_cell(const struct layout *l, const size_t level[]);

/* The combination of case and linked issues at level[n_table]: case * n_linked + combination. */
size_t layout_linked(const struct layout *l, const size_t level[]);

/* Whether interaction i of party p holds at level[n_table], whose combination is `linked`. */
bool layout_holds(const struct layout *l, size_t p, size_t i, size_t linked, const size_t level[]);

/* Whether the packages of a row, counted over all cases, are banned. */
static inline bool layout_bans(const struct layout *l, size_t row)
{
    return l->row_banned[row];
}

/* The number of cases, and of rows of a case: for an estimate of memory before layout_init. */
double layout_cases(const struct scenario *s);
double layout_rows(const struct scenario *s);

/* The chance that an agreement of this case lasts, as veto player j sees it. */
double layout_lasts(const struct layout *l, const struct utility *w, size_t at_case, size_t j);

/* The level of issue number k of a free axis in its combination `at`. */
static inline size_t layout_axis_level(const struct layout_axis *axis, size_t at, size_t k)
{
    return axis->level[at * axis->n_issue + k];
}

/* The levels of linked issues and of the case in a row, and of free axes in a row and a column:
 * level[n_table]. */
void layout_row_levels(const struct layout *l, size_t at_case, size_t row, size_t level[]);
void layout_column_levels(const struct layout *l, size_t column, size_t level[]);

#endif
