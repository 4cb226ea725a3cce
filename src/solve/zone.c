/* zone.c - the best packages of a draw, without a visit to every package */
#include "zone.h"

#include <math.h>
#include <stdlib.h>

struct zone_query zone_of_agreement(const struct scenario *s)
{
    struct zone_query query = { .n_veto = s->n_veto, .suits_all = true };
    for (size_t j = 0; j < s->n_veto; j++)
        query.veto_player[j] = j;
    return query;
}

struct zone_query zone_of_bargainers(const struct scenario *s)
{
    struct zone_query query = { .suits_all = false };
    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            query.veto_player[query.n_veto++] = p;
    return query;
}

void zone_release(struct zone *zone)
{
    front_release(&zone->now);
    front_release(&zone->part);
    front_release(&zone->next);
    front_release(&zone->trail);
    free(zone->first);
    *zone = (struct zone){ .addends = NULL };
}

/* What is asked of one case of a draw. */
struct search {
    const struct layout *layout;
    const struct appraisal *appraisal;
    const struct zone_query *query;
    size_t at_case;
    double least[MAX_ISSUE + 1][MAX_VETO]; /* what a partial package must have for each veto
                                               player before free axis i is decided */
};

/* What combination `at` of free axis i adds for veto player q of the query; nothing makes up for
 * anybody's red line. */
static double free_part(const struct search *search, size_t q, size_t i, size_t at)
{
    const struct utility *w = &search->appraisal->utility;
    const struct layout_axis *axis = &search->layout->free[i];

    for (size_t j = 0; j < w->scenario->n_veto; j++)
        for (size_t k = 0; k < axis->n_issue; k++)
            if (w->vetoed[j * w->n_slot + w->first[axis->issue[k]] +
                          layout_axis_level(axis, at, k)])
                return -INFINITY;
    return layout_free_part(search->layout, w, search->at_case, search->query->veto_player[q], i,
                            at);
}

/* The same for combination c of linked issues, which may be banned too. */
static double linked_part(const struct search *search, const struct addends *addends, size_t q,
                          size_t c)
{
    const struct layout *l = search->layout;
    const size_t n_veto = l->scenario->n_veto;
    const double *linked = addends->linked + search->at_case * n_veto * l->n_linked;

    for (size_t j = 0; j < n_veto; j++)
        if (linked[j * l->n_linked + c] == -INFINITY)
            return -INFINITY;
    return linked[search->query->veto_player[q] * l->n_linked + c];
}

/* A partial package must have what is asked for, less the best that the issues to come can add. */
static void find_bounds(struct search *search)
{
    const struct layout *l = search->layout;

    for (size_t q = 0; q < search->query->n_veto; q++) {
        const size_t j = search->query->veto_player[q];
        const double lasts = layout_lasts(l, &search->appraisal->utility, search->at_case, j);
        const double asked = appraisal_least(search->appraisal, j, lasts) - TIE;
        double rest = 0;
        for (size_t i = l->n_free + 1; i-- > 0;) {
            double best = i < l->n_free ? -INFINITY : 0;
            for (size_t at = 0; i < l->n_free && at < l->free[i].n; at++)
                best = fmax(best, free_part(search, q, i, at));
            rest += best;
            search->least[i][q] = search->query->suits_all ? asked - rest : -INFINITY;
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

static enum error_code start(struct zone *zone, const struct search *search,
                             const struct addends *addends, struct error *err)
{
    const struct layout *l = search->layout;
    const struct zone_query *query = search->query;
    double gain[MAX_VETO];

    if (front_reserve(&zone->next, query->n_veto, l->n_linked, err) != OK ||
        front_reserve(&zone->part, query->n_veto, l->n_linked, err) != OK)
        return err->code;
    zone->next.n = 0;
    for (size_t c = 0; c < l->n_linked; c++) {
        for (size_t q = 0; q < query->n_veto; q++)
            gain[q] = linked_part(search, addends, q, c);
        consider(&zone->next, gain, search->least[0],
                 l->row_package[search->at_case * l->n_row + c * l->row.total]);
    }
    front_keep(&zone->next, &zone->part);
    return OK;
}

static enum error_code add_axis(struct zone *zone, const struct search *search, size_t i,
                                struct error *err)
{
    const struct layout_axis *axis = &search->layout->free[i];
    const size_t n = zone->part.n, n_veto = search->query->n_veto;
    double add[MAX_VETO], gain[MAX_VETO];

    if (front_reserve(&zone->next, n_veto, n * axis->n, err) != OK ||
        front_reserve(&zone->part, n_veto, n * axis->n, err) != OK)
        return err->code;
    zone->next.n = 0;
    for (size_t of_axis = 0; of_axis < axis->n; of_axis++) {
        for (size_t q = 0; q < n_veto; q++)
            add[q] = free_part(search, q, i, of_axis);
        for (size_t at = 0; at < n; at++) {
            for (size_t q = 0; q < n_veto; q++)
                gain[q] = zone->part.gain[at * n_veto + q] + add[q];
            consider(&zone->next, gain, search->least[i + 1],
                     zone->part.package[at] + axis->package[of_axis]);
        }
    }
    front_keep(&zone->next, &zone->part);
    return OK;
}

/* Adds the partial front to the trail, as stage `at`. */
static enum error_code mark(struct zone *zone, size_t at, struct error *err)
{
    zone->first[at] = zone->trail.n;
    return front_append(&zone->trail, &zone->part, err);
}

static enum error_code search_case(struct zone *zone, struct search *search,
                                   const struct addends *addends, struct error *err)
{
    const size_t n = search->layout->n_free, first = search->at_case * ZONE_STAGES(n);

    find_bounds(search);
    if (start(zone, search, addends, err) != OK || mark(zone, first, err) != OK)
        return err->code;
    for (size_t i = 0; i < n; i++)
        if (add_axis(zone, search, i, err) != OK || mark(zone, first + i + 1, err) != OK)
            return err->code;
    return OK;
}

/* Within a case what is left rises with the surplus, so that one front serves both.  Across cases
 * it does not: there the fronts are merged by what is left. */
static void take_leave(struct front *part, const struct search *search)
{
    const struct appraisal *appraisal = search->appraisal;
    double felt[MAX_PARTY];

    for (size_t p = 0; p < appraisal->scenario->n_party; p++)
        felt[p] = layout_lasts(search->layout, &appraisal->utility, search->at_case, p);
    for (size_t i = 0; i < part->n; i++)
        appraisal_take_leave(appraisal, part->gain + i * part->n_party, felt);
}

static enum error_code open_trail(struct zone *zone, const struct layout *l, struct error *err)
{
    const size_t n = l->n_case * ZONE_STAGES(l->n_free) + 1;

    front_clear(&zone->trail);
    if (n <= zone->room_first)
        return OK;
    free(zone->first);
    zone->first = memory_alloc(n, sizeof *zone->first, err);
    zone->room_first = zone->first ? n : 0;
    return err->code;
}

enum error_code zone_find(struct zone *zone, const struct layout *l,
                          const struct appraisal *appraisal, const struct addends *addends,
                          const struct zone_query *query, struct error *err)
{
    const size_t n_stage = ZONE_STAGES(l->n_free);
    struct search search = { .layout = l, .appraisal = appraisal, .query = query };

    front_clear(&zone->now);
    zone->addends = addends;
    if (open_trail(zone, l, err) != OK)
        return err->code;
    for (; search.at_case < l->n_case; search.at_case++) {
        if (search_case(zone, &search, addends, err) != OK)
            return err->code;
        if (query->suits_all)
            take_leave(&zone->part, &search);
        if (mark(zone, (search.at_case + 1) * n_stage - 1, err) != OK ||
            front_append(&zone->now, &zone->part, err) != OK)
            return err->code;
    }
    zone->first[l->n_case * n_stage] = zone->trail.n;
    if (l->n_case == 1)
        return OK;
    if (front_reserve(&zone->next, query->n_veto, zone->now.n, err) != OK)
        return err->code;
    front_keep(&zone->now, &zone->next);
    struct front swap = zone->now;
    zone->now = zone->next;
    zone->next = swap;
    return OK;
}
