/* prices.c - prices.csv: what each single change of a term costs whom */
#include "makers.h"

#include "agreement.h"

#include <math.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, proposal, PROPOSAL, always, "",                                                         \
      "whose term changes; empty: that of the package that all accept most often")                 \
    X(ONE, issue, ISSUE, always, "", "the issue that changes")                                     \
    X(ONE, from, LEVEL, always, "", "its level in the proposal")                                   \
    X(ONE, to, LEVEL, always, "", "its new level")                                                 \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "in which all accept it so changed")   \
    X(PARTY, accept, NUMBER, always, "share of draws", "in which the party accepts it so changed") \
    X(AGREED, change_all, NUMBER, always, "share of draws",                                        \
      "accept_all less that of the proposal")                                                      \
    X(PARTY, kept, NUMBER, always, "utility",                                                      \
      "what the change brings the party if all is kept: mean over draws of its surplus with the "  \
      "change, red lines aside, less that without")                                                \
    X(PARTY, se_kept, NUMBER, always, "utility", "its standard error")                             \
    X(PARTY, carried, NUMBER, with_phases, "utility", "the same as it would be carried out")       \
    X(PARTY, se_carried, NUMBER, with_phases, "utility", "its standard error")                     \
    X(ONE, gives, PARTY, always, "",                                                               \
      "the party that loses most by it, as carried out; empty: none does")                         \
    X(ONE, gets, PARTY, always, "", "the party that gains most by it")                             \
    X(ONE, rate, NUMBER, always, "",                                                               \
      "what `gets` gains for each unit of utility that `gives` loses; empty unless there are "     \
      "both")                                                                                      \
    X(ONE, better, NUMBER, always, "share of draws",                                               \
      "in which the change is a gain to all parties, as carried out and red lines aside")          \
    X(ONE, undone, PARTY, with_phases, "",                                                         \
      "a party to which the change is a gain if kept, and which accepts less often all the same, " \
      "as it would not be carried out")                                                            \
    X(ONE, also, ISSUE, with_rules, "",                                                            \
      "another issue, which a rule on a sum changes with it: the first, if there are several")     \
    X(ONE, also_to, LEVEL, with_rules, "", "its new level")
TABLE(prices_table, "prices.csv", always,
      "One row for each proposal, and for the package that all accept most often, and each single "
      "change of a term that is not forbidden. Shares from all draws; means, and shares of draws "
      "with a gain, from the first 512, or fewer where packages are many.");

static void put_parties(const struct scenario *s, const struct price_change *c, struct row *row)
{
    for (size_t p = 0; p < s->n_party; p++) {
        row->accept[p] = c->accept[p];
        row->kept[p] = c->kept[p].mean;
        row->se_kept[p] = c->kept[p].se;
        row->carried[p] = c->carried[p].mean;
        row->se_carried[p] = c->carried[p].se;
    }
}

static enum error_code add_change(const struct results *r, struct sheet *sheet,
                                  const struct price_base *base, const struct price_change *c,
                                  struct error *err)
{
    const size_t first = r->scope.first_level[c->issue], passes = agreement_passes(r->scenario);
    size_t to;
    struct row row;

    sheet_clear(sheet->kind, &row);
    if (base->proposal != NONE)
        row.proposal = (double)base->proposal;
    row.issue = (double)c->issue;
    row.from = (double)(first + base->level[c->issue]);
    row.to = (double)(first + c->level);
    row.accept_all = c->accept[passes];
    row.change_all = c->accept[passes] - base->accept[passes];
    put_parties(r->scenario, c, &row);
    if (c->gives != NONE)
        row.gives = (double)c->gives;
    if (c->gets != NONE)
        row.gets = (double)c->gets;
    if (c->gives != NONE && c->gets != NONE)
        row.rate = -c->carried[c->gets].mean / c->carried[c->gives].mean;
    row.better = c->better;
    const size_t also = price_also(r->scenario, base, c, &to);
    if (also != NONE) {
        row.also = (double)also;
        row.also_to = (double)(r->scope.first_level[also] + to);
    }
    if (c->undone != NONE)
        row.undone = (double)c->undone;
    return sheet_add(sheet, &row, err);
}

enum error_code prices_make(struct results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &prices_table, &r->scope, err);

    for (size_t i = 0; i < r->prices.n_base; i++) {
        const struct price_base *base = &r->prices.base[i];
        for (size_t c = 0; code == OK && c < base->n_change; c++)
            code = add_change(r, sheet, base, &base->change[c], err);
    }
    return code;
}
