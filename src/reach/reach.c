/* reach.c - which terms reach what is wanted, what stands in the way, and what would do it */
#include "reach.h"

#include "agreement.h"
#include "arena.h"

#include <stdlib.h>
#include <string.h>

static const struct scenario *scenario_of(const struct reach *r)
{
    return r->map->layout->scenario;
}

/* A proposal, a vague one in its likeliest reading; or the package that misses least. */
static void choose_package(struct reach *r)
{
    const struct scenario *s = scenario_of(r);

    if (r->proposal != NONE)
        memcpy(r->level, s->proposal[r->proposal].package, s->n_table * sizeof *r->level);
    else
        grid_levels(&s->grid, r->choices.best[0].package, r->level);
    map_shares(r->map, r->level, r->share);
    r->slack = wanted_slack(&r->wanted, r->share, NULL);
}

/* Of each package the share in which it would be agreed; -1 of those that are forbidden. */
static void fill_shares(const struct reach *r, float share[])
{
    const struct scenario *s = scenario_of(r);
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, 0, level);
    do {
        *share++ = scenario_bans(s, level, NULL)
                       ? -1
                       : (float)map_accepts(r->map, agreement_passes(s), level);
    } while (grid_next(&s->grid, level));
}

static enum error_code find_path(struct reach *r, struct error *err)
{
    const struct scenario *s = scenario_of(r);

    if (r->from == NONE)
        return OK;
    float *share = memory_alloc((size_t)s->grid.total, sizeof *share, err);
    if (!share)
        return err->code;
    fill_shares(r, share);
    /* the ends are given: what counts is what lies between */
    const uint64_t from = grid_index(&s->grid, s->proposal[r->from].package);
    const uint64_t to = grid_index(&s->grid, s->proposal[r->to].package);
    share[from] = share[to] = 1;
    const enum error_code code = path_find(&r->path, &s->grid, share, from, to, err);
    free(share);
    return code;
}

enum error_code reach_make(struct reach *r, struct pool_job *job, int threads, struct error *err)
{
    r->choices.map = r->map;
    r->choices.wanted = r->wanted;
    r->choices.base = r->proposal != NONE ? scenario_of(r)->proposal[r->proposal].package : NULL;
    if (choices_find(&r->choices, threads, err) != OK)
        return err->code;
    choose_package(r);
    r->levers = (struct lever_search){ .map = r->map,
                                       .level = r->level,
                                       .wanted = &r->wanted,
                                       .load = r->load,
                                       .with = r->with,
                                       .n_vary = r->n_vary,
                                       .vary = r->vary };
    if (caps_find(&r->caps, r->map, r->level, err) != OK || find_path(r, err) != OK)
        return err->code;
    return r->wanted.n > 0 ? lever_search_run(&r->levers, job, threads, err) : OK;
}

void reach_release(struct reach *r)
{
    caps_release(&r->caps);
    lever_search_release(&r->levers);
    path_release(&r->path);
}
