/* piece.c - a smaller negotiation of the same kind, to measure what the whole one costs */
#include "piece.h"

#include "move.h"

#include <string.h>

/* Halves the axis with the most combinations, again and again: the first of a list are a list. */
static void cut_axes(struct grid_axis axis[], size_t n, double most)
{
    size_t largest = 0;
    double packages = 1;

    for (size_t a = 0; a < n; a++)
        packages *= (double)axis[a].size;
    while (packages > most) {
        for (size_t a = 0; a < n; a++)
            largest = axis[a].size > axis[largest].size ? a : largest;
        packages /= (double)axis[largest].size;
        axis[largest].size = (axis[largest].size + 1) / 2;
        packages *= (double)axis[largest].size;
    }
}

/* Makes the grid, and cuts the levels of issues that are an axis by themselves. */
static void cut_levels(struct scenario *s, struct issue issue[], double most)
{
    struct grid_axis axis[MAX_ISSUE];
    const size_t n = s->grid.n_axis;

    memcpy(axis, s->grid.axis, n * sizeof *axis);
    cut_axes(axis, n, most);
    for (size_t a = 0; a < n; a++)
        if (!axis[a].list)
            issue[axis[a].dimension[0]].n_level = axis[a].size;
    grid_join(&s->grid, n, axis); /* smaller than one that fits */
}

/* A proposal's package keeps to what is left: else its last combination. */
static void cut_package(const struct scenario *s, size_t level[])
{
    for (size_t a = 0; a < s->grid.n_axis; a++)
        if (grid_find(&s->grid, a, level) == SIZE_MAX)
            grid_put(&s->grid, a, s->grid.axis[a].size - 1, level);
}

static enum error_code copy_proposals(struct piece *piece, struct error *err)
{
    struct scenario *s = &piece->scenario;
    struct proposal *proposal = arena_alloc(&piece->arena, s->n_proposal, sizeof *proposal);

    for (size_t i = 0; proposal && i < s->n_proposal; i++) {
        proposal[i] = s->proposal[i];
        size_t *level = arena_alloc(&piece->arena, s->n_table, sizeof *level);
        if (!level)
            return error_set(err, ERR_MEMORY, "not enough memory for a piece of the scenario");
        memcpy(level, s->proposal[i].package, s->n_table * sizeof *level);
        cut_package(s, level);
        proposal[i].level = proposal[i].package = level;
        proposal[i].vague = NULL;
        if (move_table(s, level, &piece->arena, &proposal[i].move, err) != OK)
            return err->code;
    }
    s->proposal = proposal;
    return proposal ? OK
                    : error_set(err, ERR_MEMORY, "not enough memory for a piece of the scenario");
}

enum error_code piece_init(struct piece *piece, const struct scenario *s, double most,
                           struct error *err)
{
    *piece = (struct piece){ .scenario = *s };
    piece->scenario.talks = NULL;
    piece->scenario.n_vague = 0;
    piece->scenario.sobol = NULL; /* any number of draws */
    struct issue *issue = arena_alloc(&piece->arena, s->n_issue, sizeof *issue);
    if (!issue)
        return error_set(err, ERR_MEMORY, "not enough memory for a piece of the scenario");
    memcpy(issue, s->issue, s->n_issue * sizeof *issue);
    piece->scenario.issue = issue;
    cut_levels(&piece->scenario, issue, most);
    return copy_proposals(piece, err);
}

void piece_release(struct piece *piece)
{
    arena_release(&piece->arena);
    *piece = (struct piece){ .arena = { 0 } };
}
