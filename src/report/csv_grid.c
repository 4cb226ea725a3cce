/* csv_grid.c - a CSV file as a whole: every cell at hand, by row and by the name of its column */
#include "csv_grid.h"

#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum error_code read_rows(struct csv_grid *grid, const char *path, struct error *err)
{
    const size_t n = grid->text.n_column;
    size_t room = 0;

    while (csv_text_row(&grid->text)) {
        if (grid->n_row == room) {
            room = 2 * room + 64;
            const char **more = realloc(grid->cell, room * n * sizeof *more);
            if (!more)
                return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", path);
            grid->cell = more;
        }
        memcpy(grid->cell + grid->n_row * n, grid->text.cell, n * sizeof *grid->cell);
        grid->n_row++;
    }
    if (grid->text.is_odd)
        return error_set(err, ERR_IO, "'%s' is no table: something stands behind a closing quote",
                         path);
    return OK;
}

enum error_code csv_grid_open(struct csv_grid *grid, const char *path, struct error *err)
{
    *grid = (struct csv_grid){ .n_row = 0 };
    return csv_text_open(&grid->text, path, err) == OK ? read_rows(grid, path, err) : err->code;
}

void csv_grid_release(struct csv_grid *grid)
{
    free(grid->cell);
    csv_text_release(&grid->text);
    *grid = (struct csv_grid){ .n_row = 0 };
}

const char *csv_grid_cell(const struct csv_grid *grid, size_t row, const char *column)
{
    const size_t n = grid->text.n_column, i = csv_text_column(&grid->text, column);

    return i < n && row < grid->n_row ? grid->cell[row * n + i] : "";
}

double csv_grid_number(const struct csv_grid *grid, size_t row, const char *column)
{
    double x;

    return text_real(csv_grid_cell(grid, row, column), &x) ? x : NAN;
}

bool csv_grid_has(const struct csv_grid *grid, const char *column)
{
    return csv_text_column(&grid->text, column) < grid->text.n_column;
}
