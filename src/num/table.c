/* table.c - results: rows by named columns */
#include "table.h"

#include "arena.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whole, however long: a name that is cut off might be another's. */
PRINTF_LIKE(1, 0) static char *make_name(const char *fmt, va_list args)
{
    va_list again;

    va_copy(again, args);
    const size_t n = (size_t)vsnprintf(NULL, 0, fmt, args) + 1;
    char *name = malloc(n);
    if (name)
        vsnprintf(name, n, fmt, again);
    va_end(again);
    return name;
}

enum error_code table_column(struct table *t, const char *const *label, size_t n_label,
                             struct error *err, const char *fmt, ...)
{
    va_list args;

    assert(t->n_row == 0);
    struct column *more = realloc(t->column, (t->n_column + 1) * sizeof *more);
    if (!more)
        return error_set(err, ERR_MEMORY, "not enough memory for a table");
    t->column = more;
    va_start(args, fmt);
    char *name = make_name(fmt, args);
    va_end(args);
    if (!name)
        return error_set(err, ERR_MEMORY, "not enough memory for a table");
    more[t->n_column++] = (struct column){ .name = name, .label = label, .n_label = n_label };
    return OK;
}

void table_from(struct table *t, const struct location *place)
{
    t->column[t->n_column - 1].from = place;
}

bool table_doubles(const struct table *t, size_t *first, size_t *second)
{
    for (*second = 0; *second < t->n_column; ++*second)
        for (*first = 0; *first < *second; ++*first)
            if (strcmp(t->column[*first].name, t->column[*second].name) == 0)
                return true;
    return false;
}

double *table_row(struct table *t, struct error *err)
{
    if (t->n_row == t->room) {
        size_t room = t->room ? 2 * t->room : 16;
        double *more = realloc(t->cell, room * t->n_column * sizeof *more);
        if (!more) {
            error_set(err, ERR_MEMORY, "not enough memory for a table of %zu rows", room);
            return NULL;
        }
        t->cell = more;
        t->room = room;
    }
    double *row = t->cell + t->n_row++ * t->n_column;
    for (size_t i = 0; i < t->n_column; i++)
        row[i] = NAN;
    return row;
}

void table_release(struct table *t)
{
    for (size_t i = 0; i < t->n_column; i++)
        free(t->column[i].name);
    free(t->column);
    free(t->cell);
    *t = (struct table){ 0 };
}
