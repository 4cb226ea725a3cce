/* results.c - makes the files of a run */
#include "results.h"

#include "lapse.h"
#include "makers.h"

#include <math.h>

const struct result_table *const result_tables[RESULT_COUNT] = {
#define X(name) &name##_table,
    RESULT_LIST(X)
#undef X
};

static enum error_code (*const makers[RESULT_COUNT])(struct results *r, struct sheet *sheet,
                                                     struct error *err) = {
#define X(name) name##_make,
    RESULT_LIST(X)
#undef X
};

enum error_code results_init(struct results *r, const struct map *map, int threads,
                             struct error *err)
{
    const struct scenario *s = map->layout->scenario;

    *r = (struct results){ .map = map, .scenario = s };
    if (scope_init(&r->scope, s, err) != OK)
        return err->code;
    r->finding = arena_alloc(&r->scope.arena, s->n_proposal, sizeof *r->finding);
    if (!r->finding)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    if (gathering_init(&r->gathering, map, &r->scope, err) != OK)
        return err->code;
    if (price_list_init(&r->prices, map, r->gathering.best.package, threads, err) != OK)
        return err->code;
    if (concession_find(&r->concession, map->mean_case, err) != OK)
        return err->code;
    if (coalitions_find(&r->coalitions, map->layout, map->draws, map->seed, err) != OK)
        return err->code;
    for (size_t i = 0; i < s->n_proposal; i++)
        r->finding[i] = finding_of(map, i);
    for (size_t i = 0; i < RESULT_COUNT; i++)
        if (result_tables[i]->when->holds(&r->scope) && makers[i](r, &r->sheet[i], err) != OK)
            return err->code;
    return sheet_open(&r->packages, &packages_table, &r->scope, err);
}

void results_release(struct results *r)
{
    for (size_t i = 0; i < RESULT_COUNT; i++)
        sheet_release(&r->sheet[i]);
    sheet_release(&r->packages);
    price_list_release(&r->prices);
    gathering_release(&r->gathering);
    scope_release(&r->scope);
}

static double not_beyond(double quantile)
{
    return isinf(quantile) ? NAN : quantile;
}

struct band results_band(const uint64_t *histogram)
{
    return (struct band){ histogram_mean(histogram),
                          not_beyond(histogram_quantile(histogram, BAND_LOW)),
                          not_beyond(histogram_quantile(histogram, BAND_HIGH)) };
}

double results_day_after(const struct results *r, size_t proposal, size_t phase)
{
    const size_t *level = r->scenario->proposal[proposal].level;
    double day = 0;

    for (size_t k = 0; k <= phase; k++)
        day += lapse_days(&r->map->mean_case->appraisal.implementation, k, level);
    return day;
}
