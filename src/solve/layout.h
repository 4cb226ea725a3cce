/* layout.h - the grid of packages as a box of rows and columns whose utilities add up */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "appraisal.h"

/* The level of the issue that decides what lasts splits the grid into cases.  Within a case, some
 * issues are linked: what one level is worth depends on another's; those are the issues of
 * interactions and bans, and all their combinations stand in one list.  The other issues are
 * free: each adds its part (and its leverage, as far as the case does not last), whatever the
 * rest.  So, within a case,
 *
 *   surplus(package) = linked[combination] + sum of the parts of the free issues
 *
 * and some free issues make the columns of a box, the rest and the linked ones its rows. */
struct layout {
    const struct scenario *scenario; /* borrowed */
    size_t n_case;                   /* levels of the lasts issue on the table, or 1 */
    size_t n_linked_issue, linked_issue[MAX_ISSUE];
    size_t n_free_issue, free_issue[MAX_ISSUE]; /* those of rows first, then of columns */
    size_t n_row_issue;                         /* free issues among the rows */
    struct grid linked, row, column;            /* row: the free issues of rows only */
    size_t n_linked, n_row, n_column;           /* of a case; n_row = n_linked * row.total */
    size_t *linked_level;         /* [n_case * n_linked * n_table], 0 for free issues */
    bool *banned;                 /* [n_case * n_linked] */
    bool *holds;                  /* [interactions of all parties * n_case * n_linked] */
    size_t first_hold[MAX_PARTY]; /* of a party in holds, in interactions */
    uint64_t *row_package;        /* [n_case * n_row] package number where all columns are 0 */
    uint64_t *column_package;     /* [n_column] what the column adds to it */
};

NODISCARD
enum error_code layout_init(struct layout *l, const struct scenario *s, struct error *err);
void layout_release(struct layout *l);

/* The cell of the package at level[n_table]: (case * n_row + row) * n_column + column. */
size_t layout_cell(const struct layout *l, const size_t level[]);

/* Whether the packages of a row, counted over all cases, are banned. */
static inline bool layout_bans(const struct layout *l, size_t row)
{
    const size_t at_case = row / l->n_row;
    return l->banned[at_case * l->n_linked + row % l->n_row / (size_t)l->row.total];
}

/* The number of cases, and of rows of a case: for an estimate of memory before layout_init. */
double layout_cases(const struct scenario *s);
double layout_rows(const struct scenario *s);

/* A draw in this layout, of a scenario without phases; -INFINITY where a red line is crossed or a
 * combination is banned. */
struct addends {
    double *linked; /* [n_case * n_veto * n_linked] surplus without the free issues */
    double *row;    /* [n_case * n_veto * n_row] */
    double *column; /* [n_case * n_veto * n_column] */
};
NODISCARD
enum error_code addends_init(struct addends *addends, const struct layout *l, struct error *err);
void addends_release(struct addends *addends);
void addends_fill(struct addends *addends, const struct layout *l, const struct utility *w);

/* The chance that an agreement of this case lasts, as veto player j sees it. */
double layout_lasts(const struct layout *l, const struct utility *w, size_t at_case, size_t j);

/* What level `level` of a free issue adds in a case, red lines aside. */
double layout_free_part(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                        size_t issue, size_t level);

/* The surplus of a combination of linked issues (counted over all cases) without the free issues,
 * red lines aside; and how many of j's red lines it crosses. */
double layout_linked_part(const struct layout *l, const struct utility *w, size_t j, size_t c);
size_t layout_linked_lines(const struct layout *l, const struct utility *w, size_t j, size_t c);

/* The levels of linked issues and of the case in a row, and of free issues in a row and a column:
 * level[n_table]. */
void layout_row_levels(const struct layout *l, size_t at_case, size_t row, size_t level[]);
void layout_column_levels(const struct layout *l, size_t column, size_t level[]);

#endif
