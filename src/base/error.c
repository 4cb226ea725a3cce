/* error.c - what went wrong, where, in one record */
#include "error.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void write_down(struct error *err, enum error_code code, const char *file, int line,
                       const char *fmt, va_list args) PRINTF_LIKE(5, 0);

static void write_down(struct error *err, enum error_code code, const char *file, int line,
                       const char *fmt, va_list args)
{
    if (err->code != OK)
        return;
    err->code = code;
    err->line = line;
    snprintf(err->file, sizeof err->file, "%s", file);
    vsnprintf(err->text, sizeof err->text, fmt, args);
}

enum error_code error_set(struct error *err, enum error_code code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    write_down(err, code, "", 0, fmt, args);
    va_end(args);
    return code;
}

enum error_code error_at(struct error *err, const char *file, int line, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    write_down(err, ERR_SCENARIO, file, line, fmt, args);
    va_end(args);
    return ERR_SCENARIO;
}

void error_format(const struct error *err, size_t n, char out[n])
{
    char whole[sizeof err->file + sizeof err->text + 32];

    if (err->line == LINE_OF_SETTING)
        snprintf(whole, sizeof whole, "--set %s: %s", err->file, err->text);
    else if (err->line > 0)
        snprintf(whole, sizeof whole, "%s:%d: %s", err->file, err->line, err->text);
    else
        snprintf(whole, sizeof whole, "%s%s%s", err->file, err->file[0] ? ": " : "", err->text);
    text_shown(whole, n, out);
}

static int compare_places(const struct error *a, const struct error *b)
{
    const int by_kind = (b->line == LINE_OF_SETTING) - (a->line == LINE_OF_SETTING);
    const int by_file = by_kind ? by_kind : strcmp(a->file, b->file);
    return by_file ? by_file : (a->line > b->line) - (a->line < b->line);
}

void problems_add(struct problems *problems, const struct error *err)
{
    for (size_t i = 0; i < problems->n; i++)
        if (compare_places(&problems->list[i], err) == 0 &&
            strcmp(problems->list[i].text, err->text) == 0)
            return;
    problems->total++;
    if (problems->n < MAX_PROBLEM)
        problems->list[problems->n++] = *err;
}

/* By insertion: it is stable, and there are at most MAX_PROBLEM. */
void problems_sort(struct problems *problems)
{
    for (size_t i = 1; i < problems->n; i++) {
        struct error moved = problems->list[i];
        size_t j = i;
        for (; j > 0 && compare_places(&problems->list[j - 1], &moved) > 0; j--)
            problems->list[j] = problems->list[j - 1];
        problems->list[j] = moved;
    }
}
