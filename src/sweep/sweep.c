/* sweep.c - the negotiation at many settings of its levers, a row each */
#include "sweep.h"

#include "agreement.h"
#include "weight.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Refuses a lever of the talks in a sweep without columns of the talks: it would change nothing. */
static enum error_code check_talks(const struct sweep *sweep, struct error *err)
{
    for (size_t i = 0; i < sweep->plan->n_lever && !sweep->wants[METRIC_TALKS]; i++)
        if (lever_is_of_talks(sweep->plan->lever[i].path))
            return error_set(err, ERR_USAGE,
                             "--vary %s: it changes the talks only; say --metrics talks",
                             sweep->plan->lever[i].path);
    return OK;
}

static struct named_column lever_column(const struct lever *l, const struct scenario *s)
{
    const struct issue *issue = l->kind == LEVER_LEVEL ? &s->issue[lever_index(l, s)] : NULL;

    if (issue && issue->is_named)
        return (struct named_column){ l->path, { issue->n_name, issue->names } };
    return (struct named_column){ l->path, { l->label ? l->n_value : 0, l->label } };
}

enum error_code sweep_init(struct sweep *sweep, struct error *err)
{
    const struct plan *plan = sweep->plan;

    if (check_talks(sweep, err) != OK || scope_init(&sweep->scope, plan->scenario, err) != OK)
        return err->code;
    struct named_column *lever = arena_alloc(&sweep->scope.arena, plan->n_lever, sizeof *lever);
    if (!lever)
        return error_set(err, ERR_MEMORY, "not enough memory for a table");
    for (size_t i = 0; i < plan->n_lever; i++)
        lever[i] = lever_column(&plan->lever[i], plan->scenario);
    sweep->scope.n_lever = plan->n_lever;
    sweep->scope.lever = lever;
    sweep->scope.group = sweep->wants;
    return sheet_open(&sweep->sheet, &sweep_table, &sweep->scope, err);
}

void sweep_release(struct sweep *sweep)
{
    sheet_release(&sweep->sheet);
    scope_release(&sweep->scope);
}

/* The scenario loaded with one combination of levels and settings.  Neighbouring points often share
 * it, and loading takes far longer than setting a number. */
struct variant {
    bool is_there, is_possible;   /* is in use; its settings may stand together */
    double value[PLAN_MAX_LEVER]; /* of levels and settings; 0 for numbers */
    size_t index[PLAN_MAX_LEVER]; /* of the number levers' parameters in this scenario */
    struct scenario scenario;
    struct layout layout;
};

/* Variants that a thread keeps.  Larger: more memory.  Smaller: more loading of the same again. */
enum { VARIANTS = 32 };

struct space {
    struct design design;
    struct variant variant[VARIANTS];
    size_t next; /* the variant to give up next: the oldest */
};

static void close_variant(struct variant *v)
{
    if (!v->is_there)
        return;
    v->is_there = false;
    if (!v->is_possible)
        return;
    layout_release(&v->layout);
    scenario_release(&v->scenario);
}

static void close_space(void *closed)
{
    struct space *space = closed;

    for (size_t i = 0; i < VARIANTS; i++)
        close_variant(&space->variant[i]);
    design_close(&space->design);
    free(space);
}

static enum error_code open_space(void *study, void **opened, struct error *err)
{
    const struct sweep *sweep = study;
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    if (plan_design(sweep->plan, &space->design, err) != OK) {
        close_space(space);
        return err->code;
    }
    *opened = space;
    return OK;
}

/* A refusal of one setting alone is an error: sweep_options_values has tried all values.  Several
 * may be refused together, or leave no parameter for a lever: then there is no such point, which is
 * remembered like a scenario. */
static enum error_code load_variant(const struct sweep *sweep, struct variant *v,
                                    const double value[], struct error *err)
{
    const struct plan *plan = sweep->plan;
    char text[PLAN_MAX_LEVER][LEVER_TEXT];
    const char *set[PLAN_MAX_LEVER] = { NULL };
    struct error found = { .code = OK };
    size_t n = 0;

    for (size_t i = 0; i < plan->n_lever; i++) {
        v->value[i] = plan->lever[i].kind != LEVER_NUMBER ? value[i] : 0;
        if (plan->lever[i].kind == LEVER_NUMBER)
            continue;
        lever_setting(&plan->lever[i], plan->scenario, value[i], text[n]);
        set[n] = text[n];
        n++;
    }
    enum error_code code = sweep->load(sweep->with, n, set, &v->scenario, &found);
    v->layout = (struct layout){ .n_case = 0 };
    v->is_possible = code == OK;
    v->is_there = code == OK || (code == ERR_SCENARIO && n > 1);
    if (!v->is_there)
        *err = found;
    if (code != OK)
        return err->code;
    for (size_t i = 0; i < plan->n_lever; i++) {
        if (plan->lever[i].kind != LEVER_NUMBER)
            continue;
        v->index[i] = lever_index(&plan->lever[i], &v->scenario);
        if (v->index[i] == v->scenario.n_parameter) {
            scenario_release(&v->scenario);
            v->is_possible = false;
            return OK;
        }
    }
    return layout_init(&v->layout, &v->scenario, err);
}

static enum error_code find_variant(const struct sweep *sweep, struct space *space,
                                    const double value[], struct variant **found, struct error *err)
{
    const struct plan *plan = sweep->plan;

    for (size_t v = 0; v < VARIANTS && space->variant[v].is_there; v++) {
        bool same = true;
        for (size_t i = 0; i < plan->n_lever; i++)
            same = same &&
                   (plan->lever[i].kind == LEVER_NUMBER || space->variant[v].value[i] == value[i]);
        *found = &space->variant[v];
        if (same)
            return OK;
    }
    *found = &space->variant[space->next];
    space->next = (space->next + 1) % VARIANTS;
    close_variant(*found);
    return load_variant(sweep, *found, value, err);
}

/* Sets a parameter to a number.  A correlated one stays among the correlated, as under --set: the
 * draws of the others are then those of a run with that --set. */
static void set_parameter(struct scenario *s, size_t parameter, double value)
{
    s->parameter[parameter].distribution = scenario_is_correlated(s, parameter)
                                               ? distribution_certain(value)
                                               : distribution_fixed(value);
    s->parameter[parameter].is_varied = true;
}

static enum error_code map_point(const struct sweep *sweep, struct mean_case *mean_case,
                                 struct map *map, struct error *err)
{
    struct pool_job job = { .tick = NULL };

    if (mean_case_init(mean_case, map->layout, err) != OK)
        return err->code;
    return map_run(map, &job, sweep->threads_a_point, err);
}

static enum error_code play_point(const struct sweep *sweep, const struct layout *layout,
                                  struct package_index *package_index, struct talks_played *talks,
                                  double **day, struct error *err)
{
    struct pool_job job = { .tick = NULL };

    if (package_index_init(package_index, layout, err) != OK)
        return err->code;
    *day = memory_alloc((size_t)talks->runs, sizeof **day, err);
    return *day ? talks_play(talks, &job, sweep->threads_a_point, err) : err->code;
}

static bool wants_map(const struct sweep *sweep)
{
    bool wants = false;
    for (size_t m = 0; m < METRIC_COUNT; m++)
        wants = wants || (sweep->wants[m] && m != METRIC_TALKS);
    return wants;
}

/* Makes room for the cells of each proposal. */
static enum error_code open_point(struct point *p, struct error *err)
{
    const struct scenario *base = p->base;

    p->answers = memory_alloc(base->n_proposal * agreement_counts(base), sizeof *p->answers, err);
    p->completes = memory_alloc(base->n_proposal, sizeof *p->completes, err);
    return err->code;
}

/* Works out a point.  Every release is safe on what was not begun. */
static enum error_code fill_point(const struct sweep *sweep, struct variant *v, uint64_t index,
                                  const double lever[], double cell[], struct error *err)
{
    const struct talks_pair own = { { NULL, NULL } };
    const struct scenario *s = &v->scenario;
    struct mean_case mean_case = { .layout = &v->layout };
    struct package_index package_index = { .n_package = 0 };
    struct map map = {
        .layout = &v->layout, .mean_case = &mean_case, .draws = s->draws, .seed = s->seed
    };
    struct talks_played talks = { .package_index = &package_index,
                                  .runs = s->draws,
                                  .seed = s->seed,
                                  .n_pair = 1,
                                  .pair = &own };
    struct point point = { .base = sweep->plan->scenario, s, &map, &talks };
    enum error_code code = open_point(&point, err);

    if (code == OK && wants_map(sweep))
        code = map_point(sweep, &mean_case, &map, err);
    if (code == OK && sweep->wants[METRIC_TALKS])
        code = play_point(sweep, &v->layout, &package_index, &talks, &point.day, err);
    if (code == OK)
        metric_cells(&sweep->sheet, index, lever, &point, cell);
    free(point.day);
    free(point.answers);
    free(point.completes);
    talks_played_release(&talks);
    package_index_release(&package_index);
    map_release(&map);
    mean_case_release(&mean_case);
    return code;
}

/* Whether there is such a point.  Any one weight may be set to zero, but not all of a party. */
static bool is_possible(const struct variant *v)
{
    bool possible = v->is_possible;

    for (size_t p = 0; possible && p < v->scenario.n_party; p++)
        possible =
            weight_none(&v->scenario.party[p], v->scenario.n_issue, v->scenario.parameter) < 1;
    return possible;
}

/* Names the point in an error, "point 3 (union.weights.pay=0): ...": numbers that were accepted one
 * by one may be refused together. */
static enum error_code name_point(const struct plan *plan, uint64_t index, const double value[],
                                  const struct error *met, struct error *err)
{
    char levers[sizeof met->text] = "", setting[LEVER_TEXT];
    size_t used = 0;

    if (met->code != ERR_SCENARIO) {
        *err = *met;
        return met->code;
    }
    for (size_t i = 0; i < plan->n_lever && used < sizeof levers; i++) {
        lever_setting(&plan->lever[i], plan->scenario, value[i], setting);
        used +=
            (size_t)snprintf(levers + used, sizeof levers - used, "%s%s", i ? " " : "", setting);
    }
    return error_at(err, met->file, met->line, "point %" PRIu64 " (%.150s): %s", index, levers,
                    met->text);
}

static enum error_code compute(void *study, void *opened, uint64_t index, double row[],
                               struct error *err)
{
    const struct sweep *sweep = study;
    const struct plan *plan = sweep->plan;
    struct space *space = opened;
    struct error found = { .code = OK };
    struct variant *v;
    double value[PLAN_MAX_LEVER];

    plan_point(plan, &space->design, index, value);
    if (find_variant(sweep, space, value, &v, err) != OK)
        return err->code;
    /* every number lever is set, so that nothing is left of the last point of this variant */
    for (size_t i = 0; v->is_possible && i < plan->n_lever; i++)
        if (plan->lever[i].kind == LEVER_NUMBER)
            set_parameter(&v->scenario, v->index[i], value[i]);
    if (is_possible(v)) {
        if (weight_check(&v->scenario, &found) != OK)
            return name_point(plan, index, value, &found, err);
        return fill_point(sweep, v, index, value, row, err);
    }
    metric_cells(&sweep->sheet, index, value, NULL, row);
    return OK;
}

void sweep_job(struct sweep *sweep, struct row_job *job)
{
    job->study = sweep;
    job->width = sweep->sheet.table.n_column;
    job->open = open_space;
    job->compute = compute;
    job->close = close_space;
}
