/* caps_rows.c - caps.csv: why each party refuses the package that is looked at */
#include "reach_tables.h"

#include "proportion.h"

#define COLUMNS(X)                                                                                 \
    X(ONE, party, PARTY, always, "", "who refuses")                                                \
    X(ONE, cap, CAP, always, "",                                                                   \
      "the first of these that holds: red_line (a red line or a position of its own is crossed), " \
      "word (it would accept if nobody could break off), body (its leaders would sign, and a "     \
      "body refuses), surplus (it is worth less to it than no deal, even if all were kept)")       \
    X(ONE, what, REASON, always, "", "of red_line its path, of body its name")                     \
    X(ONE, share, NUMBER, always, "share of draws", "in which the party refuses for that")         \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of share")                     \
    X(ONE, high, NUMBER, always, "share", "its upper end")                                         \
    X(ONE, of_refusals, NUMBER, always, "share", "of the draws in which it refuses")               \
    X(ONE, missing, NUMBER, always, "utility",                                                     \
      "of surplus: what it lacks of what it asks for, the mean over these draws")
TABLE(caps_table, "caps.csv", always,
      "One row for each party and reason for which it refuses the package that is looked at: the "
      "proposal of `--proposal`, else the first of choices.csv. From the first 2,048 draws.");

static enum error_code label_what(struct reach_tables *t, struct error *err)
{
    const struct caps *c = &t->reach->caps;
    const char **what = scope_label(&t->scope, LABEL_REASON, c->n, err);

    for (size_t i = 0; what && i < c->n; i++)
        what[i] = c->of[i].what;
    return err->code;
}

enum error_code caps_make(struct reach_tables *t, struct sheet *sheet, struct error *err)
{
    const struct caps *c = &t->reach->caps;
    enum error_code code = label_what(t, err);

    if (code == OK)
        code = sheet_open(sheet, &caps_table, &t->scope, err);
    for (size_t i = 0; code == OK && i < c->n; i++) {
        struct row row;
        sheet_clear(sheet->kind, &row);
        row.party = (double)c->of[i].party;
        row.cap = c->of[i].cap;
        row.what = (double)i;
        row.share = (double)c->of[i].draws / (double)c->n_draw;
        proportion_interval(row.share, c->n_draw, &row.low, &row.high);
        row.of_refusals = (double)c->of[i].draws / (double)c->refuses[c->of[i].party];
        row.missing = c->of[i].missing;
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
