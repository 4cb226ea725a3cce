/* against.c - against.csv: strategies against each other */
#include "proportion.h"
#include "talk_makers.h"

#include <math.h>

static bool has_strategies(const struct scope *scope)
{
    return scope->label[LABEL_STRATEGY].n > 0;
}
static const struct occasion with_against = { "with `--against STRATEGY,...`", has_strategies };

#define COLUMNS(X)                                                                                \
    X(SIDE, strategy, STRATEGY, always, "",                                                       \
      "the party's; with more than two parties empty for those that keep their own")              \
    X(ONE, agreement, NUMBER, always, "share of runs", "that end in an agreement")                \
    X(ONE, se, NUMBER, always, "share", "standard error of agreement")                            \
    X(ONE, mean_day, NUMBER, always, "days", "of agreements, since the start; empty without any") \
    X(SIDE, surplus, NUMBER, always, "utility", "mean over all runs, no deal counting 0")         \
    X(SIDE, value, NUMBER, always, "utility", "mean over all runs, as in talks.csv")              \
    X(ONE, by_mediator, NUMBER, always, "share of runs",                                          \
      "that agree on what the mediator put forward: where it is large, strategies hardly matter") \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of agreement")                \
    X(ONE, high, NUMBER, always, "share", "its upper end")
TABLE(
    against_table, "against.csv", with_against,
    "One row for every pair of these strategies, in the same draws and with the same chances; with "
    "more than two parties one for each party and strategy, the others as the scenario says. "
    "Only the strategy, its "
    "exponent and its opening change (to 1 and 0, or what stands after the colon, as where a "
    "scenario gives none); what a "
    "party accepts, how it chooses among packages and what time is to it stay as the scenario "
    "says.");

/* Sums in the order of runs. */
static enum error_code add_pair(const struct talks_results *r, struct sheet *sheet, size_t pair,
                                struct error *err)
{
    const uint64_t runs = r->played->runs;
    const size_t n_side = r->scenario->talks->n_side;
    double days = 0, surplus[MAX_SIDE] = { 0 }, value[MAX_SIDE] = { 0 };
    uint64_t agreed = 0, mediated = 0;
    struct row row;

    sheet_clear(sheet->kind, &row);

    for (uint64_t i = 0; i < runs; i++) {
        const struct talks_run *run = &r->played->run[pair * runs + i];
        for (size_t k = 0; k < n_side; k++) {
            surplus[k] += run->surplus[k];
            value[k] += run->value[k];
        }
        if (!talks_run_agrees(run))
            continue;
        agreed++;
        mediated += run->outcome.offered_by == BY_MEDIATOR;
        days += run->outcome.day;
    }
    for (size_t k = 0; k < n_side; k++) {
        const size_t place = n_side * (pair - 1) + k;
        if (r->scope.label[LABEL_STRATEGY].text[place])
            row.strategy[k] = (double)place;
        row.surplus[k] = surplus[k] / (double)runs;
        row.value[k] = value[k] / (double)runs;
    }
    row.agreement = (double)agreed / (double)runs;
    row.se = proportion_error(row.agreement, runs);
    proportion_interval(row.agreement, runs, &row.low, &row.high);
    row.mean_day = agreed ? days / (double)agreed : NAN;
    row.by_mediator = (double)mediated / (double)runs;
    return sheet_add(sheet, &row, err);
}

enum error_code against_make(struct talks_results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &against_table, &r->scope, err);

    for (size_t pair = 1; code == OK && pair < r->played->n_pair; pair++)
        code = add_pair(r, sheet, pair, err);
    return code;
}

bool talks_results_against(const struct talks_results *r, size_t i, struct against_found *found)
{
    const struct sheet *sheet = &r->sheet[TALK_RESULT_against];
    struct row row;

    if (i >= sheet->table.n_row)
        return false;
    sheet_get(sheet, i, &row);
    *found = (struct against_found){ .agreement = row.agreement,
                                     .by_mediator = row.by_mediator,
                                     .mean_day = row.mean_day };
    for (size_t k = 0; k < r->scenario->talks->n_side; k++) {
        if (!isnan(row.strategy[k]))
            found->strategy[k] = r->scope.label[LABEL_STRATEGY].text[(size_t)row.strategy[k]];
        found->surplus[k] = row.surplus[k];
    }
    return true;
}
