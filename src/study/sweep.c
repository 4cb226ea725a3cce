/* sweep.c - the negotiation at many settings of its levers, a row each */
#include "sweep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct name metric_names[METRIC_COUNT] = {
#define X(upper, lower, help) { METRIC_##upper, #lower, help },
    METRIC_LIST(X)
#undef X
};

/* A point that has been worked out; `base` is the scenario with no lever set, whose columns the
 * row has. */
struct point {
    const struct scenario *base, *scenario;
    const struct survey *survey;
};

static double share(const struct survey *survey, uint64_t n)
{
    return (double)n / (double)survey->draws;
}

static enum error_code zone_columns(struct table *t, const struct scenario *s, struct error *err)
{
    (void)s;
    if (table_column(t, NULL, 0, err, "zone") != OK)
        return err->code;
    return table_column(t, NULL, 0, err, "se_zone");
}

static double *zone_cells(const struct point *p, double *cell)
{
    double zone = share(p->survey, *p->survey->tally.zone);

    *cell++ = zone;
    *cell++ = survey_error(p->survey, zone);
    return cell;
}

static enum error_code best_columns(struct table *t, const struct scenario *s, struct error *err)
{
    enum error_code code = table_column(t, NULL, 0, err, "best_accept_all");

    for (size_t k = 0; code == OK && k < s->n_table; k++) {
        const struct issue *issue = &s->issue[k];
        code = table_column(t, issue->is_named ? issue->names : NULL, issue->n_name, err, "best_%s",
                            issue->name);
    }
    return code;
}

static const struct issue *issue_named(const struct scenario *s, const char *name, size_t *k)
{
    for (*k = 0; strcmp(s->issue[*k].name, name) != 0;)
        ++*k;
    return &s->issue[*k];
}

/* The lowest number among the packages that all accept most often; nothing where none is ever
 * accepted. */
static double *best_cells(const struct point *p, double *cell)
{
    const struct layout *l = p->survey->layout;
    const uint32_t *count =
        p->survey->counts.accepts + p->scenario->n_party * p->scenario->grid.total;
    uint32_t most = 0;
    uint64_t best = 0;
    size_t at, k;

    for (size_t row = 0; row < l->n_case * l->n_row; row++)
        for (size_t column = 0; column < l->n_column; column++) {
            uint32_t n = count[row * l->n_column + column];
            uint64_t package = l->row_package[row] + l->column_package[column];
            if (n > most || (n == most && package < best)) {
                most = n;
                best = package;
            }
        }
    *cell++ = share(p->survey, most);
    for (at = 0; at < p->base->n_table; at++) {
        const struct issue *issue = issue_named(p->scenario, p->base->issue[at].name, &k);
        *cell++ = most > 0 ? issue->level[grid_level(&p->scenario->grid, best, k)] : NAN;
    }
    return cell;
}

static enum error_code proposal_columns(struct table *t, const struct scenario *s,
                                        struct error *err)
{
    enum error_code code = OK;

    for (size_t i = 0; code == OK && i < s->n_proposal; i++) {
        code = table_column(t, NULL, 0, err, "accept_all_%s", s->proposal[i].name);
        for (size_t p = 0; code == OK && p < s->n_party; p++)
            code = table_column(t, NULL, 0, err, "accept_%s_%s", s->party[p].name,
                                s->proposal[i].name);
    }
    return code;
}

/* The place in the point's scenario of proposal i of the base; n_proposal when a lever turns it
 * into a forbidden combination: then it has no cells. */
static size_t proposal_at(const struct point *p, size_t i)
{
    size_t at = 0;

    while (at < p->scenario->n_proposal &&
           strcmp(p->scenario->proposal[at].name, p->base->proposal[i].name) != 0)
        at++;
    return at;
}

static double *proposal_cells(const struct point *p, double *cell)
{
    const size_t n = p->scenario->n_party;

    for (size_t i = 0; i < p->base->n_proposal; i++, cell += n + 1) {
        const size_t at = proposal_at(p, i);
        const uint64_t *accepts = p->survey->tally.accepts + at * (n + 1);
        for (size_t j = 0; j <= n; j++)
            cell[j] =
                at == p->scenario->n_proposal ? NAN : share(p->survey, accepts[j ? j - 1 : n]);
    }
    return cell;
}

static enum error_code completes_columns(struct table *t, const struct scenario *s,
                                         struct error *err)
{
    enum error_code code = OK;

    for (size_t i = 0; code == OK && s->n_phase > 0 && i < s->n_proposal; i++)
        code = table_column(t, NULL, 0, err, "completes_%s", s->proposal[i].name);
    return code;
}

static double *completes_cells(const struct point *p, double *cell)
{
    for (size_t i = 0; p->base->n_phase > 0 && i < p->base->n_proposal; i++) {
        const size_t at = proposal_at(p, i);
        *cell++ = at == p->scenario->n_proposal
                      ? NAN
                      : survey_completes(p->survey, layout_cell(p->survey->layout,
                                                                p->scenario->proposal[at].level));
    }
    return cell;
}

static const struct {
    enum error_code (*columns)(struct table *t, const struct scenario *s, struct error *err);
    double *(*cells)(const struct point *p, double *cell);
} metrics[METRIC_COUNT] = {
    [METRIC_ZONE] = { zone_columns, zone_cells },
    [METRIC_BEST] = { best_columns, best_cells },
    [METRIC_PROPOSALS] = { proposal_columns, proposal_cells },
    [METRIC_COMPLETES] = { completes_columns, completes_cells },
};

enum error_code sweep_want(struct sweep *sweep, const char *metric, struct error *err)
{
    char hint[300];
    int wanted;

    if (!name_find(METRIC_COUNT, metric_names, metric, &wanted)) {
        name_hint(METRIC_COUNT, &metric_names[0].text, sizeof *metric_names, metric, sizeof hint,
                  hint);
        return error_set(err, ERR_USAGE, "no metric '%s'%s", metric, hint);
    }
    sweep->wants[wanted] = true;
    return OK;
}

enum error_code sweep_init(struct sweep *sweep, struct error *err)
{
    const struct scenario *s = sweep->plan->scenario;
    struct table *t = &sweep->columns;
    enum error_code code = table_column(t, NULL, 0, err, "point");

    for (size_t i = 0; code == OK && i < sweep->plan->n_lever; i++) {
        const struct lever *l = &sweep->plan->lever[i];
        const struct issue *issue = l->is_level ? &s->issue[lever_index(l, s)] : NULL;
        bool named = issue && issue->is_named;
        code = table_column(t, named ? issue->names : NULL, named ? issue->n_name : 0, err, "%s",
                            l->path);
    }
    for (size_t m = 0; code == OK && m < METRIC_COUNT; m++)
        if (sweep->wants[m])
            code = metrics[m].columns(t, s, err);
    return code;
}

void sweep_release(struct sweep *sweep)
{
    table_release(&sweep->columns);
}

/* The scenario with some levels fixed, kept as long as nothing else needs its place. */
struct variant {
    bool is_there, is_possible;   /* levels that are all allowed may together be forbidden */
    double value[PLAN_MAX_LEVER]; /* of the levers that are levels; 0 for the others */
    size_t index[PLAN_MAX_LEVER]; /* of the levers that are parameters, in this scenario */
    struct scenario scenario;
    struct layout layout;
};

enum { VARIANTS = 32 }; /* that a thread keeps */

struct space {
    struct design design;
    struct variant variant[VARIANTS];
    size_t next; /* whose place is taken when all are in use */
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

static enum error_code load_variant(const struct sweep *sweep, struct variant *v,
                                    const double value[], struct error *err)
{
    const struct plan *plan = sweep->plan;
    char text[PLAN_MAX_LEVER][LEVER_TEXT];
    const char *set[PLAN_MAX_LEVER] = { NULL };
    struct error found = { .code = OK };
    size_t n = 0;

    for (size_t i = 0; i < plan->n_lever; i++) {
        v->value[i] = plan->lever[i].is_level ? value[i] : 0;
        if (!plan->lever[i].is_level)
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
    for (size_t i = 0; i < plan->n_lever; i++)
        if (!plan->lever[i].is_level)
            v->index[i] = lever_index(&plan->lever[i], &v->scenario);
    return layout_init(&v->layout, &v->scenario, err);
}

static enum error_code find_variant(const struct sweep *sweep, struct space *space,
                                    const double value[], struct variant **found, struct error *err)
{
    const struct plan *plan = sweep->plan;

    for (size_t v = 0; v < VARIANTS && space->variant[v].is_there; v++) {
        bool same = true;
        for (size_t i = 0; i < plan->n_lever; i++)
            same = same && (!plan->lever[i].is_level || space->variant[v].value[i] == value[i]);
        *found = &space->variant[v];
        if (same)
            return OK;
    }
    *found = &space->variant[space->next];
    space->next = (space->next + 1) % VARIANTS;
    close_variant(*found);
    return load_variant(sweep, *found, value, err);
}

static bool is_correlated(const struct scenario *s, size_t parameter)
{
    for (size_t i = 0; i < s->copula.n; i++)
        if (s->correlated[i] == parameter)
            return true;
    return false;
}

/* A number in place of a doubt.  One that is correlated with others keeps its part in their
 * doubt: it stays a distribution, of one value. */
static void set_parameter(struct scenario *s, size_t parameter, double value)
{
    struct distribution *d = &s->parameter[parameter].distribution;

    *d = distribution_fixed(value);
    if (!is_correlated(s, parameter))
        return;
    d->kind = DIST_DISCRETE;
    d->n_value = 1;
    d->value[0] = value;
    d->weight[0] = 1;
}

static enum error_code survey_point(const struct sweep *sweep, struct variant *v, double *cell,
                                    struct error *err)
{
    struct outlook outlook = { .layout = &v->layout };
    struct survey survey = { .layout = &v->layout,
                             .outlook = &outlook,
                             .draws = v->scenario.draws,
                             .seed = v->scenario.seed };
    const struct point point = { sweep->plan->scenario, &v->scenario, &survey };
    struct pool_job job = { .stop = NULL };

    enum error_code code = outlook_init(&outlook, &v->layout, err);
    if (code == OK)
        code = survey_run(&survey, &job, sweep->threads_a_point, err);
    for (size_t m = 0; code == OK && m < METRIC_COUNT; m++)
        if (sweep->wants[m])
            cell = metrics[m].cells(&point, cell);
    survey_release(&survey);
    outlook_release(&outlook);
    return code;
}

static enum error_code compute(void *study, void *opened, uint64_t index, double row[],
                               struct error *err)
{
    const struct sweep *sweep = study;
    const struct plan *plan = sweep->plan;
    struct space *space = opened;
    struct variant *v;
    double value[PLAN_MAX_LEVER];

    plan_point(plan, &space->design, index, value);
    if (find_variant(sweep, space, value, &v, err) != OK)
        return err->code;
    *row++ = (double)index;
    for (size_t i = 0; i < plan->n_lever; i++) {
        if (v->is_possible && !plan->lever[i].is_level)
            set_parameter(&v->scenario, v->index[i], value[i]);
        *row++ = value[i];
    }
    if (v->is_possible)
        return survey_point(sweep, v, row, err);
    for (size_t i = 1 + plan->n_lever; i < sweep->columns.n_column; i++)
        *row++ = NAN;
    return OK;
}

void sweep_job(struct sweep *sweep, struct row_job *job)
{
    job->study = sweep;
    job->width = sweep->columns.n_column;
    job->open = open_space;
    job->compute = compute;
    job->close = close_space;
}
