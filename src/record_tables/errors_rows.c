/* errors_rows.c - errors.csv: how far each rule is from what was agreed */
#include "record_tables.h"

#define COLUMNS(X)                                                                                 \
    X(ONE, rule, FORECAST_RULE, always, "", "as in outcomes.csv")                                  \
    X(ONE, issues, NUMBER, always, "issues", "of which it says something")                         \
    X(ONE, silent, NUMBER, always, "issues",                                                       \
      "of which it says nothing: no package suits all, "                                           \
      "or an issue without numbers, without `nothing`")                                            \
    X(ONE, error, NUMBER, always, "points", "mean absolute error, 0 to 100 of an issue's range")   \
    X(ONE, low_error, NUMBER, always, "points",                                                    \
      "interval of 95 %, groups of scenarios being resampled")                                     \
    X(ONE, high_error, NUMBER, always, "points", "its upper end")                                  \
    X(ONE, rms, NUMBER, always, "points", "root of the mean square error")                         \
    X(ONE, low_rms, NUMBER, always, "points", "interval of 95 %")                                  \
    X(ONE, high_rms, NUMBER, always, "points", "its upper end")                                    \
    X(ONE, less_compromise, NUMBER, always, "points",                                              \
      "error less that of the compromise, over issues of which both say something")                \
    X(ONE, low_less_compromise, NUMBER, always, "points", "interval of 95 %, in the same samples") \
    X(ONE, high_less_compromise, NUMBER, always, "points", "its upper end")
TABLE(errors_table, "errors.csv", always, "One row for each rule.");

enum error_code errors_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &errors_table, &t->scope, err);

    for (size_t rule = 0; code == OK && rule < FORECAST_RULES; rule++) {
        const struct forecast_score *s = &t->outcomes->score[rule];
        struct row row;
        sheet_clear(sheet->kind, &row);
        row.rule = (double)rule;
        row.issues = (double)s->n;
        row.silent = (double)(t->outcomes->n - s->n);
        if (s->n > 0) {
            row.error = s->mean.value;
            row.low_error = s->mean.low;
            row.high_error = s->mean.high;
            row.rms = s->root.value;
            row.low_rms = s->root.low;
            row.high_rms = s->root.high;
            row.less_compromise = s->less.value;
            row.low_less_compromise = s->less.low;
            row.high_less_compromise = s->less.high;
        }
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
