/* zone.c - the best packages of a draw, without a visit to every package */
#include "zone.h"

#include "agreement.h"
#include "consent.h"
#include "zone_look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whether the query wants nothing without veto player j; of a query for any package, whether
 * nothing is agreed. */
static bool is_needed(const struct zone_query *query, const struct scenario *s, size_t j)
{
    const uint64_t others = rule_everyone(s->n_veto) & ~(UINT64_C(1) << j);
    const uint64_t parties = agreement_parties(s, others);

    return query->wants == ZONE_EACH ? (query->parties & ~parties) != 0
                                     : !agreement_wins(s, parties);
}

static bool has_lines(const struct scenario *s, size_t j)
{
    const struct own_wishes *own = scenario_own(s, j);
    return own ? own->n_red_line > 0 : s->party[s->veto_player[j].party].n_red_line > 0;
}

/* The query's red lines, of the veto players of some parties.  Those of blocs count only where it
 * matters who agrees. */
static void ask_lines(struct zone_query *query, const struct scenario *s, uint64_t parties)
{
    for (size_t j = 0; j < s->n_veto; j++) {
        const struct veto_player *one = &s->veto_player[j];
        query->excludes[j] = is_needed(query, s, j);
        if (!query->excludes[j] && parties >> one->party & 1 && has_lines(s, j) &&
            (query->wants != ZONE_ANY || !one->bloc))
            query->lined[query->n_lined++] = j;
    }
}

struct zone_query zone_of_agreement(const struct scenario *s)
{
    struct zone_query query = { .n_veto = s->n_veto, .wants = ZONE_AGREED };

    for (size_t j = 0; j < s->n_veto; j++)
        query.veto_player[j] = j;
    ask_lines(&query, s, rule_everyone(s->n_party));
    return query;
}

struct zone_query zone_of_coalition(const struct scenario *s, uint64_t parties)
{
    struct zone_query query = { .wants = ZONE_EACH, .parties = parties };

    for (size_t j = 0; j < s->n_veto; j++)
        if (parties >> s->veto_player[j].party & 1)
            query.veto_player[query.n_veto++] = j;
    ask_lines(&query, s, parties);
    return query;
}

struct zone_query zone_of_bargainers(const struct scenario *s)
{
    struct zone_query query = { .wants = ZONE_ANY };

    for (size_t p = 0; p < s->n_party; p++)
        if (s->party[p].bargains)
            query.veto_player[query.n_veto++] = p;
    ask_lines(&query, s, rule_everyone(s->n_party));
    return query;
}

bool zone_wants(const struct zone_query *query, const struct scenario *s, uint64_t yes)
{
    switch (query->wants) {
    case ZONE_ANY:
        return true;
    case ZONE_EACH:
        return (query->parties & ~agreement_parties(s, yes)) == 0;
    case ZONE_AGREED:
        break;
    }
    return agreement_wins(s, agreement_parties(s, yes));
}

double zone_free_part(const struct zone_query *query, const struct layout *l,
                      const struct utility *w, size_t at_case, size_t at, size_t i, size_t of_axis)
{
    for (size_t j = 0; j < w->scenario->n_veto; j++)
        if (query->excludes[j] && addends_free_lines(l, w, j, i, of_axis) > 0)
            return -INFINITY;
    if (at < query->n_veto)
        return addends_free_part(l, w, at_case, query->veto_player[at], i, of_axis);
    return -(double)addends_free_lines(l, w, query->lined[at - query->n_veto], i, of_axis);
}

double zone_linked_part(const struct zone_query *query, const struct layout *l,
                        const struct utility *w, const struct addends *addends, size_t at_case,
                        size_t at, size_t c)
{
    const size_t n_veto = w->scenario->n_veto, of_all = at_case * l->n_linked + c;
    const double *linked = addends->linked + at_case * n_veto * l->n_linked;

    if (l->banned[of_all])
        return -INFINITY;
    for (size_t j = 0; j < n_veto; j++)
        if (query->excludes[j] && linked[j * l->n_linked + c] == -INFINITY)
            return -INFINITY;
    if (at >= query->n_veto)
        return -(double)addends_linked_lines(l, w, query->lined[at - query->n_veto], of_all);
    const size_t j = query->veto_player[at];
    const double part = linked[j * l->n_linked + c];
    return part > -INFINITY ? part : addends_linked_part(l, w, j, of_all);
}

bool zone_point(const struct zone_query *query, const struct utility *w, const size_t level[],
                const double surplus[], double point[])
{
    for (size_t j = 0; j < w->scenario->n_veto; j++)
        if (query->excludes[j] && utility_vetoes(w, j, level) > 0)
            return false;
    for (size_t q = 0; q < query->n_veto; q++)
        point[q] = surplus[query->veto_player[q]];
    for (size_t i = 0; i < query->n_lined; i++)
        point[query->n_veto + i] = -(double)utility_vetoes(w, query->lined[i], level);
    return true;
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

/* Whether what is wanted may be so against a veto player of the query. */
static bool can_outvote(const struct zone_query *query, const struct scenario *s)
{
    return query->wants == ZONE_AGREED ? !agreement_needs_each(s)
                                       : query->wants == ZONE_EACH && s->n_ballot > 0;
}

/* What is asked of one case of a draw. */
struct search {
    const struct layout *layout;
    const struct appraisal *appraisal;
    const struct addends *addends;
    const struct zone_query *query;
    bool can_outvote; /* whether what is wanted may be so against a veto player of the query */
    size_t at_case;
    double least[MAX_ISSUE + 1][MAX_VETO]; /* what a partial package must have for each veto
                                               player before free axis i is decided */
};

static double free_part(const struct search *search, size_t at, size_t i, size_t of_axis)
{
    return zone_free_part(search->query, search->layout, &search->appraisal->utility,
                          search->at_case, at, i, of_axis);
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
            search->least[i][q] = search->query->wants != ZONE_ANY ? asked - rest : -INFINITY;
        }
    }
}

/* Whether a partial package could still be agreed: whoever lacks too much, or has a red line
 * crossed, refuses. */
static bool could_be_agreed(const struct search *search, const double point[], const double least[])
{
    const struct zone_query *query = search->query;
    uint64_t yes = 0;

    for (size_t q = 0; q < query->n_veto; q++)
        yes |= point[q] >= least[q] ? UINT64_C(1) << query->veto_player[q] : 0;
    for (size_t i = 0; i < query->n_lined; i++)
        if (point[query->n_veto + i] < 0)
            yes &= ~(UINT64_C(1) << query->lined[i]);
    return zone_wants(query, search->layout->scenario, yes);
}

/* Whether each veto player could; the quick answer where all must. */
static bool could_suit_each(size_t n, const double point[], const double least[])
{
    for (size_t q = 0; q < n; q++)
        if (!(point[q] >= least[q]))
            return false;
    return true;
}

/* Adds a point when it can still be wanted; -INFINITY is a red line or a ban, and never is. */
static void consider(struct front *f, const struct search *search, const double point[],
                     const double least[], uint64_t package)
{
    if (point[0] == -INFINITY ||
        !(search->can_outvote ? could_be_agreed(search, point, least)
                              : could_suit_each(search->query->n_veto, point, least)))
        return;
    memcpy(f->gain + f->n * f->n_party, point, f->n_party * sizeof *point);
    f->package[f->n++] = package;
}

/* Where someone can be outvoted few points are beaten, and there are many coalitions to look at: a
 * search may be given up. */
static size_t most_points(const struct search *search)
{
    const bool is_coalition = search->query->wants == ZONE_EACH;

    return search->can_outvote || is_coalition ? ZONE_MOST : SIZE_MAX;
}

static enum error_code start(struct zone *zone, const struct search *search, struct error *err)
{
    const struct layout *l = search->layout;
    const size_t width = zone_width(search->query);
    double point[ZONE_WIDTH];

    if (front_reserve(&zone->next, width, l->n_linked, err) != OK ||
        front_reserve(&zone->part, width, l->n_linked, err) != OK)
        return err->code;
    zone->next.n = 0;
    for (size_t c = 0; c < l->n_linked; c++) {
        for (size_t at = 0; at < width; at++)
            point[at] = zone_linked_part(search->query, l, &search->appraisal->utility,
                                         search->addends, search->at_case, at, c);
        consider(&zone->next, search, point, search->least[0],
                 l->row_package[search->at_case * l->n_row + c * l->row.total]);
    }
    front_keep(&zone->next, most_points(search), &zone->part);
    return OK;
}

static enum error_code add_axis(struct zone *zone, const struct search *search, size_t i,
                                struct error *err)
{
    const struct layout_axis *axis = &search->layout->free[i];
    const size_t n = zone->part.n, width = zone_width(search->query);
    double add[ZONE_WIDTH], point[ZONE_WIDTH];

    if (front_reserve(&zone->next, width, n * axis->n, err) != OK ||
        front_reserve(&zone->part, width, n * axis->n, err) != OK)
        return err->code;
    zone->next.n = 0;
    for (size_t of_axis = 0; of_axis < axis->n; of_axis++) {
        for (size_t at = 0; at < width; at++)
            add[at] = free_part(search, at, i, of_axis);
        for (size_t x = 0; x < n; x++) {
            for (size_t at = 0; at < width; at++)
                point[at] = zone->part.gain[x * width + at] + add[at];
            consider(&zone->next, search, point, search->least[i + 1],
                     zone->part.package[x] + axis->package[of_axis]);
        }
    }
    front_keep(&zone->next, most_points(search), &zone->part);
    return OK;
}

/* Adds the partial front to the trail, as stage `at`. */
static enum error_code mark(struct zone *zone, size_t at, struct error *err)
{
    zone->first[at] = zone->trail.n;
    return front_append(&zone->trail, &zone->part, err);
}

/* Ends early when the search is given up. */
static enum error_code search_case(struct zone *zone, struct search *search, struct error *err)
{
    const size_t n = search->layout->n_free, first = search->at_case * ZONE_STAGES(n);
    enum error_code code;

    find_bounds(search);
    code = start(zone, search, err);
    for (size_t i = 0; code == OK; i++) {
        zone->is_left_out = zone->part.n > most_points(search);
        code = mark(zone, first + i, err);
        if (code != OK || zone->is_left_out || i == n)
            break;
        code = add_axis(zone, search, i, err);
    }
    return code;
}

/* Within a case what is left rises with the surplus, so that one front serves both.  Across cases
 * it does not: there the fronts are merged by what is left. */
static void take_leave(struct front *part, const struct search *search)
{
    const struct appraisal *d = search->appraisal;
    const struct zone_query *query = search->query;

    for (size_t q = 0; q < query->n_veto; q++) {
        const size_t p = query->veto_player[q];
        if (p >= d->scenario->n_party || d->scenario->party[p].n_body == 0)
            continue;
        const double felt = layout_lasts(search->layout, &d->utility, search->at_case, p);
        for (size_t i = 0; i < part->n; i++) {
            double *gain = part->gain + i * part->n_party + q;
            *gain = consent_left(d->scenario, p, d->theta, *gain, felt);
        }
    }
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

bool zone_has_some(const struct zone *zone)
{
    return zone->is_left_out ? zone->left_some : zone->now.n > 0;
}

/* Of all cases together. */
static enum error_code keep_best(struct zone *zone, struct error *err)
{
    if (front_reserve(&zone->next, zone->now.n_party, zone->now.n, err) != OK)
        return err->code;
    front_keep(&zone->now, SIZE_MAX, &zone->next);
    struct front swap = zone->now;
    zone->now = zone->next;
    zone->next = swap;
    return OK;
}

enum error_code zone_find(struct zone *zone, const struct layout *l,
                          const struct appraisal *appraisal, const struct addends *addends,
                          const struct zone_query *query, struct error *err)
{
    const size_t n_stage = ZONE_STAGES(l->n_free);
    struct search search = { .layout = l,
                             .appraisal = appraisal,
                             .addends = addends,
                             .query = query,
                             .can_outvote = can_outvote(query, l->scenario) };

    front_clear(&zone->now);
    zone->query = *query;
    zone->is_left_out = false;
    zone->addends = addends;
    if (open_trail(zone, l, err) != OK)
        return err->code;
    for (; search.at_case < l->n_case; search.at_case++) {
        if (search_case(zone, &search, err) != OK)
            return err->code;
        if (zone->is_left_out)
            return zone_look(zone, l, appraisal, addends, err);
        if (query->wants != ZONE_ANY)
            take_leave(&zone->part, &search);
        if (mark(zone, (search.at_case + 1) * n_stage - 1, err) != OK ||
            front_append(&zone->now, &zone->part, err) != OK)
            return err->code;
    }
    zone->first[l->n_case * n_stage] = zone->trail.n;
    return l->n_case == 1 ? OK : keep_best(zone, err);
}
