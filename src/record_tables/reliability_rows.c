/* reliability_rows.c - reliability.csv: whether stated chances come true as often as they say */
#include "record_tables.h"

#define COLUMNS(X)                                                                      \
    X(ONE, rule, RULE, always, "", "as in scores.csv")                                  \
    X(ONE, p, NUMBER, always, "probability", "of \"accepts\", as the rule states it")   \
    X(ONE, rate, NUMBER, always, "share",                                               \
      "of answers that are \"accepts\" where it is stated: isotonic regression (CORP)") \
    X(ONE, low, NUMBER, always, "share",                                                \
      "where the rates of 95 % of records lie for which the stated chances are right")  \
    X(ONE, high, NUMBER, always, "share", "its upper end")                              \
    X(ONE, n, NUMBER, always, "answers", "of which it is stated")
TABLE(reliability_table, "reliability.csv", always, "One row for each rule and chance stated.");

enum error_code reliability_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &reliability_table, &t->scope, err);

    for (size_t rule = 0; code == OK && rule < CHANCE_COUNT; rule++)
        for (size_t i = 0; code == OK && i < t->reliability[rule].n; i++) {
            const struct reliable *at = &t->reliability[rule].at[i];
            struct row row = { (double)rule, at->p, at->rate, at->low, at->high, at->n };
            code = sheet_add(sheet, &row, err);
        }
    return code;
}
