/* sheet.h - a result file while it is made: a table whose columns are those that its list has in a
 * scenario */
#ifndef SHEET_H
#define SHEET_H

#include "column.h"
#include "table.h"

/* `row` below is the table's own struct row. */
struct sheet {
    const struct result_table *kind; /* borrowed */
    const struct scope *scope;       /* borrowed */
    size_t *first; /* [kind->n + 1] where the cells of each line of the list are */
    struct table table;
};

/* Makes the columns; the scope's labels are there.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sheet_open(struct sheet *sheet, const struct result_table *kind,
                           const struct scope *scope, struct error *err);
void sheet_release(struct sheet *sheet);

/* Empties all members of a row; those that are pointers are then NULL, which stands for empty
 * cells. */
void sheet_clear(const struct result_table *kind, void *row);

/* Appends a row.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sheet_add(struct sheet *sheet, const void *row, struct error *err);

/* Appends n empty rows; fills the one at `i`, from any thread; sets one cell of a column that
 * stands once. */
NODISCARD
enum error_code sheet_room(struct sheet *sheet, uint64_t n, struct error *err);
void sheet_put(struct sheet *sheet, size_t i, const void *row);
void sheet_set(struct sheet *sheet, size_t i, size_t place, double value);

/* The cells of a row, for a file that is written as it is made: cell[sheet->table.n_column]. */
void sheet_cells(const struct sheet *sheet, const void *row, double cell[]);

/* Reads row i back; members that are pointers are left NULL. */
void sheet_get(const struct sheet *sheet, size_t i, void *row);

#endif
