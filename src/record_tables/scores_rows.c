/* scores_rows.c - scores.csv: how well the answers were given in advance, by rule */
#include "record_tables.h"

#define COLUMNS(X)                                                                                \
    X(ONE, rule, RULE, always, "",                                                                \
      "prior: no answer was used; in_sample: all were, so that it says nothing by itself; "       \
      "without_answer, without_scenario: all others were; forward: those of earlier dates; "      \
      "constant: the share of the other answers that are \"accepts\"; own_yes: own offers are "   \
      "accepted, others as often as the other answers to them")                                   \
    X(ONE, answers, SCORE_OF, always, "", "not_own: without own offers")                          \
    X(ONE, n, NUMBER, always, "answers", "that are scored")                                       \
    X(ONE, brier, NUMBER, always, "", "mean (p - said)^2; lower is better")                       \
    X(ONE, low_brier, NUMBER, always, "",                                                         \
      "interval of 95 %, groups of scenarios being resampled; of one group its answers")          \
    X(ONE, high_brier, NUMBER, always, "", "its upper end")                                       \
    X(ONE, log, NUMBER, always, "",                                                               \
      "mean -ln of the probability of what was said; lower is better")                            \
    X(ONE, low_log, NUMBER, always, "", "interval of 95 %")                                       \
    X(ONE, high_log, NUMBER, always, "", "its upper end")                                         \
    X(ONE, mcb, NUMBER, always, "", "miscalibration: brier = mcb - dsc + unc (CORP)")             \
    X(ONE, dsc, NUMBER, always, "", "discrimination")                                             \
    X(ONE, unc, NUMBER, always, "", "uncertainty: that of always stating the mean")               \
    X(ONE, skill, NUMBER, always, "", "1 - brier / that of `constant`")                           \
    X(ONE, less_prior, NUMBER, always, "", "brier less that of `prior`, in the same samples")     \
    X(ONE, low_less_prior, NUMBER, always, "", "interval of 95 %: below 0 all through, it helps") \
    X(ONE, high_less_prior, NUMBER, always, "", "its upper end")
TABLE(scores_table, "scores.csv", always, "One row for each rule and group of answers.");

static enum error_code add_score(struct sheet *sheet, const struct score *score, size_t rule,
                                 size_t of, struct error *err)
{
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.rule = (double)rule;
    row.answers = (double)of;
    row.n = score->n;
    row.brier = score->brier.value;
    row.low_brier = score->brier.low;
    row.high_brier = score->brier.high;
    row.log = score->logarithm.value;
    row.low_log = score->logarithm.low;
    row.high_log = score->logarithm.high;
    row.mcb = score->corp.miscalibration;
    row.dsc = score->corp.discrimination;
    row.unc = score->corp.uncertainty;
    row.skill = score->skill;
    row.less_prior = score->less.value;
    row.low_less_prior = score->less.low;
    row.high_less_prior = score->less.high;
    return sheet_add(sheet, &row, err);
}

enum error_code scores_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &scores_table, &t->scope, err);

    for (size_t rule = 0; code == OK && rule < RULE_COUNT; rule++)
        for (size_t of = 0; code == OK && t->scores->has[rule] && of < SCORE_GROUPS; of++)
            code = add_score(sheet, &t->scores->of[rule][of], rule, of, err);
    return code;
}
