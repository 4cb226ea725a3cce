/* layout.c - the grid of packages as a box of rows and columns whose utilities add up */
#include "layout.h"

#include "interrupt.h"
#include "tally.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void find_linked(const struct scenario *s, bool linked[MAX_ISSUE])
{
    memset(linked, 0, MAX_ISSUE * sizeof *linked);
    for (size_t i = 0; i < s->n_ban; i++)
        condition_issues(&s->ban[i].when, linked);
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t i = 0; i < s->party[p].n_interaction; i++)
            condition_issues(&s->party[p].interaction[i].when, linked);
    if (s->n_phase > 0 && s->guarantee.issue != NONE) /* a row has one penalty */
        linked[s->guarantee.issue] = true;
    for (size_t k = 0; k < s->n_table; k++) /* and phases of one length */
        linked[k] = linked[k] || scenario_days_follow(s, k);
}

/* What a draw costs, in visits to a row, when the free issues from `first` on are columns. */
static double cost(const struct layout *l, size_t first)
{
    /* Sorting one column's sum costs as much as 3.5 visits (measured: 3 to 4).  With phases a whole
     * row is solved at once, the longer the better. */
    const double column_cost = l->scenario->n_phase > 0 ? 0 : 3.5;
    double rows = 1, columns = 1;

    for (size_t i = 0; i < l->n_linked_issue; i++)
        rows *= (double)l->scenario->issue[l->linked_issue[i]].n_level;
    for (size_t i = 0; i < l->n_free_issue; i++)
        *(i < first ? &rows : &columns) *= (double)l->scenario->issue[l->free_issue[i]].n_level;
    return columns <= TALLY_COLUMNS ? column_cost * columns + rows : INFINITY;
}

/* Columns are the last free issues, as many as make a draw cheapest. */
static void divide_issues(struct layout *l, const struct scenario *s)
{
    bool linked[MAX_ISSUE];

    find_linked(s, linked);
    l->n_case = scenario_case_issue(s) == NONE ? 1 : s->issue[s->lasts_issue].n_level;
    for (size_t k = 0; k < s->n_table; k++)
        if (k == scenario_case_issue(s))
            continue;
        else if (linked[k])
            l->linked_issue[l->n_linked_issue++] = k;
        else
            l->free_issue[l->n_free_issue++] = k;
    l->n_row_issue = l->n_free_issue;
    for (size_t first = l->n_free_issue; first-- > 0;)
        if (cost(l, first) < cost(l, l->n_row_issue))
            l->n_row_issue = first;
    l->n_column = 1;
    for (size_t i = l->n_row_issue; i < l->n_free_issue; i++)
        l->n_column *= s->issue[l->free_issue[i]].n_level;
}

double layout_cases(const struct scenario *s)
{
    struct layout l = { .scenario = s };

    divide_issues(&l, s);
    return (double)l.n_case;
}

double layout_rows(const struct scenario *s)
{
    struct layout l = { .scenario = s };

    divide_issues(&l, s);
    return (double)s->grid.total / (double)l.n_column / (double)l.n_case;
}

static void make_grid(const struct scenario *s, struct grid *g, size_t n, const size_t issue[])
{
    size_t size[MAX_ISSUE];

    for (size_t i = 0; i < n; i++)
        size[i] = s->issue[issue[i]].n_level;
    grid_init(g, n, size); /* a part of the scenario's grid, which fits */
}

/* What combination `index` of some issues adds to the number of a package. */
static uint64_t package_of(const struct scenario *s, const struct grid *g, const size_t issue[],
                           uint64_t index)
{
    uint64_t package = 0;
    for (size_t i = 0; i < g->n; i++)
        package += grid_level(g, index, i) * s->grid.stride[issue[i]];
    return package;
}

static size_t count_interactions(const struct scenario *s)
{
    size_t n = 0;
    for (size_t p = 0; p < s->n_party; p++)
        n += s->party[p].n_interaction;
    return n;
}

static enum error_code allocate(struct layout *l, struct error *err)
{
    const struct scenario *s = l->scenario;
    const size_t n = l->n_case * l->n_linked;

    l->linked_level = memory_alloc(n * s->n_table, sizeof *l->linked_level, err);
    l->banned = memory_alloc(n, sizeof *l->banned, err);
    l->holds = memory_alloc(n * count_interactions(s), sizeof *l->holds, err);
    l->row_package = memory_alloc(l->n_case * l->n_row, sizeof *l->row_package, err);
    l->column_package = memory_alloc(l->n_column, sizeof *l->column_package, err);
    return err->code;
}

/* c runs over the combinations of linked issues of all cases. */
static enum error_code fill_linked(struct layout *l, struct error *err)
{
    const struct scenario *s = l->scenario;
    const size_t n = l->n_case * l->n_linked;

    for (size_t c = 0; c < n; c++) {
        size_t *level = l->linked_level + c * s->n_table, at = c;
        if (interrupt_check(err) != OK)
            return err->code;
        if (scenario_case_issue(s) != NONE)
            level[scenario_case_issue(s)] = c / l->n_linked;
        for (size_t i = 0; i < l->n_linked_issue; i++)
            level[l->linked_issue[i]] = grid_level(&l->linked, c % l->n_linked, i);
        l->banned[c] = scenario_bans(s, level, NULL);
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t i = 0; i < s->party[p].n_interaction; i++, at += n)
                l->holds[at] = scenario_holds(s, &s->party[p].interaction[i].when, level);
    }
    return OK;
}

static void fill_packages(struct layout *l)
{
    const struct scenario *s = l->scenario;
    const size_t *columns = l->free_issue + l->n_row_issue;
    const size_t n = l->n_case * l->n_linked;
    size_t i = 0;

    for (size_t c = 0; c < n; c++)
        for (uint64_t row = 0; row < l->row.total; row++)
            l->row_package[i++] = grid_index(&s->grid, l->linked_level + c * s->n_table) +
                                  package_of(s, &l->row, l->free_issue, row);
    for (uint64_t column = 0; column < l->n_column; column++)
        l->column_package[column] = package_of(s, &l->column, columns, column);
}

enum error_code layout_init(struct layout *l, const struct scenario *s, struct error *err)
{
    *l = (struct layout){ .scenario = s };
    for (size_t p = 1; p < s->n_party; p++)
        l->first_hold[p] = l->first_hold[p - 1] + s->party[p - 1].n_interaction;
    divide_issues(l, s);
    make_grid(s, &l->linked, l->n_linked_issue, l->linked_issue);
    make_grid(s, &l->row, l->n_row_issue, l->free_issue);
    make_grid(s, &l->column, l->n_free_issue - l->n_row_issue, l->free_issue + l->n_row_issue);
    l->n_linked = (size_t)l->linked.total;
    l->n_row = l->n_linked * (size_t)l->row.total;
    if (allocate(l, err) != OK || fill_linked(l, err) != OK)
        return err->code;
    fill_packages(l);
    return OK;
}

void layout_release(struct layout *l)
{
    free(l->linked_level);
    free(l->banned);
    free(l->holds);
    free(l->row_package);
    free(l->column_package);
    *l = (struct layout){ 0 };
}

static uint64_t index_among(const struct grid *g, const size_t issue[], const size_t level[])
{
    uint64_t index = 0;
    for (size_t i = 0; i < g->n; i++)
        index += level[issue[i]] * g->stride[i];
    return index;
}

size_t layout_cell(const struct layout *l, const size_t level[])
{
    const size_t decides = scenario_case_issue(l->scenario);
    uint64_t at_case = decides == NONE ? 0 : level[decides];
    uint64_t linked = at_case * l->n_linked + index_among(&l->linked, l->linked_issue, level);
    uint64_t row = linked * l->row.total + index_among(&l->row, l->free_issue, level);
    return (size_t)(row * l->n_column +
                    index_among(&l->column, l->free_issue + l->n_row_issue, level));
}

void layout_row_levels(const struct layout *l, size_t at_case, size_t row, size_t level[])
{
    const size_t n_table = l->scenario->n_table;
    const uint64_t free_row = row % l->row.total;
    const size_t c = at_case * l->n_linked + row / (size_t)l->row.total;

    memcpy(level, l->linked_level + c * n_table, n_table * sizeof *level);
    for (size_t i = 0; i < l->n_row_issue; i++)
        level[l->free_issue[i]] = grid_level(&l->row, free_row, i);
}

void layout_column_levels(const struct layout *l, size_t column, size_t level[])
{
    for (size_t i = l->n_row_issue; i < l->n_free_issue; i++)
        level[l->free_issue[i]] = grid_level(&l->column, column, i - l->n_row_issue);
}

enum error_code addends_init(struct addends *addends, const struct layout *l, struct error *err)
{
    const size_t n = l->n_case * l->scenario->n_veto;

    addends->linked = memory_alloc(n * l->n_linked, sizeof *addends->linked, err);
    addends->row = memory_alloc(n * l->n_row, sizeof *addends->row, err);
    addends->column = memory_alloc(n * l->n_column, sizeof *addends->column, err);
    return err->code;
}

void addends_release(struct addends *addends)
{
    free(addends->linked);
    free(addends->row);
    free(addends->column);
    *addends = (struct addends){ 0 };
}

double layout_lasts(const struct layout *l, const struct utility *w, size_t at_case, size_t j)
{
    return utility_lasts(w, j, l->linked_level + at_case * l->n_linked * l->scenario->n_table);
}

double layout_free_part(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                        size_t issue, size_t level)
{
    size_t slot = j * w->n_slot + w->first[issue] + level;
    double lasts = layout_lasts(l, w, at_case, j);

    return lasts == 1 ? utility_part(w, slot)
                      : utility_part(w, slot) + (1 - lasts) * w->leverage[slot];
}

/* Place i among the linked issues and the one that decides the case, or NONE. */
static size_t fixed_issue(const struct layout *l, size_t i)
{
    return i < l->n_linked_issue ? l->linked_issue[i] : scenario_case_issue(l->scenario);
}

/* utility_surplus, whose other terms layout_free_part adds. */
double layout_linked_part(const struct layout *l, const struct utility *w, size_t j, size_t c)
{
    const struct scenario *s = l->scenario;
    const size_t *level = l->linked_level + c * s->n_table, p = s->veto_player[j].party;
    const bool *holds = l->holds + l->first_hold[p] * l->n_case * l->n_linked;
    const struct stake *stake = &w->stake[j];
    double u = stake->off_table, leverage = 0;

    for (size_t i = 0; i <= l->n_linked_issue; i++) {
        const size_t k = fixed_issue(l, i);
        if (k == NONE)
            continue;
        size_t slot = j * w->n_slot + w->first[k] + level[k];
        u += utility_part(w, slot);
        leverage += w->leverage[slot];
    }
    for (size_t i = 0; i < s->party[p].n_interaction; i++)
        u += holds[i * l->n_case * l->n_linked + c] ? w->bonus[w->first_bonus[j] + i] : 0;
    double lasts = utility_lasts(w, j, level);
    if (lasts == 1)
        return u - stake->reservation;
    return u - stake->nothing + (1 - lasts) * (stake->after + leverage) - stake->refused;
}

size_t layout_linked_lines(const struct layout *l, const struct utility *w, size_t j, size_t c)
{
    const size_t *level = l->linked_level + c * l->scenario->n_table;
    size_t n = 0;

    for (size_t i = 0; i <= l->n_linked_issue; i++) {
        const size_t k = fixed_issue(l, i);
        n += k == NONE ? 0 : w->vetoed[j * w->n_slot + w->first[k] + level[k]];
    }
    return n;
}

/* sums[n]: of the parts of free issues over a grid of them; each issue in turn stretches what
 * is there, the last varying fastest. */
static void free_sums(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                      const struct grid *g, const size_t issue[], double sums[])
{
    size_t n = 1;

    sums[0] = 0;
    for (size_t i = g->n; i-- > 0;) {
        for (size_t level = g->size[i]; level-- > 0;) {
            double part = w->vetoed[j * w->n_slot + w->first[issue[i]] + level]
                              ? -INFINITY
                              : layout_free_part(l, w, at_case, j, issue[i], level);
            for (size_t at = 0; at < n; at++)
                sums[level * n + at] = sums[at] + part;
        }
        n *= g->size[i];
    }
}

/* The sums of the free issues stand in the first rows until all rows are made, which therefore
 * goes from the last row to the first. */
static void fill_rows(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                      const double linked[], double row[])
{
    const size_t n_free = (size_t)l->row.total;

    free_sums(l, w, at_case, j, &l->row, l->free_issue, row);
    for (size_t c = l->n_linked; c-- > 0;)
        for (size_t i = n_free; i-- > 0;)
            row[c * n_free + i] = linked[c] + row[i];
}

void addends_fill(struct addends *addends, const struct layout *l, const struct utility *w)
{
    const size_t n_veto = l->scenario->n_veto;

    for (size_t at_case = 0; at_case < l->n_case; at_case++)
        for (size_t j = 0; j < n_veto; j++) {
            const size_t part = at_case * n_veto + j;
            double *linked = addends->linked + part * l->n_linked;
            for (size_t i = 0; i < l->n_linked; i++) {
                const size_t c = at_case * l->n_linked + i;
                linked[i] = l->banned[c] || layout_linked_lines(l, w, j, c) > 0
                                ? -INFINITY
                                : layout_linked_part(l, w, j, c);
            }
            fill_rows(l, w, at_case, j, linked, addends->row + part * l->n_row);
            free_sums(l, w, at_case, j, &l->column, l->free_issue + l->n_row_issue,
                      addends->column + part * l->n_column);
        }
}
