/* sheet.h - a result file in the making: a table with the columns that it has in a scenario */
#ifndef SHEET_H
#define SHEET_H

#include "column.h"
#include "table.h"

/* `row` below is the table's own struct row. */
struct sheet {
    const struct result_table *kind; /* borrowed */
    const struct scope *scope;       /* borrowed */
    size_t *first;                   /* [kind->n + 1] the first cell of each column of the list */
    struct table table;
};

/* Makes the columns; the scope's labels must be set.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sheet_open(struct sheet *sheet, const struct result_table *kind,
                           const struct scope *scope, struct error *err);
void sheet_release(struct sheet *sheet);

/* Empties all members of a row: numbers become NAN, pointers NULL; both stand for empty cells. */
void sheet_clear(const struct result_table *kind, void *row);

/* Appends a row.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sheet_add(struct sheet *sheet, const void *row, struct error *err);

/* sheet_room appends n rows; then sheet_put fills row `i`, and sheet_set the cell of one column of
 * it that stands once (place: its AT_...), from any thread. */
NODISCARD
enum error_code sheet_room(struct sheet *sheet, uint64_t n, struct error *err);
void sheet_put(struct sheet *sheet, size_t i, const void *row);
void sheet_set(struct sheet *sheet, size_t i, size_t place, double value);

/* Writes the cells of a row to cell[sheet->table.n_column], for a file whose rows are not kept. */
void sheet_cells(const struct sheet *sheet, const void *row, double cell[]);

/* Reads row i back; members that are pointers are left NULL. */
void sheet_get(const struct sheet *sheet, size_t i, void *row);

#endif
