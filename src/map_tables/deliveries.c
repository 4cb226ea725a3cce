/* deliveries.c - deliveries.csv: how much of each issue is performed by the end of each phase */
#include "makers.h"

#define COLUMNS(X)                                                                           \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                       \
    X(ONE, phase, PHASE, always, "", "its name")                                             \
    X(ONE, issue, ISSUE, always, "", "one with numbers that somebody performs")              \
    X(ONE, unit, UNIT, always, "", "of the amounts")                                         \
    X(ONE, by, PARTY, always, "", "who performs it")                                         \
    X(ONE, day, NUMBER, always, "days", "the phase's last")                                  \
    X(ONE, delivered, NUMBER, always, "as unit says", "so far: mean over draws")             \
    X(ONE, low, NUMBER, always, "as unit says", "quantile at 10 %")                          \
    X(ONE, high, NUMBER, always, "as unit says", "quantile at 90 %")                         \
    X(ONE, agreed, NUMBER, always, "as unit says", "in all, when everything is carried out") \
    X(ONE, half, NUMBER, always, "share of draws",                                           \
      "in which one half of agreed or more is delivered so far")
TABLE(deliveries_table, "deliveries.csv", with_phases, "One row a proposal, issue and phase.");

/* Adds a row for each phase. */
static enum error_code add_issue(const struct results *r, struct sheet *sheet, size_t i, size_t k,
                                 struct error *err)
{
    const struct scenario *s = r->scenario;
    const struct hold *h = &r->map->hold;
    const double agreed = scenario_amount(s, k, s->proposal[i].package);
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.proposal = (double)i;
    row.issue = (double)k;
    row.unit = (double)k;
    row.by = (double)s->performance[k].by;
    row.agreed = agreed;
    enum error_code code = OK;

    for (size_t phase = 0; code == OK && phase < s->n_phase; phase++) {
        const uint64_t *shares = hold_at(h, i, HOLD_DELIVERED, hold_of_phase(h, k, phase));
        const struct band share = results_band(shares);
        row.phase = (double)phase;
        row.day = results_day_after(r, i, phase);
        row.delivered = agreed * share.mean;
        row.low = agreed * share.low;
        row.high = agreed * share.high;
        row.half = histogram_share_from(shares, ONE_HALF);
        code = sheet_add(sheet, &row, err);
    }
    return code;
}

enum error_code deliveries_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    enum error_code code = sheet_open(sheet, &deliveries_table, &r->scope, err);

    for (size_t i = 0; code == OK && i < s->n_proposal; i++)
        for (size_t k = 0; code == OK && k < s->n_table; k++)
            if (!s->issue[k].is_named && s->performance[k].by != NONE)
                code = add_issue(r, sheet, i, k, err);
    return code;
}
