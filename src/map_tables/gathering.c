/* gathering.c - acceptance gathered over all packages */
#include "gathering.h"

#include "agreement.h"
#include "interrupt.h"

#include <stdlib.h>

/* The group of a package's level of issue k, and its cell of a pair. */
static size_t level_of(const struct gathering *g, const size_t level[], size_t k)
{
    return g->scope->first_level[k] + level[k];
}

static struct group *cell_of(const struct gathering *g, const struct pair *pair,
                             const size_t level[])
{
    const size_t width = g->scope->scenario->issue[pair->b].n_level;
    return &pair->cell[level[pair->a] * width + level[pair->b]];
}

/* The shares of a package's parties become those of the best with a level. */
static void set_best_party(struct gathering *g, size_t at, size_t cell)
{
    const size_t n_party = g->scope->scenario->n_party;

    for (size_t p = 0; p < n_party; p++)
        g->best_party[at * n_party + p] = map_share(g->map, p, cell);
}

/* `n` packages more are in a group, of which `cell` is the first, if there were none. */
static bool add_packages(struct group *group, double n, size_t cell)
{
    const bool is_first = group->packages == 0;

    if (is_first)
        group->best_cell = cell;
    group->packages += n;
    return is_first;
}

static void count_package(struct gathering *g, const size_t level[], size_t cell)
{
    for (size_t k = 0; k < g->scope->scenario->n_table; k++) {
        const size_t at = level_of(g, level, k);
        if (add_packages(&g->level[at], 1, cell))
            set_best_party(g, at, cell);
    }
    for (size_t i = 0; i < g->n_pair; i++)
        add_packages(cell_of(g, &g->pair[i], level), 1, cell);
}

/* The same of all packages at once, where each combination is one: the first with a level has all
 * other issues at their first. */
static void count_all(struct gathering *g)
{
    const struct scenario *s = g->scope->scenario;
    const double all = (double)s->grid.total;
    size_t level[MAX_ISSUE] = { 0 };

    for (size_t k = 0; k < s->n_table; k++) {
        for (level[k] = 0; level[k] < s->issue[k].n_level; level[k]++) {
            const size_t at = level_of(g, level, k), cell = layout_cell(g->map->layout, level);
            add_packages(&g->level[at], all / (double)s->issue[k].n_level, cell);
            set_best_party(g, at, cell);
        }
        level[k] = 0;
    }
    for (size_t i = 0; i < g->n_pair; i++) {
        const struct pair *pair = &g->pair[i];
        const size_t cells = gathering_cells(g, pair), width = s->issue[pair->b].n_level;
        for (size_t c = 0; c < cells; c++) {
            level[pair->a] = c / width;
            level[pair->b] = c % width;
            add_packages(&pair->cell[c], all / (double)cells, layout_cell(g->map->layout, level));
        }
        level[pair->a] = level[pair->b] = 0;
    }
}

/* Whether the package is the best of the group so far. */
static bool gather(struct group *group, double accept, size_t cell)
{
    group->accepts += accept;
    if (accept <= group->best)
        return false;
    group->best = accept;
    group->best_cell = cell;
    return true;
}

static void gather_package(struct gathering *g, const size_t level[], size_t cell, double accept)
{
    const struct scenario *s = g->scope->scenario;
    double share[MAX_PARTY];

    for (size_t p = 0; p < s->n_party; p++)
        share[p] = map_share(g->map, p, cell);
    for (size_t k = 0; k < s->n_table; k++) {
        const size_t at = level_of(g, level, k);
        if (gather(&g->level[at], accept, cell))
            set_best_party(g, at, cell);
        for (size_t p = 0; p < s->n_party; p++)
            g->party[at * s->n_party + p] += share[p];
    }
    g->accepts += accept;
    for (size_t i = 0; accept > 0 && i < g->n_pair; i++)
        gather(cell_of(g, &g->pair[i], level), accept, cell);
}

static void note_best(struct gathering *g, double accept, uint64_t package, size_t cell)
{
    if (accept > g->best.accept) {
        g->best.accept = accept;
        g->best.package = package;
        g->best.cell = cell;
        g->best.n = 0;
    }
    g->best.n += accept == g->best.accept;
}

/* A package that nobody accepts adds nothing but itself. */
static bool somebody_accepts(const struct gathering *g, size_t cell)
{
    const size_t packages = (size_t)g->scope->scenario->grid.total;

    for (size_t p = 0; p < g->scope->scenario->n_party; p++)
        if (g->map->counts.accepts[p * packages + cell] > 0)
            return true;
    return false;
}

static enum error_code gather_all(struct gathering *g, struct error *err)
{
    const struct scenario *s = g->scope->scenario;
    const bool is_whole = s->n_ban == 0 && s->n_rule == 0;
    size_t level[MAX_ISSUE];

    if (is_whole)
        count_all(g);
    grid_levels(&s->grid, 0, level);
    g->best.accept = -1;
    for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (!is_whole && scenario_bans(s, level, NULL))
            continue;
        const size_t cell = layout_cell(g->map->layout, level);
        const double accept = map_share(g->map, agreement_passes(s), cell);
        if (!is_whole)
            count_package(g, level, cell);
        if (somebody_accepts(g, cell))
            gather_package(g, level, cell, accept);
        note_best(g, accept, x, cell);
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
