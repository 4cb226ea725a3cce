/* csv_grid.h - a CSV file as a whole: every cell at hand, by row and by the name of its column */
#ifndef CSV_GRID_H
#define CSV_GRID_H

#include "csv_text.h"

struct csv_grid {
    struct csv_text text;
    size_t n_row;
    const char **cell; /* [n_row * text.n_column] in the text */
};

/* Reads a file.  To be released, whatever is returned.
 * Errors: those of csv_text_open; ERR_IO where something stands behind a closing quote. */
NODISCARD
enum error_code csv_grid_open(struct csv_grid *grid, const char *path, struct error *err);
void csv_grid_release(struct csv_grid *grid);

/* A cell as text; "" where the file has no such column.  row < n_row. */
const char *csv_grid_cell(const struct csv_grid *grid, size_t row, const char *column);

/* As a number; NAN where it is empty or none. */
double csv_grid_number(const struct csv_grid *grid, size_t row, const char *column);

/* Whether the file has a column of this name. */
bool csv_grid_has(const struct csv_grid *grid, const char *column);

#endif
