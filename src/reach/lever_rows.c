/* lever_rows.c - levers.csv: the smallest change of one number or term that would do */
#include "reach_tables.h"

#include "agreement.h"

#include <stdio.h>

#define COLUMNS(X)                                                                             \
    X(ONE, lever, LEVER_PATH, always, "", "an issue of the package, or a number, by its path") \
    X(ONE, reaches, NUMBER, always, "1 or 0",                                                  \
      "whether some value of it reaches what is wanted, all else as it is")                    \
    X(ONE, from, LEVER_VALUE, always, "",                                                      \
      "what it is: a level of the package, or the mean of a number, which may be in doubt")    \
    X(ONE, to, LEVER_VALUE, always, "",                                                        \
      "the nearest value that was found to reach it, of an issue a level on the table; where " \
      "none does, that which misses least")                                                    \
    X(ONE, low, NUMBER, always, "", "of numbers: the lowest value that was looked at")         \
    X(ONE, high, NUMBER, always, "", "the highest")                                            \
    X(PARTY, accept, NUMBER, always, "share of draws",                                         \
      "in which the party accepts the package so changed")                                     \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "in which all accept it")          \
    X(ONE, slack, NUMBER, always, "share",                                                     \
      "by which the want that is reached least is reached there")
TABLE(levers_table, "levers.csv", always,
      "One row for each lever, those that reach what is wanted first, then those that miss least. "
      "Shares from the first 1,024 draws, the same for all values, so that differences between "
      "values are surer than each share is.");

/* Of lever i the texts 2 i and 2 i + 1: from and to. */
static enum error_code label_levers(struct reach_tables *t, struct error *err)
{
    const struct lever_search *v = &t->reach->levers;
    const char **path = scope_label(&t->scope, LABEL_LEVER_PATH, v->n, err);
    const char **value = scope_label(&t->scope, LABEL_LEVER_VALUE, 2 * v->n, err);
    char text[REACH_VALUE];

    for (size_t i = 0; err->code == OK && i < v->n; i++) {
        path[i] = v->of[i].path;
        value[2 * i] =
            arena_text(&t->scope.arena, reach_value(t->reach, &v->of[i], v->of[i].from, text));
        value[2 * i + 1] =
            arena_text(&t->scope.arena, reach_value(t->reach, &v->of[i], v->of[i].to, text));
        if (!value[2 * i] || !value[2 * i + 1])
            return error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    return err->code;
}

enum error_code levers_make(struct reach_tables *t, struct sheet *sheet, struct error *err)
{
    const struct lever_search *v = &t->reach->levers;
    const struct scenario *s = t->scope.scenario;
    enum error_code code = label_levers(t, err);

    if (code == OK)
        code = sheet_open(sheet, &levers_table, &t->scope, err);
    for (size_t i = 0; code == OK && i < v->n; i++) {
        const struct lever_found *l = &v->of[i];
        struct row row;
        sheet_clear(sheet->kind, &row);
        row.lever = (double)i;
        row.reaches = l->reaches;
        row.from = (double)(2 * i);
        row.to = (double)(2 * i + 1);
        if (l->high > l->low) {
            row.low = l->low;
            row.high = l->high;
        }
        for (size_t p = 0; p < s->n_party; p++)
            row.accept[p] = l->share[p];
        row.accept_all = l->share[agreement_passes(s)];
        row.slack = l->slack;
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
