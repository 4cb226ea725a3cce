/* doubt_grid_rows.c - choices.csv: what other doubts about the answers would have given */
#include "record_tables.h"

#define COLUMNS(X)                                                                             \
    X(ONE, doubt, NUMBER, always, "",                                                          \
      "the chance that the other answer was given, of answers without a doubt of their own")   \
    X(ONE, scale, NUMBER, always, "utility", "of what nobody knows of an answer")              \
    X(ONE, ess, NUMBER, always, "worlds", "that count, of those drawn before learning")        \
    X(ONE, log_z, NUMBER, always, "", "log probability of all answers")                        \
    X(ONE, se, NUMBER, always, "", "its standard error")                                       \
    X(ONE, prior_brier, NUMBER, always, "", "Brier score over all answers before learning")    \
    X(ONE, without_scenario_brier, NUMBER, always, "", "given the answers of other scenarios") \
    X(ONE, forward_brier, NUMBER, always, "", "given those of earlier dates")
TABLE(choice_table, "choices.csv", always,
      "Written by infer: one row for each choice of the two numbers of `record`, for all scenarios "
      "alike; whichever is best was not chosen in advance, so that its score is too good.");

enum error_code choice_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &choice_table, &t->scope, err);

    for (size_t i = 0; code == OK && i < GRID_CHOICES; i++) {
        const struct doubt_choice *c = &t->choice[i];
        struct row row = { c->doubt, c->scale, c->effective,        c->log_z,
                           c->error, c->prior, c->without_scenario, c->forward };
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
