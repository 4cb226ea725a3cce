/* addends.c - what the rows and columns of a layout are worth in a draw */
#include "addends.h"

#include <math.h>
#include <stdlib.h>

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

/* The bonuses of the interactions of a group that hold. */
static double bonuses(const struct layout *l, const struct utility *w, size_t j,
                      const struct layout_axis *axis, size_t cell)
{
    double sum = 0;

    for (size_t i = 0; i < axis->n_hold; i++)
        if (axis->hold[i].party == l->scenario->veto_player[j].party &&
            axis->holds[i * l->n_case * axis->n + cell])
            sum += w->bonus[w->first_bonus[j] + axis->hold[i].interaction];
    return sum;
}

double addends_free_part(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                         size_t i, size_t at)
{
    const struct layout_axis *axis = &l->free[i];
    const double lasts = layout_lasts(l, w, at_case, j);
    double part = 0;

    if (axis->banned && axis->banned[at_case * axis->n + at])
        return -INFINITY;
    for (size_t k = 0; k < axis->n_issue; k++) {
        const size_t slot =
            j * w->n_slot + w->first[axis->issue[k]] + layout_axis_level(axis, at, k);
        part += utility_part(w, slot) + (lasts == 1 ? 0 : (1 - lasts) * w->leverage[slot]);
    }
    return axis->n_hold > 0 ? part + bonuses(l, w, j, axis, at_case * axis->n + at) : part;
}

size_t addends_free_lines(const struct layout *l, const struct utility *w, size_t j, size_t i,
                          size_t at)
{
    const struct layout_axis *axis = &l->free[i];
    size_t n = 0;

    for (size_t k = 0; k < axis->n_issue; k++)
        n += w->vetoed[j * w->n_slot + w->first[axis->issue[k]] + layout_axis_level(axis, at, k)];
    return n;
}

/* Place i among the linked issues and the one that decides the case, or NONE. */
static size_t fixed_issue(const struct layout *l, size_t i)
{
    return i < l->n_linked_issue ? l->linked_issue[i] : scenario_case_issue(l->scenario);
}

/* utility_surplus, whose other terms addends_free_part adds. */
double addends_linked_part(const struct layout *l, const struct utility *w, size_t j, size_t c)
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

size_t addends_linked_lines(const struct layout *l, const struct utility *w, size_t j, size_t c)
{
    const size_t *level = l->linked_level + c * l->scenario->n_table;
    size_t n = 0;

    for (size_t i = 0; i <= l->n_linked_issue; i++) {
        const size_t k = fixed_issue(l, i);
        n += k == NONE ? 0 : w->vetoed[j * w->n_slot + w->first[k] + level[k]];
    }
    return n;
}

/* sums[n]: of the parts of the free axes from `first` on over a grid of them; each axis in turn
 * stretches what is there, the last varying fastest. */
static void free_sums(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                      const struct grid *g, size_t first, double sums[])
{
    size_t n = 1;

    sums[0] = 0;
    for (size_t i = g->n; i-- > 0;) {
        for (size_t level = l->free[first + i].n; level-- > 0;) {
            double part = addends_free_lines(l, w, j, first + i, level) > 0
                              ? -INFINITY
                              : addends_free_part(l, w, at_case, j, first + i, level);
            for (size_t at = 0; at < n; at++)
                sums[level * n + at] = sums[at] + part;
        }
        n *= l->free[first + i].n;
    }
}

/* The sums of the free issues stand in the first rows until all rows are made, which therefore
 * goes from the last row to the first. */
static void fill_rows(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                      const double linked[], double row[])
{
    const size_t n_free = (size_t)l->row.total;

    free_sums(l, w, at_case, j, &l->row, 0, row);
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
                linked[i] = l->banned[c] || addends_linked_lines(l, w, j, c) > 0
                                ? -INFINITY
                                : addends_linked_part(l, w, j, c);
            }
            fill_rows(l, w, at_case, j, linked, addends->row + part * l->n_row);
            free_sums(l, w, at_case, j, &l->column, l->n_row_axis,
                      addends->column + part * l->n_column);
        }
}
