/* foreseen.c - what rules say will be agreed, beside what was agreed */
#include "foreseen.h"

#include "agreement.h"
#include "compromise.h"
#include "map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *forecast_names(size_t rule)
{
    static const char *const names[] = {
#define X(upper, lower, help) #lower,
        FORECAST_LIST(X)
#undef X
    };

    return rule < SOLUTION_COUNT ? solution_names[rule].text : names[rule - SOLUTION_COUNT];
}

/* From the lowest level on the table to the highest; NAN where there is one only. */
static double range_of(const struct issue *issue, double *low)
{
    double high = -INFINITY;

    *low = INFINITY;
    for (size_t l = 0; l < issue->n_level; l++) {
        *low = fmin(*low, issue->level[l]);
        high = fmax(high, issue->level[l]);
    }
    return high > *low ? high - *low : NAN;
}

static double error_of(const struct issue *issue, double level, double agreed)
{
    double low;

    if (issue->is_named)
        return level == agreed ? 0 : 100;
    return 100 * fabs(level - agreed) / range_of(issue, &low);
}

/* A rule that says one level. */
static void foresee(const struct issue *issue, double level, struct settled *settled, size_t rule)
{
    settled->by[rule] = (struct foreseen){ level, error_of(issue, level, settled->agreed) };
}

/* A rule that says several: with[n_level], how much each counts. */
static void foresee_some(const struct issue *issue, const double with[], struct settled *settled,
                         size_t rule)
{
    double all = 0, error = 0, sum = 0;
    size_t likeliest = 0;

    for (size_t l = 0; l < issue->n_level; l++) {
        all += with[l];
        sum += with[l] * issue->level[l];
        error += with[l] > 0 ? with[l] * error_of(issue, issue->level[l], settled->agreed) : 0;
        likeliest = with[l] > with[likeliest] ? l : likeliest;
    }
    settled->by[rule] =
        (struct foreseen){ issue->is_named ? issue->level[likeliest] : sum / all, error / all };
}

static void foresee_simple(const struct scenario *s, const double theta[], struct settled *settled,
                           double with[])
{
    const struct issue *issue = &s->issue[settled->issue];
    double mean, low;
    const double range = range_of(issue, &low);

    if (compromise_find(s, settled->issue, theta, &mean, with)) {
        if (issue->is_named)
            foresee_some(issue, with, settled, FORECAST_COMPROMISE);
        else
            foresee(issue, mean, settled, FORECAST_COMPROMISE);
    }
    if (!issue->is_named)
        foresee(issue, low + range / 2, settled, FORECAST_MIDDLE);
    if (issue->gives_nothing)
        foresee(issue, issue->nothing, settled, FORECAST_REFERENCE);
}

static void foresee_solutions(const struct mean_case *mean, struct settled *settled)
{
    const struct scenario *s = mean->layout->scenario;

    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++) {
        const struct chosen *chosen = &mean->solutions.of[rule];
        if (chosen->found)
            foresee_some(&s->issue[settled->issue],
                         chosen->like->with + chosen->like->order.first[settled->issue], settled,
                         rule);
    }
}

/* How many of the packages that all accept most often have each level: with[n_slot], by slots as in
 * utility.h.  False where nobody accepts anything in any draw. */
static bool find_best(const struct map *map, double with[])
{
    const struct scenario *s = map->layout->scenario;
    const struct utility *utility = &map->mean_case->appraisal.utility;
    size_t level[MAX_ISSUE];
    double best = 0;

    grid_levels(&s->grid, 0, level);
    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        const bool is_banned = scenario_bans(s, level, NULL);
        const double share =
            is_banned ? 0 : map_share(map, agreement_passes(s), layout_cell(map->layout, level));
        if (share < best || !(share > 0))
            continue;
        if (share > best)
            memset(with, 0, utility->n_slot * sizeof *with);
        best = share;
        for (size_t k = 0; k < s->n_table; k++)
            with[utility->first[k] + level[k]]++;
    }
    return best > 0;
}

enum { FEW_DRAWS = 1000 };

/* Everything between a scenario and what rules say of it. */
struct work {
    struct layout layout;
    struct mean_case mean_case;
    struct map map;
    double *with; /* [n_slot] */
};

static enum error_code map_scenario(struct work *w, const struct scenario *s, int threads,
                                    struct error *err)
{
    struct pool_job job = { 0 };

    if (layout_init(&w->layout, s, err) != OK ||
        mean_case_init(&w->mean_case, &w->layout, err) != OK)
        return err->code;
    w->map = (struct map){
        .layout = &w->layout, .mean_case = &w->mean_case, .draws = s->draws, .seed = s->seed
    };
    w->with = memory_alloc(w->mean_case.appraisal.utility.n_slot, sizeof *w->with, err);
    /* many small maps: threads would wait for each other longer than they work */
    return w->with ? map_run(&w->map, &job, s->draws < FEW_DRAWS ? 1 : threads, err) : err->code;
}

static enum error_code compare(struct outcomes *o, const struct history *h, size_t scenario,
                               int threads, struct error *err)
{
    const struct scenario *s = h->scenario[scenario];
    struct work w = { .with = NULL };
    const size_t first = o->n;

    if (map_scenario(&w, s, threads, err) == OK) {
        for (size_t k = 0; k < s->n_table; k++) {
            struct settled *settled = &o->settled[o->n];
            if (isnan(s->outcome[k]))
                continue;
            *settled =
                (struct settled){ .scenario = scenario, .issue = k, .agreed = s->outcome[k] };
            for (size_t rule = 0; rule < FORECAST_RULES; rule++)
                settled->by[rule] = (struct foreseen){ NAN, NAN };
            foresee_simple(s, w.mean_case.appraisal.theta, settled, w.with);
            foresee_solutions(&w.mean_case, settled);
            o->n++;
        }
        const bool has_best = find_best(&w.map, w.with);
        for (size_t i = first; has_best && i < o->n; i++)
            foresee_some(&s->issue[o->settled[i].issue],
                         w.with + w.mean_case.appraisal.utility.first[o->settled[i].issue],
                         &o->settled[i], FORECAST_BEST);
    }
    free(w.with);
    map_release(&w.map);
    mean_case_release(&w.mean_case);
    layout_release(&w.layout);
    return err->code;
}

/* Sums of a rule's errors, to some power, by group; with `also`, over issues that that rule
 * foresees too.  Out: sum and n, [n_group]. */
static void add_up(const struct outcomes *o, const struct history *h, size_t rule, size_t also,
                   double power, double sum[], double n[])
{
    memset(sum, 0, h->n_group * sizeof *sum);
    memset(n, 0, h->n_group * sizeof *n);
    for (size_t i = 0; i < o->n; i++) {
        const struct settled *settled = &o->settled[i];
        const size_t group = h->group[settled->scenario];
        if (isnan(settled->by[rule].error) || isnan(settled->by[also].error))
            continue;
        sum[group] += pow(settled->by[rule].error, power);
        n[group]++;
    }
}

/* Keeps the groups that have an issue; returns how many. */
static size_t leave_empty_out(size_t n_group, double sum[], double n[])
{
    size_t kept = 0;

    for (size_t g = 0; g < n_group; g++)
        if (n[g] > 0) {
            sum[kept] = sum[g];
            n[kept++] = n[g];
        }
    return kept;
}

static enum error_code score_rule(struct outcomes *o, const struct history *h, size_t rule,
                                  const gsl_rng *r, double room[], struct error *err)
{
    struct forecast_score *score = &o->score[rule];
    double *sum = room, *n = room + h->n_group, *other = n + h->n_group, *m = other + h->n_group;
    struct grouped_mean mean = { .sum = sum, .weight = n }, base = { .sum = other, .weight = m };

    for (size_t i = 0; i < o->n; i++)
        score->n += isnan(o->settled[i].by[rule].error) ? 0 : 1;
    if (score->n == 0)
        return OK;
    add_up(o, h, rule, rule, 2, sum, n);
    mean.n_group = leave_empty_out(h->n_group, sum, n);
    if (bootstrap_mean(&mean, true, r, &score->root, err) != OK)
        return err->code;
    add_up(o, h, rule, rule, 1, sum, n);
    mean.n_group = leave_empty_out(h->n_group, sum, n);
    if (bootstrap_mean(&mean, false, r, &score->mean, err) != OK)
        return err->code;
    add_up(o, h, rule, FORECAST_COMPROMISE, 1, sum, n);
    add_up(o, h, FORECAST_COMPROMISE, rule, 1, other, m);
    mean.n_group = leave_empty_out(h->n_group, sum, n);
    base.n_group = leave_empty_out(h->n_group, other, m);
    return bootstrap_difference(&mean, &base, false, r, &score->less, err);
}

static enum error_code score_all(struct outcomes *o, const struct history *h, uint64_t seed,
                                 struct error *err)
{
    double *room = memory_alloc(4 * h->n_group, sizeof *room, err);
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    if (!r)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code == OK)
        gsl_rng_set(r, seed);
    for (size_t rule = 0; err->code == OK && rule < FORECAST_RULES; rule++)
        if (score_rule(o, h, rule, r, room, err) != OK)
            break;
    if (r)
        gsl_rng_free(r);
    free(room);
    return err->code;
}

enum error_code outcomes_find(struct outcomes *o, const struct history *h, uint64_t seed,
                              void (*tick)(void *watcher, uint64_t n), void *watcher, int threads,
                              struct error *err)
{
    size_t n = 0;

    *o = (struct outcomes){ .n = 0 };
    for (size_t i = 0; i < h->n; i++)
        n += h->scenario[i]->n_settled;
    o->settled = memory_alloc(n, sizeof *o->settled, err);
    for (size_t i = 0; err->code == OK && i < h->n; i++) {
        if (h->scenario[i]->n_settled > 0 && compare(o, h, i, threads, err) != OK)
            break;
        if (tick)
            tick(watcher, 1);
    }
    return err->code == OK && o->n > 0 ? score_all(o, h, seed, err) : err->code;
}

void outcomes_release(struct outcomes *o)
{
    free(o->settled);
    *o = (struct outcomes){ .n = 0 };
}
