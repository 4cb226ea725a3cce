/* phases.c - phases.csv: every time that somebody has to perform something */
#include "makers.h"

#define COLUMNS(X)                                                                               \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                           \
    X(ONE, phase, PHASE, always, "", "its name")                                                 \
    X(ONE, party, PARTY, always, "", "who performs")                                             \
    X(ONE, performs, NUMBER, always, "probability",                                              \
      "once it is reached: delivered / reached; empty when it never is")                         \
    X(ONE, gap, NUMBER, always, "utility",                                                       \
      "the penalty that would be needed, all later steps performed: mean over draws")            \
    X(ONE, reached, NUMBER, always, "probability", "mean over draws")                            \
    X(ONE, delivered, NUMBER, always, "probability", "reached and performed")                    \
    X(ONE, gap_low, NUMBER, always, "utility", "quantile at 10 % of the gap")                    \
    X(ONE, gap_high, NUMBER, always, "utility", "quantile at 90 % of the gap")                   \
    X(ONE, penalty, NUMBER, always, "utility",                                                   \
      "what breaking off costs there: in any case, and by the proposal's guarantee")             \
    X(ONE, turn, NUMBER, always, "", "of the phase, from 1")                                     \
    X(ONE, needs, NUMBER, always, "utility",                                                     \
      "the guarantee with which the step would be kept in nine of ten draws, beyond what "       \
      "breaking off costs in any case; empty above 1")                                           \
    X(ONE, guarantee, NUMBER, always, "utility", "what the proposal has")                        \
    X(ONE, undone, NUMBER, always, "share of draws",                                             \
      "in which this is the last step at which breaking off pays although all later ones would " \
      "be performed: it undoes those before it")                                                 \
    X(ONE, breaking_pays, NUMBER, always, "share of draws",                                      \
      "in which breaking off pays there, all later steps performed: the gap is more than the "   \
      "penalty of the same draw")
TABLE(phases_table, "phases.csv", with_phases,
      "One row for every time that somebody has to perform something.");

static enum error_code add_step(const struct results *r, struct sheet *sheet, size_t i, size_t n,
                                struct error *err)
{
    const struct hold *h = &r->map->hold;
    const struct band gap = results_band(hold_at(h, i, HOLD_GAP, n));
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.proposal = (double)i;
    row.phase = (double)h->step[n].phase;
    row.party = (double)h->step[n].actor;
    row.turn = (double)h->step[n].turn + 1;
    row.reached = mean_of(hold_at(h, i, HOLD_REACH, n));
    row.delivered = mean_of(hold_at(h, i, HOLD_DONE, n));
    if (row.reached > 0)
        row.performs = row.delivered / row.reached;
    row.gap = gap.mean;
    row.gap_low = gap.low;
    row.gap_high = gap.high;
    row.guarantee = mean_of(hold_at(h, i, HOLD_GUARANTEE, n));
    row.penalty = mean_of(hold_at(h, i, HOLD_OWN, n)) + row.guarantee;
    row.needs = hold_needs(h, i, n);
    row.undone = mean_of(hold_at(h, i, HOLD_UNDONE, n));
    row.breaking_pays = mean_of(hold_at(h, i, HOLD_PAYS, n));
    return sheet_add(sheet, &row, err);
}

enum error_code phases_make(struct results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &phases_table, &r->scope, err);

    for (size_t i = 0; code == OK && i < r->scenario->n_proposal; i++)
        for (size_t n = 0; code == OK && n < r->map->hold.n_step; n++)
            code = add_step(r, sheet, i, n, err);
    return code;
}
