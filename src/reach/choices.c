/* choices.c - packages by how often each party accepts them */
#include "choices.h"

#include "agreement.h"
#include "arena.h"
#include "interrupt.h"
#include "worths.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct scenario *scenario_of(const struct choices *c)
{
    return c->map->layout->scenario;
}

/* Whether one is better than another: by its score; of equals the one agreed more often.
 */
static bool is_better(const struct choices *c, const struct pick *a, const struct pick *b)
{
    const size_t passes = agreement_passes(scenario_of(c));

    return a->score != b->score ? a->score > b->score : a->share[passes] > b->share[passes];
}

/* Keeps a choice among the best of at most `most`, best first; of equals the one that came first.
 */
static void keep(const struct choices *c, struct pick list[], size_t *n, size_t most,
                 const struct pick *pick)
{
    if (*n == most && !is_better(c, pick, &list[most - 1]))
        return;
    size_t at = *n < most ? (*n)++ : most - 1;
    for (; at > 0 && is_better(c, pick, &list[at - 1]); at--)
        list[at] = list[at - 1];
    list[at] = *pick;
}

static double least_share(const struct choices *c, const double share[])
{
    double least = 1;

    for (size_t p = 0; p < scenario_of(c)->n_party; p++)
        least = fmin(least, share[p]);
    return least;
}

/* Takes a package that reaches what is wanted if fewer terms change than in those before, or as
 * many and it reaches it by more. */
static void take_fewest(struct choices *c, const struct pick *now, const size_t level[])
{
    const size_t passes = agreement_passes(scenario_of(c));
    size_t changes = 0;

    if (!c->base || now->score < 0)
        return;
    for (size_t k = 0; k < scenario_of(c)->n_table; k++)
        changes += level[k] != c->base[k];
    if (changes == 0 || (c->has_fewest && (double)changes > c->fewest.score) ||
        (c->has_fewest && (double)changes == c->fewest.score &&
         now->share[passes] <= c->fewest.share[passes]))
        return;
    c->has_fewest = true;
    c->fewest = *now;
    c->fewest.score = (double)changes;
}

/* A visit to every package that is not banned. */
static enum error_code visit(struct choices *c, struct pick accepted[], size_t *n_accepted,
                             struct error *err)
{
    const struct scenario *s = scenario_of(c);
    size_t level[MAX_ISSUE], n_maximin = 0;
    struct pick now = { .package = 0 };

    grid_levels(&s->grid, 0, level);
    do {
        if (now.package % 4096 == 0 && interrupt_check(err) != OK)
            return err->code;
        if (!scenario_bans(s, level, NULL)) {
            map_shares(c->map, level, now.share);
            c->n_package++;
            now.score = wanted_slack(&c->wanted, now.share, NULL);
            c->n_reaching += now.score >= 0;
            keep(c, c->best, &c->n_best, CHOICES_SHOWN, &now);
            take_fewest(c, &now, level);
            now.score = least_share(c, now.share);
            keep(c, &c->maximin, &n_maximin, 1, &now);
            now.score = now.share[agreement_passes(s)];
            keep(c, accepted, n_accepted, CHOICES_CANDIDATES, &now);
        }
        now.package++;
    } while (grid_next(&s->grid, level));
    return OK;
}

static size_t terms_apart(const struct scenario *s, uint64_t a, uint64_t b)
{
    size_t apart = 0;

    for (size_t k = 0; k < s->n_table; k++)
        apart += grid_level(&s->grid, a, k) != grid_level(&s->grid, b, k);
    return apart;
}

static bool is_apart(const struct choices *c, uint64_t package)
{
    for (size_t i = 0; i < c->n_others; i++)
        if (terms_apart(scenario_of(c), package, c->other[i].package) < c->apart)
            return false;
    return true;
}

/* One after another, the package agreed most often of those that differ enough from all
 * before. */
static enum error_code find_others(struct choices *c, struct error *err)
{
    const struct scenario *s = scenario_of(c);

    while (c->n_others < c->n_other) {
        size_t level[MAX_ISSUE], n = 0;
        struct pick now = { .package = 0 }, found;
        if (interrupt_check(err) != OK)
            return err->code;
        grid_levels(&s->grid, 0, level);
        do {
            if (!scenario_bans(s, level, NULL) && is_apart(c, now.package)) {
                now.score = map_accepts(c->map, agreement_passes(s), level);
                keep(c, &found, &n, 1, &now);
            }
            now.package++;
        } while (grid_next(&s->grid, level));
        if (n == 0)
            return OK;
        grid_levels(&s->grid, found.package, level);
        map_shares(c->map, level, found.share);
        c->other[c->n_others++] = found;
    }
    return OK;
}

/* The mean, over the worst fifth of draws, of the surplus of the party that gains least. */
static double worst_fifth(const struct worths *w, size_t package, double room[])
{
    const size_t fifth = w->n_draw >= 5 ? w->n_draw / 5 : 1;
    double sum = 0;

    for (size_t d = 0; d < w->n_draw; d++) {
        room[d] = INFINITY;
        for (size_t p = 0; p < w->scenario->n_party; p++)
            room[d] = fmin(room[d], worths_carried(w, d, package, p));
    }
    gsl_sort(room, 1, w->n_draw);
    for (size_t d = 0; d < fifth; d++)
        sum += room[d];
    return sum / (double)fifth;
}

static enum error_code find_steadiest(struct choices *c, const struct pick accepted[], size_t n,
                                      int threads, struct error *err)
{
    const struct scenario *s = scenario_of(c);
    size_t *level = memory_alloc(n * s->n_table, sizeof *level, err), n_found = 0;
    struct worths w = {
        .scenario = s, .draws = c->map->draws, .seed = c->map->seed, .n_package = n, .level = level
    };

    for (size_t i = 0; level && i < n; i++)
        grid_levels(&s->grid, accepted[i].package, level + i * s->n_table);
    if (level && worths_find(&w, threads, err) == OK) {
        double *room = memory_alloc(w.n_draw, sizeof *room, err);
        for (size_t i = 0; room && i < n; i++) {
            struct pick now = accepted[i];
            now.score = worst_fifth(&w, i, room);
            c->worst_fifth_of_best = i == 0 ? now.score : c->worst_fifth_of_best;
            keep(c, &c->steadiest, &n_found, 1, &now);
        }
        free(room);
    }
    worths_release(&w);
    free(level);
    return err->code;
}

enum error_code choices_find(struct choices *c, int threads, struct error *err)
{
    struct pick *accepted = memory_alloc(CHOICES_CANDIDATES, sizeof *accepted, err);
    size_t n_accepted = 0;

    if (accepted && visit(c, accepted, &n_accepted, err) != OK)
        n_accepted = 0;
    /* one agreed half as often as the best or less is no rival of it */
    while (n_accepted > 1 && 2 * accepted[n_accepted - 1].score < accepted[0].score)
        n_accepted--;
    if (n_accepted > 0 && find_steadiest(c, accepted, n_accepted, threads, err) == OK)
        (void)find_others(c, err);
    free(accepted);
    return err->code;
}
