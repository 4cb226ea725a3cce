/* coalition_rows.c - coalitions.csv: what each coalition that would be enough could agree */
#include "makers.h"
#include "proportion.h"

#define COLUMNS(X)                                                                               \
    X(ONE, coalition, COALITION, always, "", "its members")                                      \
    X(ONE, draws, NUMBER, always, "draws",                                                       \
      "that were looked at, of the first 1,024; fewer where it has too many packages that none " \
      "beats")                                                                                   \
    X(ONE, share_of_draws, NUMBER, always, "share of draws",                                     \
      "in which some package suits each member")                                                 \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of share_of_draws")          \
    X(ONE, high, NUMBER, always, "share", "its upper end")                                       \
    X(ISSUE, terms, NUMBER, always, "level",                                                     \
      "of the package that most often is the members' Nash solution; empty where there is none") \
    X(ONE, share_of_pick, NUMBER, always, "share",                                               \
      "of the draws that were solved: in which it is that package")                              \
    X(PARTY, surplus, NUMBER, always, "utility",                                                 \
      "mean over the draws that were solved: what the members' Nash solution of the draw is "    \
      "worth over "                                                                              \
      "no deal to the party, member or not, red lines aside")                                    \
    X(ONE, solved, NUMBER, always, "draws", "with one in which that solution was found")         \
    X(PARTY, member, NUMBER, always, "1 or 0", "whether the party is a member")
TABLE(coalitions_table, "coalitions.csv", with_rule,
      "One row for each set of parties that is enough to agree, and would not be without any of "
      "its members; at most 64, those with more seats first. What such a coalition would choose "
      "for itself: the Nash solution of its members, over no deal.");

static enum error_code label_coalitions(struct results *r, struct error *err)
{
    const struct coalitions *c = &r->coalitions;
    const char **label = scope_label(&r->scope, LABEL_COALITION, c->n, err);

    for (size_t i = 0; err->code == OK && i < c->n; i++)
        label[i] = scope_parties(&r->scope, c->of[i].members, err);
    return err->code;
}

static void set_pick(const struct scenario *s, const struct coalition *one, struct row *row)
{
    size_t level[MAX_ISSUE];

    if (one->n_solved == 0)
        return;
    grid_levels(&s->grid, one->pick, level);
    scope_terms(s, level, row->terms);
    row->share_of_pick = (double)one->n_pick / (double)one->n_solved;
}

enum error_code coalitions_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;

    if (label_coalitions(r, err) != OK ||
        sheet_open(sheet, &coalitions_table, &r->scope, err) != OK)
        return err->code;
    for (size_t i = 0; i < r->coalitions.n; i++) {
        const struct coalition *one = &r->coalitions.of[i];
        struct row row;
        sheet_clear(sheet->kind, &row);
        row.coalition = (double)i;
        row.draws = (double)one->n_looked_at;
        row.solved = (double)one->n_solved;
        if (one->n_looked_at > 0) {
            row.share_of_draws = (double)one->n_some / (double)one->n_looked_at;
            proportion_interval(row.share_of_draws, one->n_looked_at, &row.low, &row.high);
        }
        set_pick(s, one, &row);
        for (size_t p = 0; p < s->n_party; p++) {
            row.surplus[p] = one->surplus[p];
            row.member[p] = one->members >> p & 1 ? 1 : 0;
        }
        if (sheet_add(sheet, &row, err) != OK)
            return err->code;
    }
    return OK;
}
