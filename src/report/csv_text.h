/* csv_text.h - reads RFC 4180 text back: rows of cells, and columns by their names */
#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include "error.h"

#include <stdbool.h>

/* A file whose cells are read in place. */
struct csv_text {
    char *text; /* owned */
    size_t n;   /* bytes */
    size_t at;  /* where the next row begins */
    int line;   /* of the row that was read last; the header is line 1 */
    size_t n_column, room;
    const char **column; /* [n_column] names */
    const char **cell;   /* [n_column] of the row that was read last; "" where it has fewer */
    size_t n_cell;       /* how many that row has */
    bool is_odd;         /* something stands behind a closing quote, in any row so far */
};

/* Reads the header of a file of at most 2 GiB.  To be released, whatever is returned.
 * Errors: ERR_IO, where it cannot be read or has no header; ERR_MEMORY. */
NODISCARD
enum error_code csv_text_open(struct csv_text *c, const char *path, struct error *err);

/* The same from text[n], which is copied. */
NODISCARD
enum error_code csv_text_take(struct csv_text *c, const char *path, const char *text, size_t n,
                              struct error *err);
void csv_text_release(struct csv_text *c);

/* Which column has this name; n_column for none. */
size_t csv_text_column(const struct csv_text *c, const char *name);

/* Reads the next row; false at the end.  Cells beyond the header's are left out. */
bool csv_text_row(struct csv_text *c);

#endif
