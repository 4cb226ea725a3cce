/* talks_results.c - makes the files of talks over many draws */
#include "talks_results.h"

#include "date.h"
#include "talk_makers.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct result_table *const talk_result_tables[TALK_RESULT_COUNT] = {
#define X(name) &name##_table,
    TALK_RESULT_LIST(X)
#undef X
};

static enum error_code make_dates(struct talks_results *r, struct error *err)
{
    const struct talks *talks = r->scenario->talks;

    double last = talks->deadline; /* bodies may vote after it */
    for (uint64_t i = 0; i < r->played->runs; i++)
        last = fmax(last, r->played->run[i].outcome.day);
    r->n_day = (size_t)last + 1;
    if (!talks->has_dates)
        return OK;
    const char **date = scope_label(&r->scope, LABEL_DATE, r->n_day, err);
    for (size_t d = 0; date && d < r->n_day; d++) {
        char text[DATE_TEXT];
        date_write(talks->start + (long)d, text);
        date[d] = arena_text(&r->scope.arena, text);
        if (!date[d])
            return error_set(err, ERR_MEMORY, "not enough memory for results");
    }
    return err->code;
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
    const char *label = arena_text(&r->scope.arena, text);
    if (!label)
        error_set(err, ERR_MEMORY, "not enough memory for results");
    return label;
}

static const char *const pilot_labels[] = { [false] = "fails", [true] = "works" };

/* Spells an enum of the talks, whose names are `name`[n]. */
static enum error_code label_names(struct talks_results *r, enum label label, size_t n,
                                   const struct name name[], struct error *err)
{
    const char **text = scope_label(&r->scope, label, n, err);

    for (size_t i = 0; text && i < n; i++)
        text[i] = name[i].text;
    return err->code;
}

/* Sides, the mediator, both or all, several. */
static enum error_code label_who(struct talks_results *r, struct error *err)
{
    const struct scenario *s = r->scenario;
    const size_t n = s->talks->n_side;
    const char **who = scope_label(&r->scope, LABEL_WHO, n + (BY_NOBODY - BY_MEDIATOR), err);

    for (size_t i = 0; who && i < n; i++)
        who[i] = s->party[s->talks->side[i]].name;
    if (who) {
        who[n] = "mediator";
        who[n + (BY_ALL - BY_MEDIATOR)] = n == 2 ? "both" : "all";
        who[n + (BY_SEVERAL - BY_MEDIATOR)] = "several";
    }
    return err->code;
}

static int compare_sets(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The sets of sides that have accepted or refused in a run, each once. */
static enum error_code label_sides(struct talks_results *r, struct error *err)
{
    const uint64_t runs = r->played->runs;
    size_t n = 0, n_set = 0;

    if (!with_many.holds(&r->scope))
        return OK;
    r->sides = memory_alloc(2 * (size_t)runs, sizeof *r->sides, err);
    if (!r->sides)
        return err->code;
    for (uint64_t i = 0; i < runs; i++) {
        r->sides[n++] = r->played->run[i].outcome.accepted;
        r->sides[n++] = r->played->run[i].outcome.refused;
    }
    qsort(r->sides, n, sizeof *r->sides, compare_sets);
    for (size_t i = 0; i < n; i++)
        if (r->sides[i] != 0 && (n_set == 0 || r->sides[i] != r->sides[n_set - 1]))
            r->sides[n_set++] = r->sides[i];
    const char **text = scope_label(&r->scope, LABEL_SIDES, n_set, err);
    for (size_t i = 0; text && i < n_set; i++)
        if (!(text[i] = scope_parties(&r->scope, talks_parties(r->scenario, r->sides[i]), err)))
            return err->code;
    return err->code;
}

/* Events, bodies that vote, then all of LABEL_WHO. */
static enum error_code label_causes(struct talks_results *r, struct error *err)
{
    const struct talks *talks = r->scenario->talks;
    const struct labels who = r->scope.label[LABEL_WHO];
    const char **cause =
        scope_label(&r->scope, LABEL_CAUSE, talks->n_event + talks->n_ratifier + who.n, err);

    for (size_t i = 0; cause && i < talks->n_event; i++)
        *cause++ = talks->event[i].name;
    for (size_t i = 0; cause && i < talks->n_ratifier; i++)
        *cause++ = body_label(r, i, err);
    if (err->code == OK)
        memcpy(cause, who.text, who.n * sizeof *cause);
    return err->code;
}

struct labels talks_results_strategies(const struct scenario *s, size_t n_pair,
                                       const char *const strategy[])
{
    return (struct labels){ s->talks->n_side * (n_pair - 1), strategy };
}

static enum error_code make_labels(struct talks_results *r, const char *const strategy[],
                                   struct error *err)
{
    r->scope.label[LABEL_PILOT] = (struct labels){ COUNT_OF(pilot_labels), pilot_labels };
    r->scope.label[LABEL_STRATEGY] =
        talks_results_strategies(r->scenario, r->played->n_pair, strategy);
    if (label_names(r, LABEL_ENDING, ENDING_COUNT, ending_names, err) != OK ||
        label_names(r, LABEL_ACT, ACT_COUNT, act_names, err) != OK || label_who(r, err) != OK ||
        label_sides(r, err) != OK || label_causes(r, err) != OK)
        return err->code;
    return make_dates(r, err);
}

double talk_date(const struct talks_results *r, double day)
{
    return day >= 0 && day < (double)r->n_day ? floor(day) : NAN;
}

/* In LABEL_WHO: after the sides come those that are none. */
static size_t who_place(const struct talks_results *r, size_t by)
{
    return by < MAX_SIDE ? by : r->scenario->talks->n_side + (by - BY_MEDIATOR);
}

double talk_who(const struct talks_results *r, size_t by)
{
    return by == BY_NOBODY ? NAN : (double)who_place(r, by);
}

double talk_sides(const struct talks_results *r, uint64_t sides)
{
    const uint64_t *found =
        sides == 0 || !r->sides
            ? NULL
            : bsearch(&sides, r->sides, r->scope.label[LABEL_SIDES].n, sizeof sides, compare_sets);
    return found ? (double)(found - r->sides) : NAN;
}

double talk_cause(const struct talks_results *r, const struct event *event,
                  const struct ratifier *ratifier)
{
    const struct talks *talks = r->scenario->talks;

    if (ratifier)
        return (double)(talks->n_event + (size_t)(ratifier - talks->ratifier));
    return event ? (double)(event - talks->event) : NAN;
}

double talk_end_cause(const struct talks_results *r, const struct outcome *end)
{
    const struct talks *talks = r->scenario->talks;

    if (end->ending == ENDING_LEFT || end->ending == ENDING_FINAL_REFUSED)
        return (double)(talks->n_event + talks->n_ratifier + who_place(r, end->by));
    return talk_cause(r, end->event, end->ratifier);
}

void talk_terms(const struct scenario *s, uint64_t package, double cell[])
{
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, package, level);
    scope_terms(s, level, cell);
}

double talks_results_agreed_by(const struct talks_results *r, double day)
{
    uint64_t n = 0;

    for (uint64_t i = 0; i < r->played->runs; i++)
        n += talks_run_agrees(&r->played->run[i]) &&
             floor(r->played->run[i].outcome.day) <= floor(day);
    return (double)n / (double)r->played->runs;
}

enum error_code talks_results_init(struct talks_results *r, const struct talks_played *played,
                                   const char *const strategy[], struct error *err)
{
    static enum error_code (*const makers[TALK_RESULT_COUNT])(
        struct talks_results * r, struct sheet * sheet, struct error * err) = {
#define X(name) name##_make,
        TALK_RESULT_LIST(X)
#undef X
    };
    const struct scenario *s = played->package_index->layout->scenario;

    *r = (struct talks_results){ .played = played, .scenario = s };
    for (uint64_t i = 0; i < played->runs; i++)
        r->agreed += talks_run_agrees(&played->run[i]);
    if (scope_init(&r->scope, s, err) != OK || make_labels(r, strategy, err) != OK)
        return err->code;
    for (size_t i = 0; i < TALK_RESULT_COUNT; i++)
        if (talk_result_tables[i]->when->holds(&r->scope) && makers[i](r, &r->sheet[i], err) != OK)
            return err->code;
    return OK;
}

void talks_results_release(struct talks_results *r)
{
    for (size_t i = 0; i < TALK_RESULT_COUNT; i++)
        sheet_release(&r->sheet[i]);
    free(r->sides);
    scope_release(&r->scope);
}

struct signers_found talks_results_signers(const struct talks_results *r)
{
    const size_t n = r->scope.label[LABEL_SIDES].n;
    struct signers_found most = { 0, 0 };

    for (size_t i = 0; r->sides && r->agreed > 0 && i < n; i++) {
        uint64_t runs = 0;
        for (uint64_t k = 0; k < r->played->runs; k++)
            runs += r->played->run[k].outcome.accepted == r->sides[i];
        const double share = (double)runs / (double)r->agreed;
        if (share > most.share)
            most = (struct signers_found){ talks_parties(r->scenario, r->sides[i]), share };
    }
    return most;
}
