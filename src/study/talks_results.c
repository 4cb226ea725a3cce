/* talks_results.c - the tables of talks over many draws */
#include "talks_results.h"

#include "date.h"
#include "share.h"
#include "talk_days.h"
#include "talk_terms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum error_code make_dates(struct talks_results *r, struct error *err)
{
    const struct talks *talks = r->scenario->talks;

    double last = talks->deadline; /* bodies may vote after it */
    for (uint64_t i = 0; i < r->survey->runs; i++)
        last = fmax(last, r->survey->run[i].conclusion.day);
    r->n_day = (size_t)last + 1;
    if (!talks->has_dates)
        return OK;
    r->date = arena_alloc(&r->arena, r->n_day, sizeof *r->date);
    for (size_t d = 0; r->date && d < r->n_day; d++) {
        char text[DATE_TEXT];
        date_write(talks->start + (long)d, text);
        r->date[d] = arena_text(&r->arena, text);
        if (!r->date[d])
            return error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    return r->date ? OK : error_set(err, ERR_MEMORY, "not enough memory for results");
}

/* A body's name; after its party's where another body that votes has the same. */
static const char *body_label(struct talks_results *r, size_t i, struct error *err)
{
    const struct talks *talks = r->scenario->talks;
    const struct ratifier *own = &talks->ratifier[i];
    char text[2 * 64 + 1];
    size_t n = 0;

    for (size_t k = 0; k < talks->n_ratifier; k++)
        n += strcmp(talks->ratifier[k].name, own->name) == 0;
    if (n == 1)
        return own->name;
    snprintf(text, sizeof text, "%s_%s", r->scenario->party[talks->side[own->side]].name,
             own->name);
    const char *label = arena_text(&r->arena, text);
    if (!label)
        error_set(err, ERR_MEMORY, "not enough memory for results");
    return label;
}

static enum error_code make_labels(struct talks_results *r, const char *const strategy[],
                                   struct error *err)
{
    const struct scenario *s = r->scenario;

    r->n_strategy = N_SIDE * (r->survey->n_pair - 1);
    r->n_cause = s->talks->n_event + s->talks->n_ratifier + COUNT_OF(r->who);
    r->cause = arena_alloc(&r->arena, r->n_cause, sizeof *r->cause);
    r->strategy = arena_alloc(&r->arena, r->n_strategy + 1, sizeof *r->strategy);
    if (!r->cause || !r->strategy)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t i = 0; i < N_SIDE; i++)
        r->who[i] = s->party[s->talks->side[i]].name;
    r->who[BY_MEDIATOR] = "mediator";
    r->who[BY_BOTH] = "both";
    const char **cause = r->cause;
    for (size_t i = 0; i < s->talks->n_event; i++)
        *cause++ = s->talks->event[i].name;
    for (size_t i = 0; i < s->talks->n_ratifier; i++)
        *cause++ = body_label(r, i, err);
    if (err->code != OK)
        return err->code;
    memcpy(cause, r->who, sizeof r->who);
    for (size_t i = 0; i < r->n_strategy; i++)
        r->strategy[i] = strategy[i];
    for (size_t i = 0; i < ENDING_COUNT; i++)
        r->ending[i] = ending_names[i].text;
    for (size_t i = 0; i < ACT_COUNT; i++)
        r->act[i] = act_names[i].text;
    r->pilot[false] = "fails";
    r->pilot[true] = "works";
    return make_dates(r, err);
}

/* An optional column of dates, and its cell. */
static enum error_code date_column(const struct talks_results *r, struct table *t,
                                   struct error *err)
{
    return r->scenario->talks->has_dates ? table_column(t, r->date, r->n_day, err, "date") : OK;
}

static double *date_cell(const struct talks_results *r, double day, double *cell)
{
    if (r->date)
        *cell++ = day >= 0 && day < (double)r->n_day ? floor(day) : NAN;
    return cell;
}

/* Events, then bodies; NAN for neither. */
static double cause_cell(const struct talks_results *r, const struct event *event,
                         const struct ratifier *ratifier)
{
    const struct talks *talks = r->scenario->talks;

    if (ratifier)
        return (double)(talks->n_event + (size_t)(ratifier - talks->ratifier));
    return event ? (double)(event - talks->event) : NAN;
}

static double who_cell(size_t by)
{
    return by == BY_NOBODY ? NAN : (double)by;
}

/* What ended a run: an event, a body, or who left or refused the final offer. */
static double cause_of(const struct talks_results *r, const struct conclusion *end)
{
    const struct talks *talks = r->scenario->talks;

    if (end->ending == ENDING_LEFT || end->ending == ENDING_FINAL_REFUSED)
        return (double)(talks->n_event + talks->n_ratifier + end->by);
    return cause_cell(r, end->event, end->ratifier);
}

static enum error_code talks_columns(struct talks_results *r, struct error *err)
{
    const struct scenario *s = r->scenario;
    struct table *t = &r->talks;

    if (table_column(t, NULL, 0, err, "run") != OK ||
        table_column(t, r->ending, ENDING_COUNT, err, "ending") != OK ||
        table_column(t, r->cause, r->n_cause, err, "cause") != OK ||
        table_column(t, NULL, 0, err, "day") != OK || date_column(r, t, err) != OK ||
        table_column(t, r->who, COUNT_OF(r->who), err, "by") != OK ||
        table_column(t, NULL, 0, err, "rounds") != OK ||
        table_column(t, r->who, COUNT_OF(r->who), err, "offered_by") != OK ||
        table_column(t, NULL, 0, err, "final_day") != OK ||
        table_column(t, r->pilot, COUNT_OF(r->pilot), err, "pilot") != OK ||
        columns_sides(t, s, "value", err) != OK || table_column(t, NULL, 0, err, "package") != OK ||
        columns_issues(t, s, "", err) != OK)
        return err->code;
    return columns_sides(t, s, "surplus", err);
}

static enum error_code make_talks(struct talks_results *r, struct error *err)
{
    for (uint64_t i = 0; i < r->survey->runs; i++) {
        const struct talks_run *run = &r->survey->run[i];
        const struct conclusion *end = &run->conclusion;
        double *cell = table_row(&r->talks, err);
        if (!cell)
            return err->code;
        *cell++ = (double)i;
        *cell++ = end->ending;
        *cell++ = cause_of(r, end);
        *cell++ = end->day;
        cell = date_cell(r, end->day, cell);
        *cell++ = who_cell(end->by);
        *cell++ = (double)end->n_round;
        *cell++ = who_cell(end->offered_by);
        *cell++ = run->final_day;
        *cell++ = run->tried ? run->worked : NAN;
        memcpy(cell, run->value, sizeof run->value);
        cell += N_SIDE;
        if (end->package == NO_PACKAGE)
            continue;
        *cell++ = end->package;
        cell = cells_issues(cell, r->scenario, end->package);
        memcpy(cell, run->surplus, sizeof run->surplus);
    }
    return OK;
}

static enum error_code ending_row(struct talks_results *r, enum ending ending, double cause,
                                  uint64_t count, struct error *err)
{
    const uint64_t runs = r->survey->runs;
    const double share = (double)count / (double)runs;
    double *cell = table_row(&r->endings, err);

    if (!cell)
        return err->code;
    cell[0] = ending;
    cell[1] = cause;
    cell[2] = (double)count;
    cell[3] = share;
    cell[4] = share_error(share, runs);
    share_interval(share, runs, &cell[5], &cell[6]);
    return OK;
}

/* A row for each cause of an ending; one without a cause where it does not occur.  count: room for
 * n_cause + 1. */
static enum error_code ending_rows(struct talks_results *r, enum ending ending, uint64_t count[],
                                   struct error *err)
{
    uint64_t all = 0;

    memset(count, 0, (r->n_cause + 1) * sizeof *count);
    for (uint64_t i = 0; i < r->survey->runs; i++) {
        const struct conclusion *end = &r->survey->run[i].conclusion;
        double cause = cause_of(r, end);
        if (end->ending != ending)
            continue;
        count[isnan(cause) ? r->n_cause : (size_t)cause]++;
        all++;
    }
    for (size_t i = 0; i <= r->n_cause; i++)
        if ((count[i] > 0 || (all == 0 && i == r->n_cause)) &&
            ending_row(r, ending, i < r->n_cause ? (double)i : NAN, count[i], err) != OK)
            return err->code;
    return OK;
}

static enum error_code make_endings(struct talks_results *r, struct error *err)
{
    static const char *const numbers[] = { "runs", "share", "se", "low", "high" };
    uint64_t *count = arena_alloc(&r->arena, r->n_cause + 1, sizeof *count);

    if (!count)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    if (table_column(&r->endings, r->ending, ENDING_COUNT, err, "ending") != OK ||
        table_column(&r->endings, r->cause, r->n_cause, err, "cause") != OK ||
        table_numbers(&r->endings, numbers, COUNT_OF(numbers), err) != OK)
        return err->code;
    for (int ending = 0; ending < ENDING_COUNT; ending++)
        if (ending_rows(r, (enum ending)ending, count, err) != OK)
            return err->code;
    return OK;
}

/* Sums in the order of runs. */
static void against_cells(const struct talks_results *r, size_t pair, double *cell)
{
    const uint64_t runs = r->survey->runs;
    double days = 0, surplus[N_SIDE] = { 0 }, value[N_SIDE] = { 0 };
    uint64_t agreed = 0, mediated = 0;

    for (uint64_t i = 0; i < runs; i++) {
        const struct talks_run *run = &r->survey->run[pair * runs + i];
        for (size_t k = 0; k < N_SIDE; k++) {
            surplus[k] += run->surplus[k];
            value[k] += run->value[k];
        }
        if (!talks_run_agrees(run))
            continue;
        agreed++;
        mediated += run->conclusion.offered_by == BY_MEDIATOR;
        days += run->conclusion.day;
    }
    const double share = (double)agreed / (double)runs;
    for (size_t k = 0; k < N_SIDE; k++)
        *cell++ = (double)(N_SIDE * (pair - 1) + k);
    *cell++ = share;
    *cell++ = share_error(share, runs);
    *cell++ = agreed ? days / (double)agreed : NAN;
    for (size_t k = 0; k < N_SIDE; k++)
        *cell++ = surplus[k] / (double)runs;
    for (size_t k = 0; k < N_SIDE; k++)
        *cell++ = value[k] / (double)runs;
    *cell++ = (double)mediated / (double)runs;
    share_interval(share, runs, &cell[0], &cell[1]);
}

static enum error_code against_columns(struct talks_results *r, struct error *err)
{
    static const char *const numbers[] = { "agreement", "se", "mean_day" };
    static const char *const last[] = { "by_mediator", "low", "high" };
    const struct scenario *s = r->scenario;
    struct table *t = &r->against;

    for (size_t i = 0; i < N_SIDE; i++)
        if (columns_party(t, s, s->talks->side[i], "strategy", r->strategy, r->n_strategy, err) !=
            OK)
            return err->code;
    if (table_numbers(t, numbers, COUNT_OF(numbers), err) != OK ||
        columns_sides(t, s, "surplus", err) != OK || columns_sides(t, s, "value", err) != OK)
        return err->code;
    return table_numbers(t, last, COUNT_OF(last), err);
}

static enum error_code make_against(struct talks_results *r, struct error *err)
{
    for (size_t pair = 1; pair < r->survey->n_pair; pair++) {
        double *cell = table_row(&r->against, err);
        if (!cell)
            return err->code;
        against_cells(r, pair, cell);
    }
    return OK;
}

static enum error_code offer_columns(struct talks_results *r, struct error *err)
{
    const struct scenario *s = r->scenario;
    struct table *t = &r->offers;
    static const char *const first[] = { "run", "round", "day" };

    if (table_numbers(t, first, 3, err) != OK || date_column(r, t, err) != OK ||
        table_column(t, NULL, 0, err, "time") != OK ||
        table_column(t, r->who, COUNT_OF(r->who), err, "by") != OK ||
        table_column(t, r->act, ACT_COUNT, err, "act") != OK ||
        table_column(t, r->cause, r->n_cause, err, "event") != OK ||
        table_column(t, NULL, 0, err, "target") != OK ||
        columns_sides(t, s, "surplus", err) != OK || columns_sides(t, s, "red_lines", err) != OK ||
        table_column(t, NULL, 0, err, "package") != OK)
        return err->code;
    return columns_issues(t, s, "", err);
}

struct tracing {
    struct talks_results *results;
    uint64_t run;
    struct error *err;
};

/* A level that is off the table is nobody's red line. */
static double crossed(const struct world *w, size_t p, const size_t level[])
{
    const struct worth *worth = &w->deal.worth;
    double n = 0;

    for (size_t k = 0; k < w->scenario->n_table; k++) {
        const size_t slot = worth->first[k] + level[k];
        n += w->closed[slot] ? 0 : worth->vetoed[p * worth->n_slot + slot];
    }
    return n;
}

/* What a package is worth to each side at this time, red lines aside, and how many it crosses. */
static double *worth_cells(const struct talk *talk, uint64_t package, double *cell)
{
    const struct world *w = &talk->world;
    size_t level[MAX_ISSUE];

    grid_levels(&w->scenario->grid, package, level);
    for (size_t i = 0; i < N_SIDE; i++) {
        const size_t p = w->scenario->talks->side[i];
        cell[i] = deal_surplus(&w->deal, p, level) -
                  w->standing.side[i].drift[w->board->at_case[package]];
        cell[N_SIDE + i] = crossed(w, p, level);
    }
    return cell + 2 * N_SIDE;
}

static void note_deed(void *with, const struct talk *talk, const struct deed *deed)
{
    const struct tracing *tracing = with;
    struct talks_results *r = tracing->results;
    double *cell = tracing->err->code == OK ? table_row(&r->offers, tracing->err) : NULL;

    if (!cell)
        return;
    *cell++ = (double)tracing->run;
    *cell++ = (double)deed->when.round + 1;
    *cell++ = deed->when.day;
    cell = date_cell(r, deed->when.day, cell);
    *cell++ = deed->when.time;
    *cell++ = who_cell(deed->by);
    *cell++ = deed->act;
    *cell++ = cause_cell(r, deed->event, deed->ratifier);
    *cell++ = deed->target;
    if (deed->package == NO_PACKAGE)
        return;
    cell = worth_cells(talk, deed->package, cell);
    *cell++ = deed->package;
    cells_issues(cell, r->scenario, deed->package);
}

enum error_code talks_results_trace(struct talks_results *r, uint64_t run, struct error *err)
{
    struct tracing tracing = { r, run, err };
    struct talks_run result;

    enum error_code code = talks_watch(r->survey->board, r->survey->seed, run, &r->survey->pair[0],
                                       note_deed, &tracing, &result, err);
    return code == OK ? err->code
                      : code; /* the watcher has no other way to say that there was no room */
}

enum error_code talks_results_columns(struct talks_results *r, struct error *err)
{
    if (talks_columns(r, err) != OK || offer_columns(r, err) != OK)
        return err->code;
    return against_columns(r, err);
}

enum error_code talks_results_init(struct talks_results *r, const struct talks_survey *survey,
                                   const char *const strategy[], struct error *err)
{
    *r = (struct talks_results){ .survey = survey, .scenario = survey->board->layout->scenario };
    for (uint64_t i = 0; i < survey->runs; i++)
        r->agreed += talks_run_agrees(&survey->run[i]);
    if (make_labels(r, strategy, err) != OK || talks_results_columns(r, err) != OK ||
        make_talks(r, err) != OK || talk_days_make(r, err) != OK || talk_terms_make(r, err) != OK ||
        make_endings(r, err) != OK)
        return err->code;
    return make_against(r, err);
}

void talks_results_release(struct talks_results *r)
{
    struct table *tables[] = {
        &r->talks, &r->days, &r->terms, &r->endings, &r->against, &r->offers
    };

    for (size_t i = 0; i < COUNT_OF(tables); i++)
        table_release(tables[i]);
    arena_release(&r->arena);
}
