/* gathering.c - acceptance gathered over all packages */
#include "gathering.h"

#include "agreement.h"
#include "interrupt.h"

#include <math.h>
#include <stdlib.h>

static void gather(struct group *group, double accept, size_t cell)
{
    if (group->packages == 0 || accept > group->best) {
        group->best = accept;
        group->best_cell = cell;
    }
    group->packages++;
    group->accepts += accept;
}

static void gather_package(struct gathering *g, const size_t level[], size_t cell, double accept)
{
    const struct scenario *s = g->scope->scenario;
    double share[MAX_PARTY];

    for (size_t p = 0; p < s->n_party; p++)
        share[p] = map_share(g->map, p, cell);
    g->accepts += accept;
    for (size_t k = 0; k < s->n_table; k++) {
        const size_t at = g->scope->first_level[k] + level[k];
        const bool is_best = g->level[at].packages == 0 || accept > g->level[at].best;
        gather(&g->level[at], accept, cell);
        for (size_t p = 0; p < s->n_party; p++) {
            g->party[at * s->n_party + p] += share[p];
            if (is_best)
                g->best_party[at * s->n_party + p] = share[p];
        }
    }
    for (size_t i = 0; i < g->n_pair; i++) {
        struct pair *pair = &g->pair[i];
        gather(&pair->cell[level[pair->a] * s->issue[pair->b].n_level + level[pair->b]], accept,
               cell);
    }
}

static enum error_code gather_all(struct gathering *g, struct error *err)
{
    const struct scenario *s = g->scope->scenario;
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, 0, level);
    g->best.accept = -1;
    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_bans(s, level, NULL))
            continue;
        const size_t cell = layout_cell(g->map->layout, level);
        const double accept = map_share(g->map, agreement_passes(s), cell);
        gather_package(g, level, cell, accept);
        if (accept > g->best.accept) {
            g->best.accept = accept;
            g->best.package = x;
            g->best.cell = cell;
            g->best.n = 0;
        }
        g->best.n += accept == g->best.accept;
    }
    return OK;
}

size_t gathering_cells(const struct gathering *g, const struct pair *pair)
{
    const struct issue *issue = g->scope->scenario->issue;
    return issue[pair->a].n_level * issue[pair->b].n_level;
}

/* Cells whose packages are all banned say nothing. */
static double spread_of(const struct gathering *g, const struct pair *pair)
{
    double n = 0, sum = 0, squares = 0;

    for (size_t i = 0; i < gathering_cells(g, pair); i++) {
        if (pair->cell[i].packages == 0)
            continue;
        n++;
        sum += pair->cell[i].best;
        squares += pair->cell[i].best * pair->cell[i].best;
    }
    return n > 0 ? squares / n - sum / n * (sum / n) : 0;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;

    if (x->spread != y->spread)
        return x->spread > y->spread ? -1 : 1;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* Only issues with a choice: a picture of one row shows nothing. */
static enum error_code open_pairs(struct gathering *g, struct error *err)
{
    const struct scenario *s = g->scope->scenario;

    g->pair = arena_alloc(&g->arena, s->n_table * s->n_table / 2 + 1, sizeof *g->pair);
    if (!g->pair)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t a = 0; a < s->n_table; a++)
        for (size_t b = a + 1; b < s->n_table; b++) {
            struct pair *pair = &g->pair[g->n_pair];
            if (s->issue[a].n_level == 1 || s->issue[b].n_level == 1)
                continue;
            *pair = (struct pair){ .a = a, .b = b };
            pair->cell = arena_alloc(&g->arena, gathering_cells(g, pair), sizeof *pair->cell);
            if (!pair->cell)
                return error_set(err, ERR_MEMORY, "not enough memory for results");
            g->n_pair++;
        }
    return OK;
}

enum error_code gathering_init(struct gathering *g, const struct map *map,
                               const struct scope *scope, struct error *err)
{
    const size_t n_level = scope->label[LABEL_LEVEL].n;

    *g = (struct gathering){ .map = map, .scope = scope };
    g->level = arena_alloc(&g->arena, n_level, sizeof *g->level);
    g->party = arena_alloc(&g->arena, n_level * scope->scenario->n_party, sizeof *g->party);
    g->best_party = arena_alloc(&g->arena, n_level * scope->scenario->n_party, sizeof *g->party);
    if (!g->level || !g->party || !g->best_party)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    if (open_pairs(g, err) != OK || gather_all(g, err) != OK)
        return err->code;
    for (size_t i = 0; i < g->n_pair; i++)
        g->pair[i].spread = spread_of(g, &g->pair[i]);
    if (g->n_pair > 0)
        qsort(g->pair, g->n_pair, sizeof *g->pair, compare_pairs);
    return OK;
}

void gathering_release(struct gathering *g)
{
    arena_release(&g->arena);
}

double gathering_bytes(const struct scenario *s)
{
    enum { PAIR_COLUMNS = 8 };
    double cells = 0;

    for (size_t a = 0; a < s->n_table; a++)
        for (size_t b = a + 1; b < s->n_table; b++)
            cells += (double)s->issue[a].n_level * (double)s->issue[b].n_level;
    return cells * (sizeof(struct group) + 2 * PAIR_COLUMNS * sizeof(double)); /* room doubles */
}
