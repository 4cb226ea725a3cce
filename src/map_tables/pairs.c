/* pairs.c - pairs.csv: how packages with each two levels fare */
#include "makers.h"

#define COLUMNS(X)                                                                          \
    X(ONE, issue_a, ISSUE, always, "", "the one issue")                                     \
    X(ONE, level_a, LEVEL, always, "", "its level")                                         \
    X(ONE, issue_b, ISSUE, always, "", "the other issue")                                   \
    X(ONE, level_b, LEVEL, always, "", "its level")                                         \
    X(ONE, index_a, NUMBER, always, "", "level_a's place among the issue's levels, from 0") \
    X(ONE, index_b, NUMBER, always, "", "level_b's place")                                  \
    X(AGREED, best_accept_all, NUMBER, always, "share of draws",                            \
      "the largest accept_all among packages with both; empty where all are forbidden")     \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "the mean over packages with both")
TABLE(pairs_table, "pairs.csv", always,
      "One row for every two levels of every two issues. Pairs of issues are in the order of how "
      "much they matter: by "
      "the variance of best_accept_all over their cells. The first is what the map draws unless "
      "`--axes` says otherwise.");

static enum error_code add_pair(const struct results *r, struct sheet *sheet,
                                const struct pair *pair, size_t cell, struct error *err)
{
    const size_t n_b = r->scenario->issue[pair->b].n_level;
    const struct group *group = &pair->cell[cell];
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.issue_a = (double)pair->a;
    row.index_a = (double)(cell / n_b);
    row.level_a = (double)(r->scope.first_level[pair->a] + cell / n_b);
    row.issue_b = (double)pair->b;
    row.index_b = (double)(cell % n_b);
    row.level_b = (double)(r->scope.first_level[pair->b] + cell % n_b);
    if (group->packages > 0) {
        row.best_accept_all = group->best;
        row.accept_all = group->accepts / group->packages;
    }
    return sheet_add(sheet, &row, err);
}

enum error_code pairs_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct gathering *g = &r->gathering;
    enum error_code code = sheet_open(sheet, &pairs_table, &r->scope, err);

    for (size_t i = 0; code == OK && i < g->n_pair; i++)
        for (size_t cell = 0; code == OK && cell < gathering_cells(g, &g->pair[i]); cell++)
            code = add_pair(r, sheet, &g->pair[i], cell, err);
    return code;
}
