/* solution_levels.c - solution_levels.csv: how often each solution has each level */
#include "makers.h"
#include "proportion.h"

#define COLUMNS(X)                                                                           \
    X(ONE, solution, SOLUTION, always, "", "its name")                                       \
    X(ONE, issue, ISSUE, always, "", "its name")                                             \
    X(ONE, level, LEVEL, always, "", "one of the issue's levels")                            \
    X(ONE, share_of_zone, NUMBER, always, "share",                                           \
      "of the draws that have this solution: in which it has this level; equals have equal " \
      "shares "                                                                              \
      "in a draw")                                                                           \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of share_of_zone")       \
    X(ONE, high, NUMBER, always, "share", "its upper end")
TABLE(solution_levels_table, "solution_levels.csv", always,
      "One row a solution, issue and level; none when no draw has a solution.");

enum error_code solution_levels_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    const struct utility *w = &r->map->mean_case->appraisal.utility;
    const struct map_tally *tally = &r->map->tally;
    struct row row;

    if (sheet_open(sheet, &solution_levels_table, &r->scope, err) != OK || *tally->zone == 0)
        return err->code;
    sheet_clear(sheet->kind, &row);
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        for (size_t k = 0; k < s->n_table && tally->found[rule] > 0; k++)
            for (size_t l = 0; l < s->issue[k].n_level; l++) {
                const size_t slot = rule * w->n_slot + w->first[k] + l;
                row.solution = (double)rule;
                row.issue = (double)k;
                row.level = (double)(r->scope.first_level[k] + l);
                row.share_of_zone =
                    (double)tally->picked[slot] / SOLUTION_UNIT / (double)tally->found[rule];
                proportion_interval(row.share_of_zone, tally->found[rule], &row.low, &row.high);
                if (sheet_add(sheet, &row, err) != OK)
                    return err->code;
            }
    return OK;
}
