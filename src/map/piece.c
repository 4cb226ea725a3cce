/* piece.c - a smaller negotiation of the same kind, to measure what the whole one costs */
#include "piece.h"

#include <string.h>

static double combinations(const struct scenario *s)
{
    double n = 1;
    for (size_t k = 0; k < s->n_table; k++)
        n *= (double)s->issue[k].n_level;
    return n;
}

/* Halves the issue with the most levels, again and again. */
static void cut_levels(const struct scenario *s, struct issue issue[], double most)
{
    size_t largest = 0;

    while (combinations(s) > most) {
        for (size_t k = 0; k < s->n_table; k++)
            largest = issue[k].n_level > issue[largest].n_level ? k : largest;
        issue[largest].n_level = (issue[largest].n_level + 1) / 2;
    }
}

static enum error_code copy_proposals(struct piece *piece, struct error *err)
{
    struct scenario *s = &piece->scenario;
    struct proposal *proposal = arena_alloc(&piece->arena, s->n_proposal, sizeof *proposal);

    for (size_t i = 0; proposal && i < s->n_proposal; i++) {
        proposal[i] = s->proposal[i];
        size_t *level = arena_alloc(&piece->arena, s->n_table, sizeof *level);
        for (size_t k = 0; level && k < s->n_table; k++)
            level[k] = s->proposal[i].package[k] < s->issue[k].n_level ? s->proposal[i].package[k]
                                                                       : s->issue[k].n_level - 1;
        proposal[i].level = proposal[i].package = level;
        proposal[i].vague = NULL;
        if (!level)
            return error_set(err, ERR_MEMORY, "not enough memory for a piece of the scenario");
    }
    s->proposal = proposal;
    return proposal ? OK
                    : error_set(err, ERR_MEMORY, "not enough memory for a piece of the scenario");
}

enum error_code piece_init(struct piece *piece, const struct scenario *s, double most,
                           struct error *err)
{
    size_t size[MAX_ISSUE];

    *piece = (struct piece){ .scenario = *s };
    piece->scenario.talks = NULL;
    piece->scenario.n_vague = 0;
    struct issue *issue = arena_alloc(&piece->arena, s->n_issue, sizeof *issue);
    if (!issue)
        return error_set(err, ERR_MEMORY, "not enough memory for a piece of the scenario");
    memcpy(issue, s->issue, s->n_issue * sizeof *issue);
    piece->scenario.issue = issue;
    cut_levels(&piece->scenario, issue, most);
    for (size_t k = 0; k < s->n_table; k++)
        size[k] = issue[k].n_level;
    grid_init(&piece->scenario.grid, s->n_table, size); /* smaller than one that fits */
    return copy_proposals(piece, err);
}

void piece_release(struct piece *piece)
{
    arena_release(&piece->arena);
    *piece = (struct piece){ .arena = { 0 } };
}
