/* choices_rows.c - choices.csv: packages that reach what is wanted, and other good ones */
#include "reach_tables.h"

#include "agreement.h"
#include "proportion.h"

#define COLUMNS(X)                                                                                \
    X(ONE, pick, PICK, always, "",                                                                \
      "reaches: it reaches what is wanted; nearest: nothing does, and it misses least; "          \
      "fewest: with `--proposal`, of those that reach it the one with the fewest terms unlike "   \
      "the proposal's; least_share: by the share of the party that accepts least often "          \
      "(maximin); worst_fifth: "                                                                  \
      "by the mean, over the fifth of draws in which it is worst, of the surplus of the party "   \
      "that gains least (CVaR), among the 100 that all accept most often; apart: accepted most "  \
      "often by all, of those that differ in so many terms from each before it")                  \
    X(ONE, pick_rank, NUMBER, always, "", "from 1, the best first")                               \
    X(ONE, package, NUMBER, always, "", "its number, as in packages.csv")                         \
    X(ISSUE, terms, NUMBER, always, "level", "of the package")                                    \
    X(ONE, want_slack, NUMBER, always, "share",                                                   \
      "by which the want that is reached least is reached; below 0: missed; empty where nothing " \
      "is wanted")                                                                                \
    X(ONE, pick_score, NUMBER, always, "",                                                        \
      "by which it was picked: slack, terms that change, a share, or utility")                    \
    X(PARTY, accept, NUMBER, always, "share of draws", "in which the party accepts it")           \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "in which all accept it")             \
    X(ONE, low_all, NUMBER, always, "share",                                                      \
      "interval of 95 % of accept_all, as the best of all packages")                              \
    X(ONE, high_all, NUMBER, always, "share", "its upper end")
TABLE(choices_table, "choices.csv", always,
      "One row for each package that is picked: of those that reach what is wanted, or come "
      "nearest, the 100 with the largest slack.");

static enum error_code add_pick(const struct reach_tables *t, struct sheet *sheet,
                                enum pick_kind kind, size_t rank, const struct pick *pick,
                                struct error *err)
{
    const struct reach *r = t->reach;
    const struct scenario *s = r->map->layout->scenario;
    size_t level[MAX_ISSUE];
    struct row row;

    sheet_clear(sheet->kind, &row);
    grid_levels(&s->grid, pick->package, level);
    row.pick = kind;
    row.pick_rank = (double)(rank + 1);
    row.package = (double)pick->package;
    scope_terms(s, level, row.terms);
    if (r->wanted.n > 0)
        row.want_slack = wanted_slack(&r->wanted, pick->share, NULL);
    row.pick_score = pick->score;
    for (size_t p = 0; p < s->n_party; p++)
        row.accept[p] = pick->share[p];
    row.accept_all = pick->share[agreement_passes(s)];
    proportion_interval_of_best(row.accept_all, r->map->draws, (double)r->choices.n_package,
                                &row.low_all, &row.high_all);
    return sheet_add(sheet, &row, err);
}

enum error_code choices_make(struct reach_tables *t, struct sheet *sheet, struct error *err)
{
    const struct choices *c = &t->reach->choices;
    const bool reaches = c->n_reaching > 0;
    enum error_code code = sheet_open(sheet, &choices_table, &t->scope, err);

    for (size_t i = 0; code == OK && t->reach->wanted.n > 0 && i < c->n_best; i++)
        if (!reaches || c->best[i].score >= 0)
            code = add_pick(t, sheet, reaches ? PICK_REACHES : PICK_NEAREST, i, &c->best[i], err);
    if (code == OK && t->reach->wanted.n > 0 && c->has_fewest)
        code = add_pick(t, sheet, PICK_FEWEST, 0, &c->fewest, err);
    if (code == OK)
        code = add_pick(t, sheet, PICK_LEAST_SHARE, 0, &c->maximin, err);
    if (code == OK)
        code = add_pick(t, sheet, PICK_WORST_FIFTH, 0, &c->steadiest, err);
    for (size_t i = 0; code == OK && i < c->n_others; i++)
        code = add_pick(t, sheet, PICK_APART, i, &c->other[i], err);
    return code;
}
