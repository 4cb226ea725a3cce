/* side_by_side.h - several packages side by side: what they share is said once */
#ifndef SIDE_BY_SIDE_H
#define SIDE_BY_SIDE_H

#include "html_table.h"

/* Rows of a table that has a column for each issue. */
struct package_rows {
    const struct csv_grid *grid;
    size_t n;
    const size_t *row; /* [n] */
};

/* Says the terms that all rows share, in a paragraph; nothing where they share none. */
void terms_say_common(struct page *p, const struct package_rows *rows);

/* The heads of the issues in which they differ, and the cells of row i. */
void terms_heads(struct page *p, const struct package_rows *rows);
void terms_cells(struct page *p, const struct package_rows *rows, size_t i);

#endif
