/* finding.c - what the draws say of one proposal */
#include "finding.h"

#include "agreement.h"

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
    const double refusals = (1 - f->accept[f->blocker]) * (double)map->draws;
    uint64_t most = 0;
    for (size_t k = 0; k < s->n_table; k++)
        if (blocks[k] > most) {
            most = blocks[k];
            f->blocking_issue = k;
        }
    f->blocking_share = (double)most / refusals;
}

static size_t levels_apart(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* Whether a level is as good a change of issue k as the best so far, and nearer to what was
 * proposed: of equals the lowest would be one side's. */
static bool is_nearer(const struct change *best, const struct change *first, double accept,
                      size_t k, size_t level, size_t was)
{
    return best->n == first->n + 1 && accept == best->accept && best->issue[first->n] == k &&
           (first->n == 0 ||
            (best->issue[0] == first->issue[0] && best->level[0] == first->level[0])) &&
           levels_apart(level, was) < levels_apart(best->level[first->n], was);
}

/* Tries every other level of issue k in level[]; a better one is recorded after `first`. */
static void try_issue(const struct map *map, size_t level[], size_t k, const struct change *first,
                      struct change *best)
{
    const struct scenario *s = map->layout->scenario;
    const size_t was = level[k];

    for (level[k] = 0; level[k] < s->issue[k].n_level; level[k]++) {
        double accept = map_accepts(map, agreement_passes(s), level);
        const bool is_better =
            accept > best->accept || is_nearer(best, first, accept, k, level[k], was);
        if (level[k] == was || !is_better || scenario_bans(s, level, NULL))
            continue;
        *best = *first;
        best->issue[best->n] = k;
        best->level[best->n++] = level[k];
        best->accept = accept;
    }
    level[k] = was;
}

/* A change of two issues counts only when it is better than the best change of one. */
static void find_changes(const struct map *map, const size_t proposed[], struct finding *f)
{
    const struct scenario *s = map->layout->scenario;
    struct change none = { .n = 0 }, one = { .n = 1 };
    size_t level[MAX_ISSUE];

    memcpy(level, proposed, s->n_table * sizeof *level);
    f->change[0] = (struct change){ .accept = f->passes };
    for (size_t k = 0; k < s->n_table; k++)
        try_issue(map, level, k, &none, &f->change[0]);
    f->change[1] = (struct change){ .accept = f->change[0].accept };
    for (one.issue[0] = 0; one.issue[0] < s->n_table; one.issue[0]++) {
        const size_t k = one.issue[0], was = level[k];
        for (level[k] = 0; level[k] < s->issue[k].n_level; level[k]++) {
            one.level[0] = level[k];
            for (size_t j = k + 1; level[k] != was && j < s->n_table; j++)
                try_issue(map, level, j, &one, &f->change[1]);
        }
        level[k] = was;
    }
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
    const uint64_t *accepts = map->tally.accepts + proposal * agreement_counts(s);
    struct finding f = { .blocker = NONE };

    for (size_t p = 0; p < s->n_party; p++) {
        f.accept[p] = (double)accepts[p] / (double)map->draws;
        f.pivotal[p] = (double)map->tally.pivots[proposal * s->n_party + p] / (double)map->draws;
        f.stops[p] = (double)map->tally.stops[proposal * s->n_party + p] / (double)map->draws;
        f.surplus[p] = map->surplus[proposal * s->n_party + p];
    }
    f.accept_all = (double)accepts[s->n_party] / (double)map->draws;
    f.passes = (double)accepts[agreement_passes(s)] / (double)map->draws;
    find_blocker(map, proposal, &f);
    find_changes(map, s->proposal[proposal].package, &f);
    find_readings(map, s->proposal[proposal].vague, &f);
    return f;
}
