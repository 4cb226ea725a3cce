/* evidence_rows.c - evidence.csv: what is known after each date */
#include "record_tables.h"

#define COLUMNS(X)                                                                           \
    X(ONE, date, DATE, always, "", "after whose answers; empty: those of undated scenarios") \
    X(ONE, answers, NUMBER, always, "answers", "so far")                                     \
    X(ONE, ess, NUMBER, always, "worlds", "that count")                                      \
    X(ONE, log_z, NUMBER, always, "", "log probability of the answers so far")               \
    X(ONE, se, NUMBER, always, "", "standard error of log_z")                                \
    X(ONE, forward_brier, NUMBER, always, "",                                                \
      "Brier score of the date's answers given those of earlier dates")                      \
    X(ONE, prior_brier, NUMBER, always, "", "the same before learning")                      \
    X(ONE, constant_brier, NUMBER, always, "", "that of the constant base rate")
TABLE(evidence_table, "evidence.csv", always, "One row for each date, in their order.");

/* The Brier score of a rule over the answers of a date; NAN without any. */
static double brier_of(const struct learned *l, enum rule rule, size_t date)
{
    const struct history *h = l->joint->history;
    double sum = 0, n = 0;

    for (size_t k = 0; k < h->n_answer; k++) {
        const struct recorded *a = &h->answer[k];
        if (h->date[a->scenario] != date || !(a->n > 0))
            continue;
        sum +=
            recorded_squares(a, scores_chance(l, rule, k, true), scores_chance(l, rule, k, false));
        n += a->n;
    }
    return sum / n;
}

enum error_code evidence_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    const struct learned *l = t->learned;
    const struct history *h = l->joint->history;
    enum error_code code = sheet_open(sheet, &evidence_table, &t->scope, err);
    double answers = 0;

    for (size_t i = 0; code == OK && i < h->n; i++) {
        struct row row;
        for (size_t k = h->first[i]; k < h->first[i + 1]; k++)
            answers += h->answer[k].n;
        if (i + 1 < h->n && h->date[i + 1] == h->date[i])
            continue;
        sheet_clear(sheet->kind, &row);
        if (h->scenario[i]->as_of[0])
            row.date = (double)i;
        row.answers = answers;
        row.ess = l->evidence[h->date[i]].effective;
        row.log_z = l->evidence[h->date[i]].log_z;
        row.se = l->evidence[h->date[i]].error;
        row.forward_brier = brier_of(l, RULE_FORWARD, h->date[i]);
        row.prior_brier = brier_of(l, RULE_PRIOR, h->date[i]);
        row.constant_brier = brier_of(l, RULE_CONSTANT, h->date[i]);
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
