/* layout.c - the grid of packages as a box of rows and columns whose utilities add up */
#include "layout.h"

#include "interrupt.h"
#include "tally.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a draw costs, in visits to a row, when the free axes from `first` on are columns. */
static double cost(const struct layout *l, size_t first)
{
    /* Sorting one column's sum costs as much as 3.5 visits (measured: 3 to 4).  With phases a whole
     * row is solved at once, the longer the better. */
    const double column_cost = l->scenario->n_phase > 0 ? 0 : 3.5;
    double rows = links_combinations(&l->links, 0), columns = 1;

    for (size_t i = 0; i < l->n_free; i++)
        *(i < first ? &rows : &columns) *= (double)l->free[i].n;
    return columns <= TALLY_COLUMNS ? column_cost * columns + rows : INFINITY;
}

/* The issues of an axis of the grid join a list. */
static void add_issues(const struct scenario *s, size_t a, size_t *n, size_t issue[])
{
    for (size_t i = 0; i < s->grid.axis[a].n; i++)
        issue[(*n)++] = s->grid.axis[a].dimension[i];
}

/* A group, or with NONE an axis of the grid, becomes a free axis. */
static void add_free(struct layout *l, size_t group, size_t axis)
{
    const struct scenario *s = l->scenario;
    struct layout_axis *to = &l->free[l->n_free++];

    *to = (struct layout_axis){ .group = group, .axis = axis };
    if (group == NONE)
        add_issues(s, axis, &to->n_issue, to->issue);
    for (size_t a = 0; group != NONE && a < s->grid.n_axis; a++)
        if (l->links.group[a] == group)
            add_issues(s, a, &to->n_issue, to->issue);
    to->n = group == NONE ? s->grid.axis[axis].size : (size_t)links_combinations(&l->links, group);
}

/* Columns are the last free axes, as many as make a draw cheapest, groups left out. */
static void divide_issues(struct layout *l, const struct scenario *s)
{
    const size_t decides = scenario_case_issue(s);

    links_find(&l->links, s, LINKS_BY_WORTH);
    l->n_case = decides == NONE ? 1 : s->issue[decides].n_level;
    for (size_t g = 1; g < l->links.n; g++)
        add_free(l, g, 0);
    for (size_t a = 0; a < s->grid.n_axis; a++)
        if (l->links.group[a] == 0)
            add_issues(s, a, &l->n_linked_issue, l->linked_issue);
        else if (l->links.group[a] == NONE && (decides == NONE || a != s->grid.axis_of[decides]))
            add_free(l, NONE, a);
    l->n_row_axis = l->n_free;
    for (size_t first = l->n_free; first-- > l->links.n - 1;)
        if (cost(l, first) < cost(l, l->n_row_axis))
            l->n_row_axis = first;
    l->n_column = 1;
    for (size_t i = l->n_row_axis; i < l->n_free; i++)
        l->n_column *= l->free[i].n;
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

static void make_grid(struct grid *g, size_t n, const struct layout_axis axis[])
{
    size_t size[MAX_ISSUE];

    for (size_t i = 0; i < n; i++)
        size[i] = axis[i].n;
    grid_init(g, n, size); /* a part of the scenario's grid, which fits */
}

/* What combination `index` of some axes adds to the number of a package. */
static uint64_t package_of(const struct grid *g, const struct layout_axis axis[], uint64_t index)
{
    uint64_t package = 0;
    for (size_t i = 0; i < g->n; i++)
        package += axis[i].package[grid_level(g, index, i)];
    return package;
}

static size_t count_interactions(const struct scenario *s)
{
    size_t n = 0;
    for (size_t p = 0; p < s->n_party; p++)
        n += s->party[p].n_interaction;
    return n;
}

/* The interactions of a group: how many, and hold[], unless NULL. */
static size_t find_holds(const struct layout *l, size_t group, struct layout_hold hold[])
{
    const struct scenario *s = l->scenario;
    size_t n = 0;

    for (size_t p = 0; p < s->n_party; p++)
        for (size_t i = 0; i < s->party[p].n_interaction; i++) {
            if (links_of(&l->links, &s->party[p].interaction[i].when) != group)
                continue;
            if (hold)
                hold[n] = (struct layout_hold){ p, i };
            n++;
        }
    return n;
}

static enum error_code allocate_axis(const struct layout *l, struct layout_axis *axis,
                                     struct error *err)
{
    axis->level = memory_alloc(axis->n * axis->n_issue, sizeof *axis->level, err);
    axis->package = memory_alloc(axis->n, sizeof *axis->package, err);
    if (axis->group == NONE)
        return err->code;
    axis->n_hold = find_holds(l, axis->group, NULL);
    axis->banned = memory_alloc(l->n_case * axis->n, sizeof *axis->banned, err);
    axis->hold = memory_alloc(axis->n_hold, sizeof *axis->hold, err);
    axis->holds = memory_alloc(axis->n_hold * l->n_case * axis->n, sizeof *axis->holds, err);
    if (axis->hold)
        (void)find_holds(l, axis->group, axis->hold);
    return err->code;
}

static enum error_code allocate(struct layout *l, struct error *err)
{
    const struct scenario *s = l->scenario;
    const size_t n = l->n_case * l->n_linked, n_row = l->n_case * l->n_row;

    l->linked_level = memory_alloc(n * s->n_table, sizeof *l->linked_level, err);
    l->banned = memory_alloc(n, sizeof *l->banned, err);
    l->holds = memory_alloc(n * count_interactions(s), sizeof *l->holds, err);
    l->row_banned = memory_alloc(n_row, sizeof *l->row_banned, err);
    l->row_package = memory_alloc(n_row, sizeof *l->row_package, err);
    l->column_package = memory_alloc(l->n_column, sizeof *l->column_package, err);
    for (size_t i = 0; i < l->n_free; i++)
        if (allocate_axis(l, &l->free[i], err) != OK)
            return err->code;
    return err->code;
}

static void set_case(const struct scenario *s, size_t at_case, size_t level[])
{
    if (scenario_case_issue(s) != NONE)
        level[scenario_case_issue(s)] = at_case;
}

/* What a group bans, and which of its interactions hold, in combination `at`, at level[]. */
static void fill_group(const struct layout *l, struct layout_axis *axis, size_t at, size_t level[])
{
    const struct scenario *s = l->scenario;

    for (size_t c = 0; c < l->n_case; c++) {
        const size_t cell = c * axis->n + at;
        set_case(s, c, level);
        axis->banned[cell] = links_ban(&l->links, axis->group, level);
        for (size_t i = 0; i < axis->n_hold; i++) {
            const struct party *party = &s->party[axis->hold[i].party];
            axis->holds[i * l->n_case * axis->n + cell] =
                scenario_holds(s, &party->interaction[axis->hold[i].interaction].when, level);
        }
    }
    set_case(s, 0, level);
}

static enum error_code fill_axis(const struct layout *l, struct layout_axis *axis,
                                 struct error *err)
{
    const struct scenario *s = l->scenario;
    size_t level[MAX_ISSUE];

    grid_levels(&s->grid, 0, level);
    for (size_t at = 0; at < axis->n; at++) {
        if (interrupt_check(err) != OK)
            return err->code;
        if (axis->group == NONE)
            grid_put(&s->grid, axis->axis, at, level);
        for (size_t i = 0; i < axis->n_issue; i++)
            axis->level[at * axis->n_issue + i] = (uint16_t)level[axis->issue[i]];
        axis->package[at] = grid_index(&s->grid, level);
        if (axis->group == NONE)
            continue;
        fill_group(l, axis, at, level);
        (void)links_next(&l->links, axis->group, level);
    }
    return OK;
}

/* c runs over the combinations of linked issues of all cases. */
static enum error_code fill_linked(struct layout *l, struct error *err)
{
    const struct scenario *s = l->scenario;
    const size_t n = l->n_case * l->n_linked;
    size_t now[MAX_ISSUE];

    grid_levels(&s->grid, 0, now);
    for (size_t c = 0; c < n; c++) {
        size_t at = c;
        if (interrupt_check(err) != OK)
            return err->code;
        set_case(s, c / l->n_linked, now);
        memcpy(l->linked_level + c * s->n_table, now, s->n_table * sizeof *now);
        l->banned[c] = links_ban(&l->links, 0, now);
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t i = 0; i < s->party[p].n_interaction; i++, at += n) {
                const struct condition *when = &s->party[p].interaction[i].when;
                l->holds[at] = links_of(&l->links, when) == 0 && scenario_holds(s, when, now);
            }
        (void)links_next(&l->links, 0, now);
    }
    return OK;
}

/* Whether a free axis of a row bans it. */
static bool is_banned_by_axes(const struct layout *l, size_t at_case, uint64_t row)
{
    for (size_t i = 0; i < l->n_row_axis; i++)
        if (l->free[i].banned &&
            l->free[i].banned[at_case * l->free[i].n + grid_level(&l->row, row, i)])
            return true;
    return false;
}

static void fill_packages(struct layout *l)
{
    const struct scenario *s = l->scenario;
    const size_t n = l->n_case * l->n_linked;
    size_t i = 0;

    for (size_t c = 0; c < n; c++) {
        const uint64_t linked = grid_index(&s->grid, l->linked_level + c * s->n_table);
        for (uint64_t row = 0; row < l->row.total; row++, i++) {
            l->row_package[i] = linked + package_of(&l->row, l->free, row);
            l->row_banned[i] = l->banned[c] || is_banned_by_axes(l, c / l->n_linked, row);
        }
    }
    for (uint64_t column = 0; column < l->n_column; column++)
        l->column_package[column] = package_of(&l->column, l->free + l->n_row_axis, column);
}

/* How far cells are apart that differ by one combination of the axes of a group, or of one axis. */
static size_t set_strides(struct layout *l, size_t group, size_t axis, size_t unit)
{
    const struct grid *g = &l->scenario->grid;

    for (size_t a = g->n_axis; a-- > 0;)
        if (group == NONE ? a == axis : l->links.group[a] == group) {
            l->cell_stride[a] = unit;
            unit *= g->axis[a].size;
        }
    return unit;
}

static void find_strides(struct layout *l)
{
    const size_t decides = scenario_case_issue(l->scenario);
    size_t unit = 1;

    for (size_t i = l->n_free; i-- > 0;)
        unit = set_strides(l, l->free[i].group, l->free[i].axis, unit);
    unit = set_strides(l, 0, 0, unit);
    if (decides != NONE)
        l->cell_stride[l->scenario->grid.axis_of[decides]] = unit;
}

enum error_code layout_init(struct layout *l, const struct scenario *s, struct error *err)
{
    *l = (struct layout){ .scenario = s };
    for (size_t p = 1; p < s->n_party; p++)
        l->first_hold[p] = l->first_hold[p - 1] + s->party[p - 1].n_interaction;
    divide_issues(l, s);
    find_strides(l);
    make_grid(&l->row, l->n_row_axis, l->free);
    make_grid(&l->column, l->n_free - l->n_row_axis, l->free + l->n_row_axis);
    l->n_linked = (size_t)links_combinations(&l->links, 0);
    l->n_row = l->n_linked * (size_t)l->row.total;
    if (allocate(l, err) != OK || fill_linked(l, err) != OK)
        return err->code;
    for (size_t i = 0; i < l->n_free; i++)
        if (fill_axis(l, &l->free[i], err) != OK)
            return err->code;
    fill_packages(l);
    return OK;
}

void layout_release(struct layout *l)
{
    free(l->linked_level);
    free(l->banned);
    free(l->row_banned);
    free(l->holds);
    free(l->row_package);
    free(l->column_package);
    for (size_t i = 0; i < l->n_free; i++) {
        free(l->free[i].level);
        free(l->free[i].package);
        free(l->free[i].banned);
        free(l->free[i].hold);
        free(l->free[i].holds);
    }
    *l = (struct layout){ 0 };
}

size_t layout_linked(const struct layout *l, const size_t level[])
{
    return layout_cell(l, level) / ((size_t)l->row.total * l->n_column);
}

bool layout_holds(const struct layout *l, size_t p, size_t i, size_t linked, const size_t level[])
{
    const struct condition *when = &l->scenario->party[p].interaction[i].when;

    if (l->links.n > 1 && links_of(&l->links, when) > 0)
        return scenario_holds(l->scenario, when, level);
    return l->holds[(l->first_hold[p] + i) * l->n_case * l->n_linked + linked];
}

size_t layout_cell(const struct layout *l, const size_t level[])
{
    const struct grid *g = &l->scenario->grid;
    size_t cell = 0;

    for (size_t a = 0; a < g->n_axis; a++)
        cell += grid_at(g, a, level) * l->cell_stride[a];
    return cell;
}

static void put_levels(const struct layout_axis *axis, size_t at, size_t level[])
{
    for (size_t k = 0; k < axis->n_issue; k++)
        level[axis->issue[k]] = layout_axis_level(axis, at, k);
}

void layout_row_levels(const struct layout *l, size_t at_case, size_t row, size_t level[])
{
    const size_t n_table = l->scenario->n_table;
    const uint64_t free_row = row % l->row.total;
    const size_t c = at_case * l->n_linked + row / (size_t)l->row.total;

    memcpy(level, l->linked_level + c * n_table, n_table * sizeof *level);
    for (size_t i = 0; i < l->n_row_axis; i++)
        put_levels(&l->free[i], grid_level(&l->row, free_row, i), level);
}

void layout_column_levels(const struct layout *l, size_t column, size_t level[])
{
    for (size_t i = l->n_row_axis; i < l->n_free; i++)
        put_levels(&l->free[i], grid_level(&l->column, column, i - l->n_row_axis), level);
}

double layout_lasts(const struct layout *l, const struct utility *w, size_t at_case, size_t j)
{
    return utility_lasts(w, j, l->linked_level + at_case * l->n_linked * l->scenario->n_table);
}
