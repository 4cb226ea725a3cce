/* runs.c - talks.csv: how each run of the talks goes */
#include "talk_makers.h"

#include <string.h>

#define COLUMNS(X)                                                                                \
    X(ONE, run, NUMBER, always, "", "from 0")                                                     \
    X(ONE, ending, ENDING, always, "",                                                            \
      "agreement, deadline, broken_off (by an event), breakdown, left, final_refused, "           \
      "not_ratified")                                                                             \
    X(ONE, cause, CAUSE, always, "",                                                              \
      "the event that ended them, the body that refused what was agreed (PARTY_BODY where two "   \
      "parties have one of that name), or who left or refused the final offer")                   \
    X(ONE, day, NUMBER, always, "days",                                                           \
      "since the start, when they ended: with ratification, the day of the last vote")            \
    X(ONE, date, DATE, with_dates, "", "of that day")                                             \
    X(ONE, by, WHO, always, "",                                                                   \
      "who accepted last (of a final offer: both, all, several), "                                \
      "refused or left")                                                                          \
    X(ONE, rounds, NUMBER, always, "rounds", "that were held")                                    \
    X(ONE, offered_by, WHO, always, "", "who had put forward what was agreed")                    \
    X(ONE, final_day, NUMBER, always, "days",                                                     \
      "since the start, when the mediator's final offer was put; empty when it was not")          \
    X(ONE, pilot, PILOT, always, "", "the pilot step; empty without one")                         \
    X(SIDE, value, NUMBER, always, "utility",                                                     \
      "of how they ended, seen from the first day: discount^day S - cost day, S being "           \
      "surplus_PARTY, or `outside` when somebody left, or 0")                                     \
    X(ONE, package, NUMBER, always, "",                                                           \
      "what was agreed, as packages.csv numbers it; empty without an agreement")                  \
    X(ISSUE, terms, NUMBER, always, "level", "agreed; empty without an agreement")                \
    X(SIDE, surplus, NUMBER, always, "utility",                                                   \
      "what it is worth over no deal when it is agreed; where coalition partners leave over it, " \
      "what that leaves")                                                                         \
    X(ONE, accepted_by, SIDES, with_many, "", "who had accepted what was agreed")                 \
    X(ONE, refused_by, SIDES, with_many, "",                                                      \
      "who refused the final offer, or whose bodies refused what was agreed")
TABLE(talks_table, "talks.csv", with_talks, "One row a run, which is the draw of that number.");

static enum error_code add_run(const struct talks_results *r, struct sheet *sheet, uint64_t i,
                               struct error *err)
{
    const struct talks_run *run = &r->played->run[i];
    const struct outcome *end = &run->outcome;
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.run = (double)i;
    row.ending = end->ending;
    row.cause = talk_end_cause(r, end);
    row.day = end->day;
    row.date = talk_date(r, end->day);
    row.by = talk_who(r, end->by);
    row.rounds = (double)end->n_round;
    row.offered_by = talk_who(r, end->offered_by);
    row.final_day = run->put_day;
    if (run->tried)
        row.pilot = run->worked;
    memcpy(row.value, run->value, sizeof row.value);
    row.accepted_by = talk_sides(r, end->accepted);
    row.refused_by = talk_sides(r, end->refused);
    if (end->package != NO_PACKAGE) {
        row.package = end->package;
        talk_terms(r->scenario, end->package, row.terms);
        memcpy(row.surplus, run->surplus, sizeof row.surplus);
    }
    return sheet_add(sheet, &row, err);
}

enum error_code talks_make(struct talks_results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &talks_table, &r->scope, err);

    for (uint64_t i = 0; code == OK && i < r->played->runs; i++)
        code = add_run(r, sheet, i, err);
    return code;
}
