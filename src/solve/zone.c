/* zone.c - the best packages of a draw, without a visit to every package */
#include "zone.h"

#include <math.h>

struct zone_query zone_of_agreement(const struct scenario *s)
{
    struct zone_query query = { .n_party = s->n_party, .suits_all = true };
    for (size_t p = 0; p < s->n_party; p++)
        query.party[p] = p;
    return query;
}

struct zone_query zone_of_bargainers(const struct scenario *s)
{
    struct zone_query query = { .suits_all = false };
    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            query.party[query.n_party++] = p;
    return query;
}

void zone_release(struct zone *zone)
{
    front_release(&zone->now);
    front_release(&zone->next);
}

static double best_part(const struct worth *w, size_t p, size_t issue)
{
    double best = -INFINITY;
    for (size_t level = 0; level < w->scenario->issue[issue].n_level; level++)
        best = fmax(best, layout_free_part(w, p, issue, level));
    return best;
}

/* least[i][j]: what a partial package must have for party j before free issue i is decided. */
static void bounds(const struct layout *l, const struct worth *w, const struct zone_query *query,
                   double least[MAX_ISSUE + 1][MAX_PARTY])
{
    for (size_t j = 0; j < query->n_party; j++) {
        double rest = 0;
        for (size_t i = l->n_free_issue + 1; i-- > 0;) {
            if (i < l->n_free_issue)
                rest += best_part(w, query->party[j], l->free_issue[i]);
            least[i][j] = query->suits_all ? -TIE - rest : -INFINITY;
        }
    }
}

/* Adds a point when it can still suit; -INFINITY is a red line or a ban, and never does. */
static void consider(struct front *f, const double gain[], const double least[], uint64_t package)
{
    double *to = f->gain + f->n * f->n_party;

    for (size_t j = 0; j < f->n_party; j++) {
        if (!(gain[j] >= least[j]) || gain[j] == -INFINITY)
            return;
        to[j] = gain[j];
    }
    f->package[f->n++] = package;
}

static enum error_code start(struct zone *zone, const struct layout *l, const struct sheet *sheet,
                             const struct zone_query *query, const double least[],
                             struct error *err)
{
    const size_t n = (size_t)l->linked.total;
    double gain[MAX_PARTY];

    if (front_reserve(&zone->next, query->n_party, n, err) != OK ||
        front_reserve(&zone->now, query->n_party, n, err) != OK)
        return err->code;
    zone->next.n = 0;
    for (size_t c = 0; c < n; c++) {
        for (size_t j = 0; j < query->n_party; j++)
            gain[j] = sheet->linked[query->party[j] * n + c];
        consider(&zone->next, gain, least, l->row_package[c * l->row.total]);
    }
    front_keep(&zone->next, &zone->now);
    return OK;
}

static enum error_code add_issue(struct zone *zone, size_t issue, const struct worth *w,
                                 const struct zone_query *query, const double least[],
                                 struct error *err)
{
    const struct scenario *s = w->scenario;
    const size_t n_level = s->issue[issue].n_level, n = zone->now.n, n_party = query->n_party;
    double part[MAX_PARTY], gain[MAX_PARTY];

    if (front_reserve(&zone->next, n_party, n * n_level, err) != OK ||
        front_reserve(&zone->now, n_party, n * n_level, err) != OK)
        return err->code;
    zone->next.n = 0;
    for (size_t level = 0; level < n_level; level++) {
        for (size_t j = 0; j < n_party; j++)
            part[j] = layout_free_part(w, query->party[j], issue, level);
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < n_party; j++)
                gain[j] = zone->now.gain[i * n_party + j] + part[j];
            consider(&zone->next, gain, least,
                     zone->now.package[i] + level * s->grid.stride[issue]);
        }
    }
    front_keep(&zone->next, &zone->now);
    return OK;
}

enum error_code zone_find(struct zone *zone, const struct layout *l, const struct worth *w,
                          const struct sheet *sheet, const struct zone_query *query,
                          struct error *err)
{
    double least[MAX_ISSUE + 1][MAX_PARTY];

    bounds(l, w, query, least);
    if (start(zone, l, sheet, query, least[0], err) != OK)
        return err->code;
    for (size_t i = 0; i < l->n_free_issue && zone->now.n > 0; i++)
        if (add_issue(zone, l->free_issue[i], w, query, least[i + 1], err) != OK)
            return err->code;
    return OK;
}
