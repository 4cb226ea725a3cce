/* csv.c - tables as RFC 4180 text, each number in the fewest digits that read back equal */
#include "csv.h"

#include "text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* Whether a spreadsheet would calculate the text instead of showing it; signed numbers are fine. */
static bool is_formula(const char *text)
{
    double number;
    return text[0] && strchr("=+-@", text[0]) && !text_real(text, &number);
}

void csv_cell(FILE *out, const char *text)
{
    const char *guard = is_formula(text) ? "'" : "";

    if (!strpbrk(text, ",\"\r\n")) {
        fprintf(out, "%s%s", guard, text);
        return;
    }
    fprintf(out, "\"%s", guard);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}

void csv_header(FILE *out, const struct table *columns)
{
    size_t first, second;

    assert(!table_doubles(columns, &first, &second)); /* headings_check has refused that */
    for (size_t i = 0; i < columns->n_column; i++) {
        if (i > 0)
            putc(',', out);
        csv_cell(out, columns->column[i].name);
    }
    putc('\n', out);
}

void csv_row(FILE *out, const struct table *columns, const double cell[])
{
    char number[TEXT_NUMBER];

    for (size_t i = 0; i < columns->n_column; i++) {
        const struct column *column = &columns->column[i];
        if (i > 0)
            putc(',', out);
        /* not a number: nothing to say, and the cell stays empty */
        if (isnan(cell[i]))
            continue;
        if (column->label) {
            csv_cell(out, column->label[(size_t)cell[i]]);
        } else {
            text_shortest(cell[i], number);
            fputs(number, out);
        }
    }
    putc('\n', out);
}

void csv_table(FILE *out, const struct table *t)
{
    csv_header(out, t);
    for (size_t i = 0; i < t->n_row; i++)
        csv_row(out, t, t->cell + i * t->n_column);
}

size_t csv_names(const char *path, size_t room, char names[room][CSV_MAX_NAME])
{
    char line[8192];
    size_t n = 0;
    FILE *f = fopen(path, "r");

    if (!f)
        return 0;
    if (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\r\n")] = '\0';
        for (char *at = strtok(line, ","); at && n < room; at = strtok(NULL, ","))
            snprintf(names[n++], sizeof *names, "%s", at);
    }
    fclose(f);
    return n;
}
