/* finding.c - what the draws say of one proposal */
#include "finding.h"

#include "agreement.h"

#include "move.h"

#include <math.h>
#include <string.h>

/* Where all must accept, whoever refuses most often; with a rule whoever stops it alone most often,
 * or refuses most often where nobody ever stops it alone.  Of equals the first. */
static size_t blocker_of(const struct scenario *s, const struct finding *f)
{
    size_t blocker = NONE;
    double most = 0, least = 1;

    for (size_t p = 0; agreement_has_rule(s) && p < s->n_party; p++)
        if (f->stops[p] > most) {
            most = f->stops[p];
            blocker = p;
        }
    for (size_t p = 0; most == 0 && f->passes < 1 && p < s->n_party; p++)
        if (f->accept[p] < least) {
            least = f->accept[p];
            blocker = p;
        }
    return blocker;
}

static void find_blocker(const struct map *map, size_t proposal, struct finding *f)
{
    const struct scenario *s = map->layout->scenario;

    f->blocking_issue = NONE;
    f->blocker = blocker_of(s, f);
    if (f->blocker == NONE)
        return;
    const uint64_t *blocks = map->tally.blocks + (proposal * s->n_party + f->blocker) * s->n_table;
    const uint64_t accepts =
        map->tally
            .accepts[proposal * agreement_counts(s) + f->blocker]; /* counted, as blocks are */
    f->refusals = (1 - (double)accepts / (double)map->draws) * (double)map->draws;
    uint64_t most = 0;
    for (size_t k = 0; k < s->n_table; k++)
        if (blocks[k] > most) {
            most = blocks[k];
            f->blocking_issue = k;
        }
    if (f->refusals > 0)
        f->blocking_share = (double)most / f->refusals;
}

/* What is changed of a proposal: one axis, or two, and to which combination. */
struct moves {
    size_t n, axis[2], to[2];
};

/* The best change so far, and its package. */
struct best_change {
    struct moves moves;
    double accept;
    size_t level[MAX_ISSUE];
};

/* Whether a change is as good as the best so far, of the same axis after the same first one, and
 * nearer to what was proposed: of equals the lowest level would be one side's. */
static bool is_nearer(const struct scenario *s, const struct best_change *best,
                      const struct moves *now, double accept, size_t was)
{
    const size_t last = now->n - 1;

    return best->moves.n == now->n && accept == best->accept &&
           best->moves.axis[last] == now->axis[last] &&
           (last == 0 ||
            (best->moves.axis[0] == now->axis[0] && best->moves.to[0] == now->to[0])) &&
           move_is_nearer(s, now->axis[last], was, now->to[last], best->moves.to[last]);
}

/* Tries every single change of an axis in level[], to which `moves` have led; a better one is
 * recorded. */
static void try_axis(const struct map *map, size_t level[], const struct moves *moves, size_t axis,
                     struct best_change *best)
{
    const struct scenario *s = map->layout->scenario;
    const size_t was = grid_find(&s->grid, axis, level);
    struct moves now = *moves;

    now.axis[now.n++] = axis;
    for (size_t to = 0; to < s->grid.axis[axis].size; to++) {
        if (!grid_is_single(&s->grid, axis, was, to))
            continue;
        grid_put(&s->grid, axis, to, level);
        const double accept = map_accepts(map, agreement_passes(s), level);
        now.to[now.n - 1] = to;
        if (!(accept > best->accept) && !is_nearer(s, best, &now, accept, was))
            continue;
        if (scenario_bans(s, level, NULL))
            continue;
        best->moves = now;
        best->accept = accept;
        memcpy(best->level, level, s->n_table * sizeof *level);
    }
    grid_put(&s->grid, axis, was, level);
}

/* The terms in which the best change differs from what was proposed. */
static struct change change_of(const struct map *map, const struct best_change *best,
                               const size_t proposed[])
{
    const struct scenario *s = map->layout->scenario;
    struct change change = { .accept = best->accept };

    for (size_t k = 0; best->moves.n > 0 && k < s->n_table; k++)
        if (best->level[k] != proposed[k]) {
            change.issue[change.n] = k;
            change.level[change.n++] = best->level[k];
        }
    if (change.n > 0)
        change.cell = layout_cell(map->layout, best->level);
    return change;
}

/* A change of two axes counts only when it is better than the best change of one. */
static void find_changes(const struct map *map, const size_t proposed[], struct finding *f)
{
    const struct scenario *s = map->layout->scenario;
    const struct moves none = { .n = 0 };
    struct best_change best = { .accept = f->passes };
    size_t level[MAX_ISSUE];

    memcpy(level, proposed, s->n_table * sizeof *level);
    for (size_t a = 0; a < s->grid.n_axis; a++)
        try_axis(map, level, &none, a, &best);
    f->change[0] = change_of(map, &best, proposed);
    best.moves.n = 0;
    for (size_t a = 0; a < s->grid.n_axis; a++) {
        const size_t was = grid_find(&s->grid, a, proposed);
        for (size_t to = 0; to < s->grid.axis[a].size; to++) {
            const struct moves one = { 1, { a }, { to } };
            if (!grid_is_single(&s->grid, a, was, to))
                continue;
            grid_put(&s->grid, a, to, level);
            for (size_t b = a + 1; b < s->grid.n_axis; b++)
                try_axis(map, level, &one, b, &best);
        }
        grid_put(&s->grid, a, was, level);
    }
    f->change[1] = change_of(map, &best, proposed);
}

/* Readings are packages of the map. */
static void find_readings(const struct map *map, const struct vague *v, struct finding *f)
{
    const struct scenario *s = map->layout->scenario;

    for (size_t who = 0; v && who < agreement_counts(s); who++) {
        struct reading_range *range = &f->read[who];
        *range = (struct reading_range){ .low = INFINITY, .high = -INFINITY };
        for (size_t r = 0; r < v->n_reading; r++) {
            const double share = map_accepts(map, who, v->level + r * s->n_table);
            range->worst = share < range->low ? r : range->worst;
            range->best = share > range->high ? r : range->best;
            range->low = fmin(range->low, share);
            range->high = fmax(range->high, share);
        }
    }
}

struct finding finding_of(const struct map *map, size_t proposal)
{
    const struct scenario *s = map->layout->scenario;
    struct finding f = { .blocker = NONE };

    for (size_t p = 0; p < s->n_party; p++) {
        f.accept[p] = map_answer(map, proposal, p);
        f.pivotal[p] = (double)map->tally.pivots[proposal * s->n_party + p] / (double)map->draws;
        f.stops[p] = (double)map->tally.stops[proposal * s->n_party + p] / (double)map->draws;
        f.surplus[p] = map->surplus[proposal * s->n_party + p];
    }
    f.accept_all = map_answer(map, proposal, s->n_party);
    f.passes = map_answer(map, proposal, agreement_passes(s));
    find_blocker(map, proposal, &f);
    find_changes(map, s->proposal[proposal].package, &f);
    find_readings(map, s->proposal[proposal].vague, &f);
    return f;
}
