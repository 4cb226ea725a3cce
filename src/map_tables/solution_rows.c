/* solution_rows.c - solutions.csv: the bargaining solutions at mean preferences */
#include "makers.h"

#include "agreement.h"

#include <string.h>

#define COLUMNS(X)                                                                                \
    X(ONE, solution, SOLUTION, always, "", "its name")                                            \
    X(ISSUE, terms, NUMBER, always, "level", "of the issue")                                      \
    X(PARTY, utility, NUMBER, always, "utility", "at mean preferences")                           \
    X(PARTY, surplus, NUMBER, always, "utility",                                                  \
      "what the solutions compare: what the package is worth over no deal once coalition "        \
      "partners whom it does not suit have left")                                                 \
    X(AGREED, accept_all, NUMBER, always, "share of draws", "in which all accept the package")    \
    X(ONE, share_of_draws, NUMBER, always, "share of draws",                                      \
      "in which the solution of the draw is exactly this package; where n packages are equal in " \
      "a draw, it counts as 1/n")                                                                 \
    X(ONE, equals, NUMBER, always, "packages",                                                    \
      "that are as good by every rule at mean preferences; 1 when it is the only one. Of equals " \
      "the row is of the one with the lowest numbers or the first names, issue by issue")         \
    X(PARTY, before, NUMBER, always, "utility",                                                   \
      "surplus before partners leave, as in packages.csv")                                        \
    X(AGREED, low_all, NUMBER, always, "share", "Wilson's interval of 95 % of accept_all")        \
    X(AGREED, high_all, NUMBER, always, "share", "its upper end")                                 \
    X(ONE, low_share_of_draws, NUMBER, always, "share",                                           \
      "Wilson's interval of 95 % of share_of_draws")                                              \
    X(ONE, high_share_of_draws, NUMBER, always, "share", "its upper end")                         \
    X(ONE, outvoted, OUTVOTED, with_rule, "",                                                     \
      "the parties that refuse the package at mean preferences; empty when none does")
TABLE(
    solutions_table, "solutions.csv", always,
    "One row for each bargaining solution at mean preferences; none when no package would be "
    "agreed there. With `agreement` they choose among the packages that pass, for all parties that "
    "bargain; nash and kalai_smorodinsky only among those by which none of these loses.");

/* The solutions compare what remains once partners have left, so `surplus` is that. */
static void set_utility(const struct results *r, const size_t level[], struct row *row)
{
    const struct appraisal *mean = &r->map->mean_case->appraisal;
    double before[MAX_VETO], left[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(mean, level, before, felt);
    memcpy(left, before, sizeof left);
    appraisal_take_leave(mean, left, felt);
    for (size_t p = 0; p < r->scenario->n_party; p++) {
        row->utility[p] = utility_of(&mean->utility, p, level);
        row->surplus[p] = left[p];
        row->before[p] = before[p];
    }
}

/* Who refuses the package of each solution. */
static enum error_code label_outvoted(struct results *r, struct error *err)
{
    const struct scenario *s = r->scenario;
    const struct mean_case *mean = r->map->mean_case;
    const char **label = scope_label(&r->scope, LABEL_OUTVOTED, SOLUTION_COUNT, err);
    size_t level[MAX_ISSUE];

    for (size_t rule = 0; err->code == OK && rule < SOLUTION_COUNT; rule++) {
        label[rule] = "";
        if (!mean->solutions.of[rule].found)
            continue;
        grid_levels(&s->grid, mean->solutions.of[rule].package, level);
        label[rule] = scope_parties(&r->scope, mean_case_refuses(mean, level), err);
    }
    return err->code;
}

static enum error_code add_solution(const struct results *r, struct sheet *sheet,
                                    enum solution rule, struct error *err)
{
    const struct scenario *s = r->scenario;
    const struct map *map = r->map;
    const struct chosen *chosen = &map->mean_case->solutions.of[rule];
    size_t level[MAX_ISSUE];
    struct row row;

    grid_levels(&s->grid, chosen->package, level);
    sheet_clear(sheet->kind, &row);
    row.solution = (double)rule;
    scope_terms(s, level, row.terms);
    set_utility(r, level, &row);
    row.accept_all = map_accepts(map, agreement_passes(s), level);
    row.share_of_draws = (double)map->tally.same[rule] / SOLUTION_UNIT / (double)map->draws;
    row.equals = chosen->equals;
    proportion_interval_by(row.accept_all,
                           map_knows_cell(map, true, layout_cell(map->layout, level)), &row.low_all,
                           &row.high_all);
    proportion_interval_by(row.share_of_draws,
                           map_knows(map, &map->tally.same[rule], SOLUTION_UNIT),
                           &row.low_share_of_draws, &row.high_share_of_draws);
    if (agreement_has_rule(s))
        row.outvoted = (double)rule;
    return sheet_add(sheet, &row, err);
}

enum error_code solutions_make(struct results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = label_outvoted(r, err);

    if (code == OK)
        code = sheet_open(sheet, &solutions_table, &r->scope, err);
    for (int rule = 0; code == OK && rule < SOLUTION_COUNT; rule++)
        if (r->map->mean_case->solutions.of[rule].found)
            code = add_solution(r, sheet, (enum solution)rule, err);
    return code;
}
