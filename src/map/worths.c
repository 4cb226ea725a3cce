/* worths.c - what some packages are worth to the parties, draw by draw */
#include "worths.h"

#include "arena.h"
#include "draw.h"
#include "interrupt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 16 }; /* draws that a thread takes at a time */

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    struct appraisal appraisal;
};

static void close_space(void *study, void *closed, enum error_code code)
{
    struct space *space = closed;

    (void)study, (void)code;
    if (space->rng)
        gsl_rng_free(space->rng);
    appraisal_release(&space->appraisal);
    free(space);
}

static enum error_code open_space(void *study, void **opened, struct error *err)
{
    const struct worths *w = study;
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->rng = gsl_rng_alloc(rng_philox);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code != OK || appraisal_init(&space->appraisal, w->scenario, err) != OK) {
        close_space(NULL, space, err->code);
        return err->code;
    }
    gsl_rng_set(space->rng, w->seed);
    *opened = space;
    return OK;
}

/* The share of what an issue at this level moves no deal by that counts: the chance that it does
 * not last. */
static double felt_share(const struct appraisal *d, size_t j, const size_t level[])
{
    return 1 - utility_lasts(&d->utility, j, level);
}

static double worth_at(const struct appraisal *d, size_t j, size_t k, double at,
                       const size_t level[])
{
    return utility_part_at(&d->utility, j, k, at, d->theta) +
           felt_share(d, j, level) * utility_leverage_at(&d->utility, j, k, at, d->theta);
}

/* The slope of what issue k at this level is worth to veto player j, if it is kept: by a step to
 * both sides, within the issue's levels. */
static double worth_slope(const struct appraisal *d, size_t j, size_t k, const size_t level[])
{
    const struct scenario *s = d->scenario;
    const struct issue *issue = &s->issue[k];

    if (issue->is_named || issue->n_level < 2 || scenario_vague(s, k, level[k]))
        return 0;
    const double least = issue->level[0], most = issue->level[issue->n_level - 1];
    const double at = issue->level[level[k]], step = 1e-4 * (most - least);
    const double from = fmax(fmin(least, most), at - step);
    const double to = fmin(fmax(least, most), at + step);
    return (worth_at(d, j, k, to, level) - worth_at(d, j, k, from, level)) / (to - from);
}

static const size_t *package(const struct worths *w, size_t i)
{
    return w->level + i * w->scenario->n_table;
}

static void take_packages(struct worths *w, const struct appraisal *d, size_t draw)
{
    const size_t n_party = w->scenario->n_party;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    for (size_t i = 0; i < w->n_package; i++) {
        const size_t at = (draw * w->n_package + i) * n_party;
        appraisal_if_kept(d, package(w, i), surplus, felt);
        memcpy(w->kept + at, surplus, n_party * sizeof *surplus);
        if (w->carried == w->kept)
            continue;
        appraisal_surpluses(d, package(w, i), surplus, felt);
        memcpy(w->carried + at, surplus, n_party * sizeof *surplus);
    }
}

static void take_slopes(struct worths *w, const struct appraisal *d, size_t draw)
{
    const struct scenario *s = w->scenario;
    double *at = w->slope + draw * w->n_slope * s->n_party * s->n_table;

    for (size_t i = 0; i < w->n_slope; i++)
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t k = 0; k < s->n_table; k++)
                *at++ = worth_slope(d, p, k, package(w, w->sloped[i]));
}

static enum error_code work(void *study, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    struct worths *w = study;
    struct space *space = opened;

    for (uint64_t draw = first; draw < last; draw++) {
        if (interrupt_check(err) != OK ||
            draw_make(w->scenario, space->rng, draw, space->appraisal.theta, err) != OK)
            return err->code;
        appraisal_fill(&space->appraisal);
        take_packages(w, &space->appraisal, (size_t)draw);
        take_slopes(w, &space->appraisal, (size_t)draw);
    }
    return OK;
}

/* Fewer where packages are many, at least some. */
static size_t draws_for(const struct worths *w)
{
    const double a_draw = (double)w->n_package * (double)w->scenario->n_party;
    const size_t fit = (size_t)fmax(64, WORTHS_CELLS / fmax(1, a_draw));
    const size_t most = fit < WORTHS_DRAWS ? fit : WORTHS_DRAWS;

    return w->draws < most ? (size_t)w->draws : most;
}

double worths_bytes(const struct scenario *s)
{
    double packages = 0;

    for (size_t k = 0; k < s->n_table; k++)
        packages += (double)s->issue[k].n_level;
    packages *= (double)s->n_proposal + 1;
    const double least = 64 * packages * (double)s->n_party;
    const double slopes = (double)(s->n_proposal + 1) * (double)(s->n_party * s->n_table);
    return (2 * fmax(WORTHS_CELLS, least) + WORTHS_DRAWS * slopes) * sizeof(double);
}

enum error_code worths_find(struct worths *w, int threads, struct error *err)
{
    const struct scenario *s = w->scenario;
    struct pool_job job = {
        .study = w, .block = BLOCK, .open = open_space, .work = work, .close = close_space
    };

    w->n_draw = draws_for(w);
    job.n = w->n_draw;
    const size_t n = w->n_draw * w->n_package * s->n_party;
    w->kept = memory_alloc(n, sizeof *w->kept, err);
    w->carried = s->n_phase > 0 ? memory_alloc(n, sizeof *w->carried, err) : w->kept;
    w->slope =
        memory_alloc(w->n_draw * w->n_slope * s->n_party * s->n_table, sizeof *w->slope, err);
    if (err->code != OK || pool_run(&job, threads, err) != OK)
        return err->code;
    return interrupt_check(err);
}

void worths_release(struct worths *w)
{
    if (w->carried != w->kept)
        free(w->carried);
    free(w->kept);
    free(w->slope);
    *w = (struct worths){ .n_draw = 0 };
}

double worths_kept(const struct worths *w, size_t draw, size_t i, size_t p)
{
    return w->kept[(draw * w->n_package + i) * w->scenario->n_party + p];
}

double worths_carried(const struct worths *w, size_t draw, size_t i, size_t p)
{
    return w->carried[(draw * w->n_package + i) * w->scenario->n_party + p];
}

double worths_slope(const struct worths *w, size_t draw, size_t i, size_t p, size_t issue)
{
    const struct scenario *s = w->scenario;
    return w->slope[((draw * w->n_slope + i) * s->n_party + p) * s->n_table + issue];
}
