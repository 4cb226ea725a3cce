/* answers_rows.c - answers.csv: each answer on record beside the chances that were given it */
#include "record_tables.h"

#include <math.h>
#include <stdlib.h>

#define COLUMNS(X)                                                                               \
    X(ONE, scenario, SCENARIO, always, "", "its name")                                           \
    X(ONE, date, DATE, always, "", "of the scenario; may be empty")                              \
    X(ONE, proposal, PROPOSAL, always, "", "what was answered")                                  \
    X(ONE, party, PARTY, always, "", "who answered")                                             \
    X(ONE, own, NUMBER, always, "", "1: its own offer, judged as if all of it were kept")        \
    X(ONE, by, BY, always, "", "whose answer it is")                                             \
    X(ONE, said, SAID, always, "", "the record; disputed ones teach and score nothing")          \
    X(ONE, doubt, NUMBER, always, "", "the answer's own, or 0: that of the scenario's `record`") \
    X(ONE, prior, NUMBER, always, "probability", "of \"accepts\" before learning")               \
    X(ONE, posterior, NUMBER, always, "probability",                                             \
      "of \"accepts\" given all answers, this one among them: no test of anything")              \
    X(ONE, without_answer, NUMBER, always, "probability", "given all answers but this one")      \
    X(ONE, without_scenario, NUMBER, always, "probability",                                      \
      "given the answers of scenarios of other groups; empty where too few worlds count")        \
    X(ONE, forward, NUMBER, always, "probability", "given the answers of earlier dates")         \
    X(ONE, ess_without, NUMBER, always, "worlds",                                                \
      "that count without the scenario: under a hundred or so, without_scenario is rough")       \
    X(ONE, answers, NUMBER, always, "answers", "that the row stands for; 0 where disputed")      \
    X(ONE, accepts, NUMBER, always, "answers", "of these that are \"accepts\"")                  \
    X(ONE, margin, NUMBER, always, "utility",                                                    \
      "how much more the party has of it than is asked for: the median over worlds before "      \
      "learning; empty where a red line is crossed in half of them")
TABLE(answers_table, "answers.csv", always,
      "One row for each answer on record. What it takes learning to know is empty in a backtest "
      "without `--learn`.");

static double median_margin(const struct learned *l, size_t k, struct weighted_value room[])
{
    const size_t n_answer = l->joint->history->n_answer;

    for (size_t i = 0; i < l->n; i++)
        room[i] =
            (struct weighted_value){ l->prior.standing[i * n_answer + k].margin, 1 / (double)l->n };
    weighted_sort(l->n, room);
    const double median = weighted_quantile(l->n, room, 0.5);
    return isfinite(median) ? median : NAN;
}

static enum error_code add_answer(const struct record_tables *t, struct sheet *sheet, size_t k,
                                  struct weighted_value room[], struct error *err)
{
    const struct learned *l = t->learned;
    const struct recorded *a = &l->joint->history->answer[k];
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.scenario = (double)a->scenario;
    if (l->joint->history->scenario[a->scenario]->as_of[0])
        row.date = (double)a->scenario;
    row.proposal = (double)(t->first_proposal[a->scenario] + a->proposal);
    row.party = (double)(t->first_party[a->scenario] + a->party);
    row.own = a->answer->own;
    row.by = (double)a->answer->by;
    row.said = (double)a->answer->said;
    row.doubt = a->answer->doubt;
    row.prior = l->chance[CHANCE_PRIOR][k];
    row.posterior = l->chance[CHANCE_IN_SAMPLE][k];
    row.without_answer = l->chance[CHANCE_WITHOUT_ANSWER][k];
    row.without_scenario = l->chance[CHANCE_WITHOUT_SCENARIO][k];
    row.forward = l->chance[CHANCE_FORWARD][k];
    row.ess_without = l->learns ? l->effective_without[k] : NAN;
    row.answers = a->n;
    row.accepts = a->yes;
    row.margin = median_margin(l, k, room);
    return sheet_add(sheet, &row, err);
}

enum error_code answers_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    struct weighted_value *room = memory_alloc(t->learned->n, sizeof *room, err);
    enum error_code code = room ? sheet_open(sheet, &answers_table, &t->scope, err) : err->code;

    for (size_t k = 0; code == OK && k < t->learned->joint->history->n_answer; k++)
        code = add_answer(t, sheet, k, room, err);
    free(room);
    return code;
}
