/* csv_text.c - reads RFC 4180 text back: rows of cells, and columns by their names */
#include "csv_text.h"

#include "arena.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES ((size_t)2 << 30)

/* Ends the cell at `from` with a zero, its quotes taken off; returns where the next one begins, and
 * in *ends whether that is another row. */
static size_t cut_cell(struct csv_text *c, size_t from, bool *ends)
{
    char *text = c->text;
    const bool is_quoted = text[from] == '"';
    size_t at = from + is_quoted, to = from;

    for (; at < c->n; at++) {
        if (is_quoted && text[at] == '"') {
            if (at + 1 >= c->n || text[at + 1] != '"')
                break;
            at++; /* two quotes are one */
        } else if (!is_quoted && (text[at] == ',' || text[at] == '\n')) {
            break;
        }
        text[to++] = text[at];
    }
    at += is_quoted && at < c->n; /* the closing quote */
    for (; at < c->n && text[at] != ',' && text[at] != '\n'; at++)
        c->is_odd = c->is_odd || text[at] != '\r';
    *ends = at >= c->n || text[at] == '\n';
    if (!is_quoted && *ends && to > from && text[to - 1] == '\r')
        to--;
    text[to] = '\0';
    return at + 1;
}

static bool add_cell(const char ***cell, size_t *room, size_t n, const char *text)
{
    if (n == *room) {
        const size_t more = 2 * *room + 16;
        const char **grown = realloc(*cell, more * sizeof *grown);
        if (!grown)
            return false;
        *cell = grown;
        *room = more;
    }
    (*cell)[n] = text;
    return true;
}

static enum error_code read_header(struct csv_text *c, const char *path, struct error *err)
{
    bool ends = c->n == 0;

    c->line = 1;
    while (!ends) {
        const char *name = c->text + c->at;
        c->at = cut_cell(c, c->at, &ends);
        if (!add_cell(&c->column, &c->room, c->n_column++, name))
            return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", path);
    }
    c->cell = memory_alloc(c->n_column, sizeof *c->cell, err);
    if (c->n_column == 0)
        return error_set(err, ERR_IO, "'%s' is empty", path);
    return err->code;
}

enum error_code csv_text_take(struct csv_text *c, const char *path, const char *text, size_t n,
                              struct error *err)
{
    *c = (struct csv_text){ .n = n, .text = memory_alloc(n + 1, 1, err) };
    if (!c->text)
        return err->code;
    memcpy(c->text, text, n);
    return read_header(c, path, err);
}

static enum error_code read_file(struct csv_text *c, const char *path, struct error *err)
{
    size_t room = (size_t)1 << 16;
    FILE *f = fopen(path, "rb");

    if (!f)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    c->text = malloc(room);
    while (c->text) {
        c->n += fread(c->text + c->n, 1, room - 1 - c->n, f);
        if (c->n + 1 < room || room > MOST_BYTES)
            break;
        room *= 2;
        char *more = realloc(c->text, room);
        if (!more)
            free(c->text);
        c->text = more;
    }
    const bool failed = ferror(f), is_long = room > MOST_BYTES;
    fclose(f);
    if (!c->text)
        return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", path);
    c->text[c->n] = '\0';
    if (failed || is_long)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path,
                         is_long ? "it is longer than 2 GiB" : strerror(errno));
    return OK;
}

enum error_code csv_text_open(struct csv_text *c, const char *path, struct error *err)
{
    *c = (struct csv_text){ .n = 0 };
    return read_file(c, path, err) == OK ? read_header(c, path, err) : err->code;
}

void csv_text_release(struct csv_text *c)
{
    free(c->text);
    free(c->column);
    free(c->cell);
    *c = (struct csv_text){ .n = 0 };
}

size_t csv_text_column(const struct csv_text *c, const char *name)
{
    size_t i = 0;

    while (i < c->n_column && strcmp(c->column[i], name) != 0)
        i++;
    return i;
}

bool csv_text_row(struct csv_text *c)
{
    bool ends = false;
    size_t n = 0;

    if (c->at >= c->n)
        return false;
    c->line++;
    for (size_t i = 0; i < c->n_column; i++)
        c->cell[i] = "";
    while (!ends) {
        const char *cell = c->text + c->at;
        c->at = cut_cell(c, c->at, &ends);
        if (n < c->n_column)
            c->cell[n] = cell;
        n++;
    }
    c->n_cell = n;
    return true;
}
