/* lever_search.c - the smallest change of one number, or one term, that reaches what is wanted */
#include "lever_search.h"

#include "agreement.h"
#include "draw.h"
#include "interrupt.h"
#include "move.h"
#include "names.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCAN = 6, HALVINGS = 12 }; /* values on either side, and steps between two of them */

static const struct scenario *scenario_of(const struct lever_search *v)
{
    return v->map->layout->scenario;
}

/* The package in a scenario that was loaded with another setting: levels by their values; an issue
 * that the setting fixes has one level only, and others move with it as rules on sums have it
 * (move.h).  False where a level is not on that table. */
static bool find_levels(const struct lever_search *v, const struct scenario *s, size_t level[])
{
    const struct scenario *base = scenario_of(v);

    bool fixed[MAX_ISSUE];

    if (s->n_table != base->n_table)
        return false;
    for (size_t k = 0; k < s->n_table; k++) {
        const double value = base->issue[k].level[v->level[k]];
        level[k] = 0;
        while (s->issue[k].n_level > 1 && level[k] < s->issue[k].n_level &&
               s->issue[k].level[level[k]] != value)
            level[k]++;
        if (level[k] == s->issue[k].n_level)
            return false;
        fixed[k] = s->issue[k].n_level == 1;
    }
    return move_all(s, &(struct move_limits){ .fixed = fixed }, level) &&
           !scenario_bans(s, level, NULL);
}

static enum error_code count(const struct lever_search *v, const struct scenario *s,
                             struct appraisal *d, const gsl_rng *rng, const size_t level[],
                             double share[], struct error *err)
{
    double surplus[MAX_VETO], felt[MAX_PARTY];
    size_t accepts[AGREEMENT_COUNTS] = { 0 };

    for (size_t i = 0; i < v->n_draw; i++) {
        if (interrupt_check(err) != OK || draw_make(s, rng, i, d->theta, err) != OK)
            return err->code;
        appraisal_fill(d);
        appraisal_surpluses(d, level, surplus, felt);
        const uint64_t yes = appraisal_parties(d, level, surplus, felt);
        for (size_t p = 0; p < s->n_party; p++)
            accepts[p] += yes >> p & 1;
        accepts[s->n_party] += yes == rule_everyone(s->n_party);
        if (agreement_has_rule(s))
            accepts[agreement_passes(s)] += agreement_wins(s, yes);
    }
    for (size_t who = 0; who < agreement_counts(s); who++)
        share[who] = (double)accepts[who] / (double)v->n_draw;
    return OK;
}

/* The shares of the package in a scenario, over the common draws. */
static enum error_code ask(const struct lever_search *v, const struct scenario *s,
                           const size_t level[], double share[], struct error *err)
{
    struct appraisal appraisal = { 0 };
    gsl_rng *rng = gsl_rng_alloc(rng_philox);

    if (!rng)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(rng, v->map->seed);
    enum error_code code = appraisal_init(&appraisal, s, err);
    if (code == OK)
        code = count(v, s, &appraisal, rng, level, share, err);
    appraisal_release(&appraisal);
    gsl_rng_free(rng);
    return code;
}

/* The slack at one value of a lever; -INFINITY where it cannot have that value. */
static enum error_code try_value(const struct lever_search *v, const struct lever *l, double value,
                                 double share[], double *slack, struct error *err)
{
    char setting[LEVER_TEXT];
    const char *set[] = { setting };
    struct scenario s;
    struct error refused = { .code = OK };
    size_t level[MAX_ISSUE];

    *slack = -INFINITY;
    lever_setting(l, scenario_of(v), value, setting);
    const enum error_code code = v->load(v->with, 1, set, &s, &refused);
    if (code == ERR_SCENARIO || code == ERR_USAGE)
        return OK;
    if (code != OK)
        return error_set(err, code, "%s", refused.text);
    if (find_levels(v, &s, level) && ask(v, &s, level, share, err) == OK)
        *slack = wanted_slack(v->wanted, share, NULL);
    scenario_release(&s);
    return err->code;
}

/* Takes a value that was tried: the nearest that reaches, else the one that misses least. */
static void take(struct lever_found *found, double value, const double share[], double slack)
{
    const bool reaches = slack >= 0;
    const bool is_better = reaches != found->reaches ? reaches
                           : reaches ? fabs(value - found->from) < fabs(found->to - found->from)
                                     : slack > found->slack;

    if (!is_better)
        return;
    found->reaches = reaches;
    found->to = value;
    found->slack = slack;
    memcpy(found->share, share, sizeof found->share);
}

static enum error_code try_and_take(const struct lever_search *v, const struct lever *l,
                                    double value, struct lever_found *found, double *slack,
                                    struct error *err)
{
    double share[AGREEMENT_COUNTS] = { 0 };

    if (try_value(v, l, value, share, slack, err) == OK)
        take(found, value, share, *slack);
    return err->code;
}

/* From what it is now towards `end`. */
static enum error_code look_towards(const struct lever_search *v, const struct lever *l, double end,
                                    struct lever_found *found, struct error *err)
{
    double before = found->from, at = before, slack = -INFINITY;

    for (int i = 1; i <= SCAN && slack < 0; i++) {
        before = at;
        at = i == SCAN ? end : found->from + (end - found->from) * i / SCAN;
        if (try_and_take(v, l, at, found, &slack, err) != OK)
            return err->code;
    }
    for (int i = 0; i < HALVINGS && slack >= 0; i++) {
        const double middle = (before + at) / 2;
        double there;
        if (try_and_take(v, l, middle, found, &there, err) != OK)
            return err->code;
        if (there >= 0)
            at = middle;
        else
            before = middle;
    }
    return OK;
}

/* The value of a lever next to `at`, towards higher ones or lower; NAN beyond the last. */
static double next_value(const struct lever *l, double at, bool up)
{
    double next = NAN;

    for (size_t i = 0; i < l->n_value; i++)
        if ((up ? l->value[i] > at : l->value[i] < at) &&
            (isnan(next) || fabs(l->value[i] - at) < fabs(next - at)))
            next = l->value[i];
    return next;
}

/* Level after level away from what it is now, to the first that reaches. */
static enum error_code look_at_levels(const struct lever_search *v, const struct lever *l, bool up,
                                      struct lever_found *found, struct error *err)
{
    double slack = -INFINITY;

    for (double at = next_value(l, found->from, up); !isnan(at) && slack < 0;
         at = next_value(l, at, up))
        if (try_and_take(v, l, at, found, &slack, err) != OK)
            return err->code;
    return OK;
}

/* What a lever is now: the package's level, or the mean of a number. */
static double value_now(const struct lever_search *v, const struct lever *l)
{
    const struct scenario *s = scenario_of(v);
    const size_t i = lever_index(l, s);

    return l->kind == LEVER_LEVEL ? s->issue[i].level[v->level[i]] : draw_mean_of(s, i);
}

static enum error_code look_at(const struct lever_search *v, const struct lever *l,
                               struct lever_found *found, struct error *err)
{
    const struct scenario *s = scenario_of(v);

    found->path = l->path;
    found->is_number =
        l->kind == LEVER_NUMBER && parameter_is_uncertain(&s->parameter[lever_index(l, s)]);
    found->is_named = l->kind == LEVER_LEVEL && s->issue[lever_index(l, s)].is_named;
    found->from = found->to = value_now(v, l);
    found->slack = v->slack;
    memcpy(found->share, v->share, sizeof found->share);
    if (l->kind == LEVER_LEVEL) {
        if (look_at_levels(v, l, true, found, err) != OK)
            return err->code;
        return look_at_levels(v, l, false, found, err);
    }
    /* a number that is tried is known: first at its mean, where it is in doubt so far */
    double slack = v->slack;
    if (try_and_take(v, l, found->from, found, &slack, err) != OK)
        return err->code;
    if (slack >= 0)
        return OK;
    found->low = fmin(found->from, l->low);
    found->high = fmax(found->from, l->high);
    if (found->high > found->from && look_towards(v, l, found->high, found, err) != OK)
        return err->code;
    return found->low < found->from ? look_towards(v, l, found->low, found, err) : OK;
}

/* A search that is under way. */
struct search {
    struct lever_search *search;
    struct lever lever[LEVERS_MOST];
    size_t n;
};

static enum error_code add_lever(struct search *w, const char *text, struct error *err)
{
    struct lever_search *v = w->search;
    struct lever *l = &w->lever[w->n];

    if (w->n == LEVERS_MOST)
        return error_set(err, ERR_USAGE, "more than %d levers", LEVERS_MOST);
    if (lever_read(l, scenario_of(v), text, &v->arena, err) != OK)
        return err->code;
    if (l->kind == LEVER_SETTING)
        return error_set(err, ERR_USAGE, "--vary %s: reach looks at numbers and issues only",
                         l->path);
    for (size_t i = 0; i < l->n_value; i++) {
        l->low = i == 0 ? l->value[0] : fmin(l->low, l->value[i]);
        l->high = i == 0 ? l->value[0] : fmax(l->high, l->value[i]);
    }
    for (size_t i = 0; i < w->n; i++)
        if (strcmp(w->lever[i].path, l->path) == 0)
            return error_set(err, ERR_USAGE, "--vary %s is there twice", l->path);
    w->n++;
    return OK;
}

/* Whether a number is what breaking off costs: a party's own, or that of the guarantee in the
 * package. */
static bool is_penalty(const struct lever_search *v, const char *path)
{
    const struct scenario *s = scenario_of(v);
    const size_t k = scenario_guarantee_issue(s);
    char own[200];

    for (size_t p = 0; p < s->n_party; p++) {
        snprintf(own, sizeof own, "%s.breaking_off", s->party[p].name);
        if (strcmp(path, own) == 0)
            return true;
    }
    if (k == NONE)
        return false;
    snprintf(own, sizeof own, "issues.%s.penalty.%s", s->issue[k].name,
             s->issue[k].label[v->level[k]]);
    return strcmp(path, own) == 0;
}

/* All issues on the table, and what breaking off costs. */
static enum error_code add_all(struct search *w, struct error *err)
{
    const struct scenario *s = scenario_of(w->search);
    char text[300];

    for (size_t k = 0; k < s->n_table; k++) {
        snprintf(text, sizeof text, "issues.%s=all", s->issue[k].name);
        if (s->issue[k].n_level > 1 && add_lever(w, text, err) != OK)
            return err->code;
    }
    for (size_t i = 0; i < s->n_parameter; i++) {
        snprintf(text, sizeof text, "%s=0:1", s->parameter[i].path);
        if (is_penalty(w->search, s->parameter[i].path) && add_lever(w, text, err) != OK)
            return err->code;
    }
    return OK;
}

static enum error_code open_nothing(void *study, void **space, struct error *err)
{
    (void)err;
    *space = study;
    return OK;
}

static void close_nothing(void *study, void *space, enum error_code code)
{
    (void)study, (void)space, (void)code;
}

static enum error_code work(void *study, void *space, uint64_t first, uint64_t last,
                            struct error *err)
{
    struct search *w = study;

    (void)space;
    for (uint64_t i = first; i < last; i++)
        if (look_at(w->search, &w->lever[i], &w->search->of[i], err) != OK)
            return err->code;
    return OK;
}

/* Those that reach first; then those that miss least; of equals by their paths. */
static int compare_found(const void *a, const void *b)
{
    const struct lever_found *x = a, *y = b;

    if (x->reaches != y->reaches)
        return x->reaches ? -1 : 1;
    if (!x->reaches && x->slack != y->slack)
        return x->slack < y->slack ? 1 : -1;
    return strcmp(x->path, y->path);
}

enum error_code lever_search_run(struct lever_search *v, struct pool_job *job, int threads,
                                 struct error *err)
{
    struct search w = { .search = v };

    v->n_draw = v->map->draws < LEVERS_DRAWS ? (size_t)v->map->draws : LEVERS_DRAWS;
    if (ask(v, scenario_of(v), v->level, v->share, err) != OK)
        return err->code;
    v->slack = wanted_slack(v->wanted, v->share, NULL);
    for (size_t i = 0; i < v->n_vary; i++)
        if (add_lever(&w, v->vary[i], err) != OK)
            return err->code;
    if (v->n_vary == 0 && add_all(&w, err) != OK)
        return err->code;
    if (v->slack >= 0) /* nothing is to be done */
        return OK;
    v->of = arena_alloc(&v->arena, w.n, sizeof *v->of);
    if (!v->of)
        return error_set(err, ERR_MEMORY, "not enough memory for levers");
    v->n = w.n;
    job->study = &w;
    job->n = w.n;
    job->block = 1;
    job->open = open_nothing;
    job->work = work;
    job->close = close_nothing;
    if (pool_run(job, threads, err) != OK)
        return err->code;
    qsort(v->of, v->n, sizeof *v->of, compare_found);
    return interrupt_check(err);
}

void lever_search_release(struct lever_search *v)
{
    arena_release(&v->arena);
}
