/* sweep_points.c - the points of a small sweep, as a table for the eye */
#include "sweep_points.h"

#include "csv.h"
#include "folder.h"
#include "names.h"
#include "plan.h"
#include "sweep_identity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS = 20, COLUMNS = 200, CELL = 40 };

/* A column of the table: of shares, in per cent, or as it stands. */
struct shown {
    size_t column;
    bool is_lever, is_share;
};

/* The levers, then what of these columns the sweep has. */
static size_t choose(size_t n_name, char name[][CSV_MAX_NAME], size_t n_lever, struct shown shown[])
{
    static const struct {
        const char *name;
        bool is_share;
    } main_columns[] = { { "zone", true },
                         { "best_accept_all", true },
                         { "agreement", true },
                         { "agreement_day", false } };
    size_t n = 0;

    for (; n < n_lever; n++)
        shown[n] = (struct shown){ 1 + n, true, false };
    for (size_t k = 0; k < COUNT_OF(main_columns); k++)
        for (size_t i = 1 + n_lever; i < n_name; i++)
            if (strcmp(name[i], main_columns[k].name) == 0)
                shown[n++] = (struct shown){ i, false, main_columns[k].is_share };
    return n;
}

/* No cell of a sweep that is looked at has a quote in it. */
size_t sweep_points_cut(char *line, size_t most, char *cell[])
{
    size_t n = 0;

    for (char *at = line; n < most; at++) {
        const bool is_quoted = *at == '"';
        cell[n++] = at += is_quoted;
        at += strcspn(at, is_quoted ? "\"" : ",\n");
        if (*at == '"')
            *at++ = '\0';
        const char end = *at;
        *at = '\0';
        if (end != ',')
            break;
    }
    return n;
}

/* As wide as its name, at least enough for a date; nothing after the last. */
static void print_cell(FILE *out, const char *text, const char *name, bool is_last)
{
    enum { WIDTH = 12 };
    const int width = strlen(name) > WIDTH ? (int)strlen(name) : WIDTH;

    fprintf(out, "  %-*s%s", is_last ? 0 : width, text, is_last ? "\n" : "");
}

static void print_row(FILE *out, size_t n, const struct shown shown[], char name[][CSV_MAX_NAME],
                      size_t n_cell, char *cell[])
{
    char text[CELL];

    for (size_t i = 0; i < n; i++) {
        const char *value = shown[i].column < n_cell ? cell[shown[i].column] : "";
        if (shown[i].is_share && value[0])
            snprintf(text, sizeof text, "%.1f %%", 100 * strtod(value, NULL));
        else if (value[0] && !shown[i].is_lever)
            snprintf(text, sizeof text, "%.4g", strtod(value, NULL));
        else
            snprintf(text, sizeof text, "%s", value);
        print_cell(out, text, name[shown[i].column], i + 1 == n);
    }
}

static size_t count_lines(FILE *f)
{
    size_t n = 0;

    for (int c; (c = getc(f)) != EOF;)
        n += c == '\n';
    rewind(f);
    return n;
}

bool sweep_points_say(FILE *out, const char *csv, size_t n_lever, bool all)
{
    char name[COLUMNS][CSV_MAX_NAME], *cell[COLUMNS], *line = NULL;
    struct shown shown[PLAN_MAX_LEVER + 4];
    size_t room = 0;

    const size_t n_name = csv_names(csv, COLUMNS, name);
    const size_t n = n_name > n_lever ? choose(n_name, name, n_lever, shown) : 0;
    FILE *f = n > n_lever ? fopen(csv, "r") : NULL;
    if (f && (all || count_lines(f) <= POINTS + 1)) {
        for (size_t i = 0; i < n; i++)
            print_cell(out, name[shown[i].column], name[shown[i].column], i + 1 == n);
        for (bool is_header = true; getline(&line, &room, f) > 0; is_header = false) {
            if (is_header)
                continue;
            const size_t n_cell = sweep_points_cut(line, COLUMNS, cell);
            print_row(out, n, shown, name, n_cell, cell);
        }
    }
    const bool failed = n_name == 0 || (n > n_lever && (!f || ferror(f)));
    free(line);
    if (f)
        fclose(f);
    return !failed;
}
