/* offers.c - offers.csv: what is said and done in one run */
#include "talk_makers.h"

#include <math.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, run, NUMBER, always, "", "which")                                                       \
    X(ONE, round, NUMBER, always, "", "from 1")                                                    \
    X(ONE, day, NUMBER, always, "days", "since the start")                                         \
    X(ONE, date, DATE, with_dates, "", "of that day")                                              \
    X(ONE, time, NUMBER, always, "share", "of the way to the deadline")                            \
    X(ONE, by, WHO, always, "", "who does it; empty for nobody")                                   \
    X(ONE, act, ACT, always, "",                                                                   \
      "offer, accept, draft, takes (would take the mediator's draft), text, final, no_final, "     \
      "refuse, leave, ratifies, rejects, event, pilot_works, pilot_fails")                         \
    X(ONE, event, CAUSE, always, "", "the event, or the body that votes")                          \
    X(ONE, target, NUMBER, always, "utility",                                                      \
      "the surplus that the party aimed at; empty where no package suits it")                      \
    X(SIDE, surplus, NUMBER, always, "utility",                                                    \
      "of the package at that time, red lines aside, and before anything that partners take away " \
      "by leaving")                                                                                \
    X(SIDE, red_lines, NUMBER, always, "red lines",                                                \
      "of the party that it crosses; a level that is off the table is nobody's red line")          \
    X(ONE, package, NUMBER, always, "", "as packages.csv numbers it")                              \
    X(ISSUE, terms, NUMBER, always, "level", "of the issue")
TABLE(offers_table, "offers.csv", with_talks,
      "What is said and done in one run, in order: that of `--trace N`, or the first that agrees "
      "on the median day, or "
      "run 0 where none agrees.");

enum error_code offers_make(struct talks_results *r, struct sheet *sheet, struct error *err)
{
    return sheet_open(sheet, &offers_table, &r->scope, err);
}

struct tracing {
    struct talks_results *results;
    uint64_t run;
    struct error *err;
};

/* A level that is off the table is nobody's red line. */
static double crossed(const struct world *w, size_t p, const size_t level[])
{
    const struct utility *utility = &w->appraisal.utility;
    double n = 0;

    for (size_t k = 0; k < w->scenario->n_table; k++) {
        const size_t slot = utility->first[k] + level[k];
        n += w->closed[slot] ? 0 : utility->vetoed[p * utility->n_slot + slot];
    }
    return n;
}

/* What a package is worth to each side at this time, red lines aside, and how many it crosses. */
static void set_package(const struct talk *talk, uint32_t package, struct row *row)
{
    const struct world *w = &talk->world;
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    for (size_t i = 0; i < w->scenario->talks->n_side; i++) {
        const size_t p = w->scenario->talks->side[i];
        row->surplus[i] = world_surplus(w, i, package);
        row->red_lines[i] = crossed(w, p, level);
    }
    row->package = (double)package;
    talk_terms(w->scenario, package, row->terms);
}

static void note_action(void *with, const struct talk *talk, const struct action *action)
{
    const struct tracing *tracing = with;
    struct talks_results *r = tracing->results;
    struct sheet *sheet = &r->sheet[TALK_RESULT_offers];
    struct row row;

    if (tracing->err->code != OK)
        return;
    sheet_clear(sheet->kind, &row);
    row.run = (double)tracing->run;
    row.round = (double)action->when.round + 1;
    row.day = action->when.day;
    row.date = talk_date(r, action->when.day);
    row.time = action->when.time;
    row.by = talk_who(r, action->by);
    row.act = action->act;
    row.event = talk_cause(r, action->event, action->ratifier);
    row.target = isfinite(action->target) ? action->target : NAN;
    if (action->package != NO_PACKAGE)
        set_package(talk, action->package, &row);
    (void)!sheet_add(sheet, &row, tracing->err); /* talks_results_trace looks at err */
}

enum error_code talks_results_trace(struct talks_results *r, uint64_t run, struct error *err)
{
    struct tracing tracing = { r, run, err };
    struct talks_run result;

    enum error_code code = talks_watch(r->played->package_index, r->played->seed, run,
                                       &r->played->pair[0], note_action, &tracing, &result, err);
    return code == OK ? err->code
                      : code; /* the watcher has no other way to say that there was no room */
}
