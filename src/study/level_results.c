/* level_results.c - the tables of a run, by issue and level */
#include "level_results.h"

#include "columns.h"
#include "interrupt.h"
#include "share.h"

#include <math.h>
#include <stdlib.h>

/* What is gathered over all packages that have one level, or two levels of two issues. */
struct group {
    double packages, accepts, best;
};

/* Two issues, a row and a column of a map. */
struct pair {
    size_t a, b;
    double spread; /* variance of the best acceptance over the cells */
    struct group *cell;
};

struct gathering {
    const struct results *results;
    const struct scenario *s;
    const size_t *first; /* slots, as in struct worth */
    size_t n_slot, n_pair;
    struct group *level; /* [n_slot] */
    double *party;       /* [n_slot * n_party] sums of shares */
    struct pair *pair;   /* [n_pair] */
    double accepts;      /* sum over all packages */
};

static void gather(struct group *group, double accept)
{
    group->packages++;
    group->accepts += accept;
    group->best = fmax(group->best, accept);
}

static void gather_package(struct gathering *g, const size_t level[], size_t cell)
{
    const struct survey *survey = g->results->survey;
    const size_t n_party = g->s->n_party;
    double share[MAX_PARTY], accept = survey_share(survey, n_party, cell);

    for (size_t p = 0; p < n_party; p++)
        share[p] = survey_share(survey, p, cell);
    g->accepts += accept;
    for (size_t k = 0; k < g->s->n_table; k++) {
        size_t slot = g->first[k] + level[k];
        gather(&g->level[slot], accept);
        for (size_t p = 0; p < n_party; p++)
            g->party[slot * n_party + p] += share[p];
    }
    for (size_t i = 0; i < g->n_pair; i++) {
        struct pair *pair = &g->pair[i];
        gather(&pair->cell[level[pair->a] * g->s->issue[pair->b].n_level + level[pair->b]], accept);
    }
}

static enum error_code gather_all(struct gathering *g, struct results *r, struct error *err)
{
    size_t level[MAX_ISSUE] = { 0 };

    r->best_accept = -1;
    for (uint64_t x = 0; x < g->s->grid.total; x++, grid_next(&g->s->grid, level)) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_bans(g->s, level, NULL))
            continue;
        size_t cell = layout_cell(r->survey->layout, level);
        double accept = survey_share(r->survey, g->s->n_party, cell);
        gather_package(g, level, cell);
        if (accept > r->best_accept) {
            r->best_accept = accept;
            r->best = x;
            r->n_best = 0;
        }
        r->n_best += accept == r->best_accept;
    }
    return OK;
}

static size_t cells_of(const struct gathering *g, const struct pair *pair)
{
    return g->s->issue[pair->a].n_level * g->s->issue[pair->b].n_level;
}

/* Cells whose packages are all banned say nothing. */
static double spread_of(const struct gathering *g, const struct pair *pair)
{
    double n = 0, sum = 0, squares = 0;

    for (size_t i = 0; i < cells_of(g, pair); i++) {
        if (pair->cell[i].packages == 0)
            continue;
        n++;
        sum += pair->cell[i].best;
        squares += pair->cell[i].best * pair->cell[i].best;
    }
    return n > 0 ? squares / n - sum / n * (sum / n) : 0;
}

/* Widest spread first; then the order of the issues. */
static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;

    if (x->spread != y->spread)
        return x->spread > y->spread ? -1 : 1;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* Only issues with a choice: a map of one row shows nothing. */
static enum error_code open_pairs(struct gathering *g, struct arena *arena, struct error *err)
{
    const struct scenario *s = g->s;

    g->pair = arena_alloc(arena, s->n_table * s->n_table / 2 + 1, sizeof *g->pair);
    if (!g->pair)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    for (size_t a = 0; a < s->n_table; a++)
        for (size_t b = a + 1; b < s->n_table; b++) {
            struct pair *pair = &g->pair[g->n_pair];
            if (s->issue[a].n_level == 1 || s->issue[b].n_level == 1)
                continue;
            *pair = (struct pair){ .a = a, .b = b };
            pair->cell = arena_alloc(arena, cells_of(g, pair), sizeof *pair->cell);
            if (!pair->cell)
                return error_set(err, ERR_MEMORY, "not enough memory for results");
            g->n_pair++;
        }
    return OK;
}

static enum error_code open_gathering(struct gathering *g, struct arena *arena, struct error *err)
{
    g->level = arena_alloc(arena, g->n_slot, sizeof *g->level);
    g->party = arena_alloc(arena, g->n_slot * g->s->n_party, sizeof *g->party);
    if (!g->level || !g->party)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    return open_pairs(g, arena, err);
}

static enum error_code names(struct table *t, const struct results *r, const char *issue,
                             const char *level, struct error *err)
{
    if (table_column(t, r->issue_name, results_scenario(r)->n_table, err, "%s", issue) != OK)
        return err->code;
    return table_column(t, r->slot_label, r->n_slot, err, "%s", level);
}

enum error_code level_results_columns(struct results *r, struct error *err)
{
    static const char *const best[] = { "best_accept_all", "low_best", "high_best" };
    struct table *t = &r->table[RESULT_levels];
    enum error_code code = names(t, r, "issue", "level", err);

    if (code != OK || table_column(t, NULL, 0, err, "accept_all") != OK ||
        table_column(t, NULL, 0, err, "share_of_accepted") != OK ||
        columns_parties(t, results_scenario(r), "accept", err) != OK)
        return err->code;
    return table_numbers(t, best, COUNT_OF(best), err);
}

static enum error_code level_rows(struct results *r, const struct gathering *g, struct error *err)
{
    const size_t n_party = g->s->n_party;

    for (size_t k = 0; k < g->s->n_table; k++)
        for (size_t l = 0; l < g->s->issue[k].n_level; l++) {
            const size_t slot = g->first[k] + l;
            const struct group *group = &g->level[slot];
            double *cell = table_row(&r->table[RESULT_levels], err);
            if (!cell)
                return err->code;
            *cell++ = (double)k;
            *cell++ = (double)slot;
            if (group->packages == 0)
                continue; /* all its packages are banned */
            *cell++ = group->accepts / group->packages;
            *cell++ = g->accepts > 0 ? group->accepts / g->accepts : NAN;
            for (size_t p = 0; p < n_party; p++)
                *cell++ = g->party[slot * n_party + p] / group->packages;
            *cell++ = group->best;
            share_interval_of_best(group->best, r->survey->draws, group->packages, &cell[0],
                                   &cell[1]);
        }
    return OK;
}

static enum error_code pair_columns(struct results *r, struct error *err)
{
    static const char *const numbers[] = { "index_a", "index_b", "best_accept_all", "accept_all" };
    struct table *t = &r->table[RESULT_pairs];
    enum error_code code = names(t, r, "issue_a", "level_a", err);

    if (code == OK)
        code = names(t, r, "issue_b", "level_b", err);
    return code == OK ? table_numbers(t, numbers, COUNT_OF(numbers), err) : code;
}

static enum error_code pair_rows(struct results *r, const struct gathering *g,
                                 const struct pair *pair, struct error *err)
{
    const size_t n_b = g->s->issue[pair->b].n_level;

    for (size_t i = 0; i < cells_of(g, pair); i++) {
        const struct group *group = &pair->cell[i];
        double *cell = table_row(&r->table[RESULT_pairs], err);
        if (!cell)
            return err->code;
        cell[0] = (double)pair->a;
        cell[1] = (double)(g->first[pair->a] + i / n_b);
        cell[2] = (double)pair->b;
        cell[3] = (double)(g->first[pair->b] + i % n_b);
        cell[4] = (double)(i / n_b);
        cell[5] = (double)(i % n_b);
        if (group->packages > 0) {
            cell[6] = group->best;
            cell[7] = group->accepts / group->packages;
        }
    }
    return OK;
}

static enum error_code make_pairs(struct results *r, struct gathering *g, struct error *err)
{
    enum error_code code = pair_columns(r, err);

    for (size_t i = 0; i < g->n_pair; i++)
        g->pair[i].spread = spread_of(g, &g->pair[i]);
    if (g->n_pair > 0)
        qsort(g->pair, g->n_pair, sizeof *g->pair, compare_pairs);
    for (size_t i = 0; code == OK && i < g->n_pair; i++)
        code = pair_rows(r, g, &g->pair[i], err);
    return code;
}

/* How often each solution has each level, among the draws in which some package suits all. */
static enum error_code make_solution_levels(struct results *r, const struct gathering *g,
                                            struct error *err)
{
    const struct survey_tally *tally = &r->survey->tally;
    static const char *const numbers[] = { "share_of_zone", "low", "high" };
    const double zone = (double)*tally->zone;
    struct table *t = &r->table[RESULT_solution_levels];

    if (table_column(t, r->solution_name, SOLUTION_COUNT, err, "solution") != OK ||
        names(t, r, "issue", "level", err) != OK ||
        table_numbers(t, numbers, COUNT_OF(numbers), err) != OK)
        return err->code;
    if (zone == 0)
        return OK;
    for (size_t rule = 0; rule < SOLUTION_COUNT; rule++)
        for (size_t k = 0; k < g->s->n_table; k++)
            for (size_t l = 0; l < g->s->issue[k].n_level; l++) {
                const size_t slot = g->first[k] + l;
                double *cell = table_row(t, err);
                if (!cell)
                    return err->code;
                cell[0] = (double)rule;
                cell[1] = (double)k;
                cell[2] = (double)slot;
                cell[3] = (double)tally->picked[rule * g->n_slot + slot] / PICK_UNIT / zone;
                share_interval(cell[3], *tally->zone, &cell[4], &cell[5]);
            }
    return OK;
}

enum error_code level_results_make(struct results *r, struct error *err)
{
    const struct worth *w = &r->survey->outlook->deal.worth;
    struct arena arena = { NULL, NULL, NULL };
    struct gathering g = { .results = r, .s = w->scenario, .first = w->first, .n_slot = w->n_slot };

    enum error_code code = open_gathering(&g, &arena, err);
    if (code == OK)
        code = gather_all(&g, r, err);
    if (code == OK)
        code = level_rows(r, &g, err);
    if (code == OK)
        code = make_pairs(r, &g, err);
    if (code == OK)
        code = make_solution_levels(r, &g, err);
    arena_release(&arena);
    return code;
}

double level_results_bytes(const struct scenario *s)
{
    enum { PAIR_COLUMNS = 8 };
    double cells = 0;

    for (size_t a = 0; a < s->n_table; a++)
        for (size_t b = a + 1; b < s->n_table; b++)
            cells += (double)s->issue[a].n_level * (double)s->issue[b].n_level;
    return cells * (sizeof(struct group) + 2 * PAIR_COLUMNS * sizeof(double)); /* room doubles */
}
