/* levels.c - levels.csv: how packages with each level fare */
#include "makers.h"
#include "proportion.h"

#define COLUMNS(X)                                                                             \
    X(ONE, issue, ISSUE, always, "", "its name")                                               \
    X(ONE, level, LEVEL, always, "",                                                           \
      "one of the issue's levels; what follows is empty where all its packages are forbidden") \
    X(AGREED, accept_all, NUMBER, always, "share of draws",                                    \
      "in which all accept a package with it: mean over these packages")                       \
    X(ONE, share_of_accepted, NUMBER, always, "share", "of all acceptances by all")            \
    X(PARTY, accept, NUMBER, always, "share of draws",                                         \
      "in which the party accepts a package with it: mean over these packages")                \
    X(AGREED, best_accept_all, NUMBER, always, "share of draws",                               \
      "the largest accept_all among its packages")                                             \
    X(ONE, low_best, NUMBER, always, "share",                                                  \
      "interval of 95 % of best_accept_all, as the best of that many (docs/methods.md)")       \
    X(ONE, high_best, NUMBER, always, "share", "its upper end")                                \
    X(PARTY, best_accept, NUMBER, always, "share of draws",                                    \
      "in which the party accepts the package with it that all accept most often, of equals "  \
      "the lowest number")
TABLE(levels_table, "levels.csv", always, "One row an issue and level.");

static enum error_code add_level(const struct results *r, struct sheet *sheet, size_t issue,
                                 size_t level, struct error *err)
{
    const struct gathering *g = &r->gathering;
    const size_t at = r->scope.first_level[issue] + level, n_party = r->scenario->n_party;
    const struct group *group = &g->level[at];
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.issue = (double)issue;
    row.level = (double)at;
    if (group->packages > 0) {
        row.accept_all = group->accepts / group->packages;
        if (g->accepts > 0)
            row.share_of_accepted = group->accepts / g->accepts;
        for (size_t p = 0; p < n_party; p++) {
            row.accept[p] = g->party[at * n_party + p] / group->packages;
            row.best_accept[p] = g->best_party[at * n_party + p];
        }
        row.best_accept_all = group->best;
        proportion_interval_of_best_by(group->best, map_knows_cell(r->map, true, group->best_cell),
                                       group->packages, &row.low_best, &row.high_best);
    }
    return sheet_add(sheet, &row, err);
}

enum error_code levels_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    enum error_code code = sheet_open(sheet, &levels_table, &r->scope, err);

    for (size_t k = 0; code == OK && k < s->n_table; k++)
        for (size_t l = 0; code == OK && l < s->issue[k].n_level; l++)
            code = add_level(r, sheet, k, l, err);
    return code;
}
