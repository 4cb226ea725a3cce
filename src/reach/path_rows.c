/* path_rows.c - path.csv: from one proposal to another, a term at a time */
#include "reach_tables.h"

#include "agreement.h"

#include <math.h>

#define COLUMNS(X)                                                                                \
    X(ONE, step, NUMBER, always, "", "from 0, the proposal that it begins with")                  \
    X(ONE, issue, ISSUE, always, "", "the one that changes in this step; empty in the first row") \
    X(ONE, to, LEVEL, always, "", "its new level")                                                \
    X(ONE, package, NUMBER, always, "", "the package's number, as in packages.csv")               \
    X(PARTY, accept, NUMBER, always, "share of draws", "in which the party accepts it")           \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "in which all accept it")             \
    X(ONE, also, ISSUE, with_rules, "",                                                           \
      "another issue that changes in this step, by a rule on a sum: the last, if there are "      \
      "several")                                                                                  \
    X(ONE, also_to, LEVEL, with_rules, "", "its new level")
TABLE(path_table, "path.csv", always,
      "With `--from` and `--to`: one row for each package on the way. The smallest accept_all "
      "between the two ends is as large as can be, in as few steps as can be. Else no rows.");

static void put_change(const struct reach_tables *t, size_t i, struct row *row)
{
    const struct path *path = &t->reach->path;
    const struct grid *grid = &t->scope.scenario->grid;

    for (size_t k = 0; i > 0 && k < grid->n; k++) {
        const size_t level = grid_level(grid, path->package[i], k);
        if (level == grid_level(grid, path->package[i - 1], k))
            continue;
        if (!isnan(row->issue)) {
            row->also = (double)k;
            row->also_to = (double)(t->scope.first_level[k] + level);
            continue;
        }
        row->issue = (double)k;
        row->to = (double)(t->scope.first_level[k] + level);
    }
}

enum error_code path_make(struct reach_tables *t, struct sheet *sheet, struct error *err)
{
    const struct reach *r = t->reach;
    const struct scenario *s = t->scope.scenario;
    enum error_code code = sheet_open(sheet, &path_table, &t->scope, err);

    for (size_t i = 0; code == OK && i < r->path.n; i++) {
        size_t level[MAX_ISSUE];
        double share[AGREEMENT_COUNTS];
        struct row row;
        grid_levels(&s->grid, r->path.package[i], level);
        map_shares(r->map, level, share);
        sheet_clear(sheet->kind, &row);
        row.step = (double)i;
        put_change(t, i, &row);
        row.package = (double)r->path.package[i];
        for (size_t p = 0; p < s->n_party; p++)
            row.accept[p] = share[p];
        row.accept_all = share[agreement_passes(s)];
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
