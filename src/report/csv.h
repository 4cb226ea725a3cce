/* csv.h - tables as RFC 4180 text, each number in the fewest digits that read back equal
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, so that it is
 * shown as it is (OWASP, CSV injection): one that begins with = + - or @ and is no number.
 */
#ifndef CSV_H
#define CSV_H

#include "table.h"

#include <stdio.h>

/* One line of column names; one row of cells, as in a table. */
void csv_header(FILE *out, const struct table *columns);
void csv_row(FILE *out, const struct table *columns, const double cell[]);

/* One cell of text, with quotes where it needs them and the apostrophe (above). */
void csv_cell(FILE *out, const char *text);

/* Header and all rows. */
void csv_table(FILE *out, const struct table *t);

/* Reads the first line of a CSV file, split at commas (names have no quotes), into names[room]
 * of at most CSV_MAX_NAME - 1 letters; how many, 0 when it cannot be read. */
enum { CSV_MAX_NAME = 96 };
size_t csv_names(const char *path, size_t room, char names[room][CSV_MAX_NAME]);

#endif
