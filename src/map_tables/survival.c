/* survival.c - survival.csv: how likely the agreement is to be alive, phase by phase */
#include "makers.h"

#define COLUMNS(X)                                                                               \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                           \
    X(ONE, phase, PHASE, always, "", "its name")                                                 \
    X(ONE, moment, MOMENT, always, "",                                                           \
      "performed: the phase's first day, after its steps; ended: after its days and the shock; " \
      "lasting: once more after the last, if what was agreed lasts")                             \
    X(ONE, day, NUMBER, always, "days",                                                          \
      "from the first, at the mean of the phases' days, as the proposal has them")               \
    X(ONE, alive, NUMBER, always, "probability", "that the agreement is alive: mean over draws") \
    X(ONE, alive_low, NUMBER, always, "probability", "quantile at 10 %")                         \
    X(ONE, alive_high, NUMBER, always, "probability", "quantile at 90 %")                        \
    X(ONE, alive_likely, NUMBER, always, "share of draws",                                       \
      "in which it is alive with a chance of one half or more")
TABLE(survival_table, "survival.csv", with_phases, "One row a proposal, phase and moment.");

enum { PERFORMED, ENDED, LASTING };
static const char *const moments[] = { "performed", "ended", "lasting" };

/* alive: the phase of HOLD_ALIVE, which has one more than there are, for what lasts. */
static enum error_code add_moment(const struct results *r, struct sheet *sheet, struct row *row,
                                  int moment, size_t alive, struct error *err)
{
    const size_t i = (size_t)row->proposal, phase = (size_t)row->phase;
    const size_t at = hold_alive(alive, moment != PERFORMED);
    const uint64_t *chances = hold_at(&r->map->hold, i, HOLD_ALIVE, at);
    const struct band band = results_band(chances);

    row->moment = moment;
    row->day = moment != PERFORMED ? results_day_after(r, i, phase)
               : phase > 0         ? results_day_after(r, i, phase - 1)
                                   : 0;
    row->alive = band.mean;
    row->alive_low = band.low;
    row->alive_high = band.high;
    row->alive_likely = histogram_share_from(chances, ONE_HALF);
    return sheet_add(sheet, row, err);
}

enum error_code survival_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct scenario *s = r->scenario;
    struct row row;

    r->scope.label[LABEL_MOMENT] = (struct labels){ COUNT_OF(moments), moments };
    enum error_code code = sheet_open(sheet, &survival_table, &r->scope, err);
    sheet_clear(&survival_table, &row);
    for (size_t i = 0; code == OK && i < s->n_proposal; i++) {
        row.proposal = (double)i;
        for (size_t k = 0; code == OK && k < s->n_phase; k++) {
            row.phase = (double)k;
            code = add_moment(r, sheet, &row, PERFORMED, k, err);
            if (code == OK)
                code = add_moment(r, sheet, &row, ENDED, k, err);
        }
        if (code == OK)
            code = add_moment(r, sheet, &row, LASTING, s->n_phase, err);
    }
    return code;
}
