/* price_list.c - what single changes of a package cost whom, and which two changes gain both */
#include "price_list.h"

#include "exchanges.h"
#include "move.h"
#include "names.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum error_code no_memory(struct error *err)
{
    return error_set(err, ERR_MEMORY, "not enough memory for prices");
}

static const struct scenario *scenario_of(const struct price_list *list)
{
    return list->map->layout->scenario;
}

/* Every package of a single change that is not banned. */
static size_t list_changes(const struct scenario *s, const size_t base[],
                           struct price_change change[])
{
    size_t level[MAX_ISSUE], n = 0;

    for (size_t k = 0; k < s->n_table; k++)
        for (size_t l = 0; l < s->issue[k].n_level; l++)
            if (l != base[k] && move_to(s, base, k, l, level))
                change[n++] = (struct price_change){
                    .issue = k, .level = l, .at = grid_find(&s->grid, s->grid.axis_of[k], level)
                };
    return n;
}

void price_move(const struct scenario *s, const struct price_base *base,
                const struct price_change *c, size_t level[])
{
    memcpy(level, base->level, s->n_table * sizeof *level);
    grid_put(&s->grid, s->grid.axis_of[c->issue], c->at, level);
}

size_t price_also(const struct scenario *s, const struct price_base *base,
                  const struct price_change *c, size_t *level)
{
    size_t changed[MAX_ISSUE];

    price_move(s, base, c, changed);
    for (size_t k = 0; k < s->n_table; k++)
        if (k != c->issue && changed[k] != base->level[k]) {
            *level = changed[k];
            return k;
        }
    return NONE;
}

static size_t most_changes(const struct scenario *s)
{
    size_t n = 0;

    for (size_t k = 0; k < s->n_table; k++)
        n += s->issue[k].n_level - 1;
    return n;
}

static enum error_code add_base(struct price_list *list, size_t proposal, const size_t level[],
                                struct error *err)
{
    const struct scenario *s = scenario_of(list);
    struct price_base *base = &list->base[list->n_base++];

    *base = (struct price_base){ .proposal = proposal, .level = level };
    base->change = arena_alloc(&list->arena, most_changes(s), sizeof *base->change);
    if (!base->change)
        return no_memory(err);
    base->n_change = list_changes(s, level, base->change);
    map_shares(list->map, level, base->accept);
    return OK;
}

static enum error_code add_bases(struct price_list *list, uint64_t best, struct error *err)
{
    const struct scenario *s = scenario_of(list);
    size_t *level = arena_alloc(&list->arena, s->n_table, sizeof *level);

    list->base = arena_alloc(&list->arena, s->n_proposal + 1, sizeof *list->base);
    if (!level || !list->base)
        return no_memory(err);
    for (size_t i = 0; i < s->n_proposal; i++)
        if (add_base(list, i, s->proposal[i].package, err) != OK)
            return err->code;
    grid_levels(&s->grid, best, level);
    return add_base(list, NONE, level, err);
}

/* The mean over draws of what a package is worth more than the base, and its error. */
static struct mean_change mean_over(const struct worths *w, size_t package, size_t base, size_t p,
                                    double (*worth)(const struct worths *w, size_t draw,
                                                    size_t package, size_t p))
{
    const double n = (double)w->n_draw;
    double sum = 0, square = 0;

    for (size_t d = 0; d < w->n_draw; d++)
        sum += worth(w, d, package, p) - worth(w, d, base, p);
    const double mean = sum / n;
    for (size_t d = 0; d < w->n_draw; d++) {
        const double off = worth(w, d, package, p) - worth(w, d, base, p) - mean;
        square += off * off;
    }
    return (struct mean_change){ mean, n > 1 ? sqrt(square / (n - 1) / n) : INFINITY };
}

double price_better(const struct worths *w, size_t package, size_t base)
{
    size_t better = 0;

    for (size_t d = 0; d < w->n_draw; d++) {
        bool all = true;
        for (size_t p = 0; all && p < w->scenario->n_party; p++)
            all = worths_carried(w, d, package, p) > worths_carried(w, d, base, p) + TIE;
        better += all;
    }
    return (double)better / (double)w->n_draw;
}

struct mean_change price_carried(const struct worths *w, size_t package, size_t base, size_t p)
{
    return mean_over(w, package, base, p, worths_carried);
}

/* Whether a mean is told from 0, in the direction of `sign`. */
static bool is_clear(struct mean_change m, double sign)
{
    return sign * m.mean > 2 * m.se && sign * m.mean > TIE;
}

static void find_sides(const struct scenario *s, struct price_change *c)
{
    c->gives = c->gets = NONE;
    for (size_t p = 0; p < s->n_party; p++) {
        const double mean = c->carried[p].mean;
        if (is_clear(c->carried[p], -1) && (c->gives == NONE || mean < c->carried[c->gives].mean))
            c->gives = p;
        if (is_clear(c->carried[p], 1) && (c->gets == NONE || mean > c->carried[c->gets].mean))
            c->gets = p;
    }
}

/* A party to whom the change is a gain if it is kept, and who accepts less often all the same, as
 * the deal is then carried out less often.  (Where it is carried out more often, somebody loses the
 * way out that it had: that is no promise undone.)  changed[n_table]: the package with it. */
static void find_undone(const struct price_list *list, const struct price_base *base,
                        const size_t changed[], struct price_change *c)
{
    const struct scenario *s = scenario_of(list);
    const struct layout *l = list->map->layout;

    c->undone = NONE;
    if (s->n_phase == 0 || !(map_completes(list->map, layout_cell(l, changed)) <
                             map_completes(list->map, layout_cell(l, base->level))))
        return;
    for (size_t p = 0; p < s->n_party; p++) {
        const double falls = base->accept[p] - c->accept[p];
        const double error = hypot(proportion_error(base->accept[p], list->map->draws),
                                   proportion_error(c->accept[p], list->map->draws));
        if (is_clear(c->kept[p], 1) && !is_clear(c->carried[p], 1) && falls > 2 * error)
            c->undone = p;
    }
}

static void price_changes(const struct price_list *list, const struct worths *w, size_t first,
                          struct price_base *base)
{
    const struct scenario *s = scenario_of(list);
    size_t level[MAX_ISSUE];

    for (size_t i = 0; i < base->n_change; i++) {
        struct price_change *c = &base->change[i];
        const size_t package = first + 1 + i;
        price_move(s, base, c, level);
        map_shares(list->map, level, c->accept);
        for (size_t p = 0; p < s->n_party; p++) {
            c->kept[p] = mean_over(w, package, first, p, worths_kept);
            c->carried[p] = mean_over(w, package, first, p, worths_carried);
        }
        c->better = price_better(w, package, first);
        find_sides(s, c);
        find_undone(list, base, level, c);
    }
}

static size_t rate_at(const struct price_list *list, size_t base, size_t p, size_t a, size_t b)
{
    const struct scenario *s = scenario_of(list);
    return (((base * s->n_party + p) * s->n_table + a) * s->n_table + b) * RATE_COUNT;
}

double price_rate(const struct price_list *list, size_t base, size_t p, size_t a, size_t b,
                  int which)
{
    return list->rate[rate_at(list, base, p, a, b) + (size_t)which];
}

/* Quantiles over the draws in which b matters to the party. */
static void find_rate(const struct worths *w, size_t base, size_t p, size_t a, size_t b,
                      double room[], double rate[])
{
    static const double share[RATE_COUNT] = { 0.1, 0.5, 0.9 };
    size_t n = 0;

    for (size_t d = 0; d < w->n_draw; d++) {
        const double by_a = worths_slope(w, d, base, p, a), by_b = worths_slope(w, d, base, p, b);
        if (fabs(by_b) > TIE * fmax(1, fabs(by_a))) /* slopes by differences: 0 is not exact */
            room[n++] = -by_a / by_b;
    }
    gsl_sort(room, 1, n);
    for (int q = 0; q < RATE_COUNT; q++)
        rate[q] = n > 0 && a != b ? gsl_stats_quantile_from_sorted_data(room, 1, n, share[q]) : NAN;
}

static enum error_code find_rates(struct price_list *list, const struct worths *w,
                                  struct error *err)
{
    const struct scenario *s = scenario_of(list);
    const size_t n = rate_at(list, list->n_base, 0, 0, 0);
    double *room = memory_alloc(w->n_draw, sizeof *room, err);

    list->rate = arena_alloc(&list->arena, n, sizeof *list->rate);
    if (!room || !list->rate) {
        free(room);
        return no_memory(err);
    }
    for (size_t i = 0; i < list->n_base; i++)
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t a = 0; a < s->n_table; a++)
                for (size_t b = 0; b < s->n_table; b++)
                    find_rate(w, i, p, a, b, room, list->rate + rate_at(list, i, p, a, b));
    free(room);
    return OK;
}

/* All bases, each followed by its changes. */
static enum error_code list_packages(struct price_list *list, struct worths *w, size_t first[],
                                     struct error *err)
{
    const struct scenario *s = scenario_of(list);
    size_t n = 0;

    for (size_t i = 0; i < list->n_base; i++) {
        first[i] = n;
        n += 1 + list->base[i].n_change;
    }
    size_t *level = arena_alloc(&list->arena, n * s->n_table, sizeof *level);
    if (!level)
        return no_memory(err);
    w->n_package = n;
    w->level = level;
    for (size_t i = 0; i < list->n_base; i++) {
        const struct price_base *base = &list->base[i];
        for (size_t c = 0; c <= base->n_change; c++, level += s->n_table) {
            memcpy(level, base->level, s->n_table * sizeof *level);
            if (c > 0)
                price_move(s, base, &base->change[c - 1], level);
        }
    }
    return OK;
}

static enum error_code find_prices(struct price_list *list, struct worths *w, const size_t first[],
                                   int threads, struct error *err)
{
    if (worths_find(w, threads, err) != OK)
        return err->code;
    list->n_draw = w->n_draw;
    for (size_t i = 0; i < list->n_base; i++)
        price_changes(list, w, first[i], &list->base[i]);
    return find_rates(list, w, err);
}

enum error_code price_list_init(struct price_list *list, const struct map *map, uint64_t best,
                                int threads, struct error *err)
{
    const struct scenario *s = map->layout->scenario;

    *list = (struct price_list){ .map = map };
    size_t *first = arena_alloc(&list->arena, s->n_proposal + 1, sizeof *first);
    if (!first)
        return no_memory(err);
    struct worths w = { .scenario = s,
                        .draws = map->draws,
                        .seed = map->seed,
                        .n_slope = s->n_proposal + 1,
                        .sloped = first };
    enum error_code code = add_bases(list, best, err);
    if (code == OK)
        code = list_packages(list, &w, first, err);
    if (code == OK)
        code = find_prices(list, &w, first, threads, err);
    worths_release(&w);
    return code == OK ? exchanges_find(list, threads, err) : code;
}

void price_list_release(struct price_list *list)
{
    arena_release(&list->arena);
}

/* The level of issue k that is worth most to a party, the other terms being the base's. */
static size_t favourite(const struct price_base *base, size_t k, size_t p)
{
    size_t level = base->level[k];
    double most = 0;

    for (size_t i = 0; i < base->n_change; i++) {
        const struct price_change *c = &base->change[i];
        const double worth = c->kept[p].mean;
        if (c->issue == k && (worth > most || (worth == most && c->level < level))) {
            most = worth;
            level = c->level;
        }
    }
    return level;
}

static double worth_of_level(const struct price_base *base, size_t k, size_t level, size_t p)
{
    for (size_t i = 0; i < base->n_change; i++)
        if (base->change[i].issue == k && base->change[i].level == level)
            return base->change[i].kept[p].mean;
    return 0; /* the base's own */
}

bool price_dispute(const struct price_list *list, size_t base, size_t k, struct dispute *dispute)
{
    const size_t n_party = scenario_of(list)->n_party;
    const struct price_base *b = &list->base[base];

    *dispute = (struct dispute){ .least = TIE };
    for (size_t p = 0; p < n_party; p++)
        for (size_t q = p + 1; q < n_party; q++) {
            struct dispute now = { k, { p, q }, { favourite(b, k, p), favourite(b, k, q) } };
            for (int side = 0; side < 2; side++)
                now.stake[side] = worth_of_level(b, k, now.level[side], now.party[side]) -
                                  worth_of_level(b, k, now.level[1 - side], now.party[side]);
            now.least = fmin(now.stake[0], now.stake[1]);
            if (now.least > dispute->least)
                *dispute = now;
        }
    return dispute->least > TIE;
}
