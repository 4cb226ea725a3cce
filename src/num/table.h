/* table.h - results: rows by named columns */
#ifndef TABLE_H
#define TABLE_H

#include "error.h"

#include <stdbool.h>
#include <stdint.h>

/* A column of numbers or, with labels, of texts: then a cell is the index of its label.  Not a
 * number (NAN) is an empty cell in both. */
struct column {
    char *name;
    const char *const *label; /* NULL for numbers; borrowed */
    size_t n_label;
    const struct location *from; /* of what gives it its name, borrowed; NULL: the program does */
};

struct table {
    size_t n_column, n_row, room;
    struct column *column;
    double *cell; /* [n_row * n_column], row-major */
};

/* Adds a column, before the first row; the name is made as by printf. */
NODISCARD
enum error_code table_column(struct table *t, const char *const *label, size_t n_label,
                             struct error *err, const char *fmt, ...) PRINTF_LIKE(5, 6);

/* Notes where the name of the last column comes from. */
void table_from(struct table *t, const struct location *place);

/* Finds two columns of one name: *second is the first that has the name of one before it. */
bool table_doubles(const struct table *t, size_t *first, size_t *second);

/* Adds a row of empty cells and hands it out; NULL, with ERR_MEMORY recorded, when there is no
 * room.  The pointer is good until the next row. */
double *table_row(struct table *t, struct error *err);

void table_release(struct table *t);

#endif
