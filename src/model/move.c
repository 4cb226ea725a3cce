/* move.c - a package with one term changed, and what a rule on sums then changes with it */
#include "move.h"

#include <string.h>

/* How far a combination is: levels changed, and steps of these. */
struct distance {
    size_t changed, steps;
};

static struct distance distance_of(const struct scenario *s, const struct grid_axis *axis,
                                   const size_t level[], size_t at)
{
    struct distance d = { 0, 0 };

    for (size_t i = 0; i < axis->n; i++) {
        const size_t was = level[axis->dimension[i]],
                     is = grid_axis_level(&s->grid, at, axis->dimension[i]);
        d.changed += was != is;
        d.steps += was > is ? was - is : is - was;
    }
    return d;
}

static bool is_nearer(const struct distance *a, const struct distance *b)
{
    return a->changed != b->changed ? a->changed < b->changed : a->steps < b->steps;
}

/* Whether a combination keeps what is fixed, and has no closed level. */
static bool fits(const struct scenario *s, const struct grid_axis *axis, const size_t level[],
                 const struct move_limits *limits, size_t at)
{
    for (size_t i = 0; i < axis->n; i++) {
        const size_t k = axis->dimension[i], is = grid_axis_level(&s->grid, at, k);
        if ((limits->fixed && limits->fixed[k] && is != level[k]) ||
            (limits->closed && limits->closed[limits->first[k] + is]))
            return false;
    }
    return true;
}

/* The nearest combination in which one level changes: there is one most often. */
static size_t with_one_change(const struct scenario *s, size_t a, const size_t level[],
                              const struct move_limits *limits)
{
    const struct grid_axis *axis = &s->grid.axis[a];
    struct distance best = { SIZE_MAX, 0 };
    size_t changed[MAX_ISSUE], nearest = SIZE_MAX;

    memcpy(changed, level, s->n_table * sizeof *changed);
    for (size_t i = 0; i < axis->n; i++) {
        const size_t k = axis->dimension[i];
        for (size_t l = 0; !(limits->fixed && limits->fixed[k]) && l < s->issue[k].n_level; l++) {
            const struct distance d = { 1, l > level[k] ? l - level[k] : level[k] - l };
            changed[k] = l;
            const size_t at = is_nearer(&d, &best) ? grid_find(&s->grid, a, changed) : SIZE_MAX;
            if (at == SIZE_MAX || !fits(s, axis, level, limits, at))
                continue;
            nearest = at;
            best = d;
        }
        changed[k] = level[k];
    }
    return nearest;
}

static size_t among_all(const struct scenario *s, size_t a, const size_t level[],
                        const struct move_limits *limits)
{
    const struct grid_axis *axis = &s->grid.axis[a];
    struct distance best = { SIZE_MAX, SIZE_MAX };
    size_t nearest = SIZE_MAX;

    for (size_t at = 0; at < axis->size; at++) {
        if (!fits(s, axis, level, limits, at))
            continue;
        const struct distance d = distance_of(s, axis, level, at);
        nearest = is_nearer(&d, &best) ? at : nearest;
        best = is_nearer(&d, &best) ? d : best;
    }
    return nearest;
}

bool move_is_nearer(const struct scenario *s, size_t a, size_t from, size_t x, size_t y)
{
    const struct grid_axis *axis = &s->grid.axis[a];
    size_t level[MAX_ISSUE];

    grid_put(&s->grid, a, from, level);
    const struct distance to_x = distance_of(s, axis, level, x),
                          to_y = distance_of(s, axis, level, y);
    return is_nearer(&to_x, &to_y);
}

/* The combination of axis a within the limits that is nearest to level[n_table], whose levels need
 * not be one: as few of them change as can be, then by as few steps, then the first such.  SIZE_MAX
 * where there is none. */
static size_t nearest(const struct scenario *s, size_t a, const size_t level[],
                      const struct move_limits *limits)
{
    size_t at = grid_find(&s->grid, a, level);

    if (at != SIZE_MAX && fits(s, &s->grid.axis[a], level, limits, at))
        return at;
    at = with_one_change(s, a, level, limits);
    return at == SIZE_MAX ? among_all(s, a, level, limits) : at;
}

bool move_all(const struct scenario *s, const struct move_limits *limits, size_t level[])
{
    for (size_t a = 0; a < s->grid.n_axis; a++) {
        const size_t at = s->grid.axis[a].list ? nearest(s, a, level, limits) : 0;
        if (at == SIZE_MAX)
            return false;
        if (s->grid.axis[a].list)
            grid_put(&s->grid, a, at, level);
    }
    return true;
}

size_t move_at(const struct scenario *s, const size_t level[], size_t k, size_t to)
{
    const size_t a = s->grid.axis_of[k];
    bool fixed[MAX_ISSUE] = { false };
    size_t changed[MAX_ISSUE];

    if (!s->grid.axis[a].list)
        return to;
    memcpy(changed, level, s->n_table * sizeof *changed);
    changed[k] = to;
    fixed[k] = true;
    return nearest(s, a, changed, &(struct move_limits){ .fixed = fixed });
}

bool move_to(const struct scenario *s, const size_t level[], size_t k, size_t to, size_t to_level[])
{
    const size_t at = move_at(s, level, k, to);

    memcpy(to_level, level, s->n_table * sizeof *to_level);
    if (at == SIZE_MAX)
        return false;
    grid_put(&s->grid, s->grid.axis_of[k], at, to_level);
    return !scenario_bans(s, to_level, NULL);
}

enum error_code move_table(const struct scenario *s, const size_t level[], struct arena *arena,
                           uint32_t ***table, struct error *err)
{
    *table = NULL;
    for (size_t k = 0; k < s->n_table; k++) {
        if (!s->grid.axis[s->grid.axis_of[k]].list)
            continue;
        *table = *table ? *table : arena_alloc(arena, s->n_table, sizeof **table);
        uint32_t *row = *table ? arena_alloc(arena, s->issue[k].n_level, sizeof *row) : NULL;
        if (!row)
            return error_set(err, ERR_MEMORY, "not enough memory for the moves of a proposal");
        (*table)[k] = row;
        for (size_t l = 0; l < s->issue[k].n_level; l++) {
            const size_t at = move_at(s, level, k, l);
            row[l] = at == SIZE_MAX ? UINT32_MAX : (uint32_t)at;
        }
    }
    return OK;
}

bool move_by(const struct scenario *s, uint32_t *const *table, size_t k, size_t to, size_t level[])
{
    level[k] = to;
    if (!table || !table[k])
        return !scenario_bans(s, level, NULL);
    if (table[k][to] == UINT32_MAX)
        return false;
    grid_put(&s->grid, s->grid.axis_of[k], table[k][to], level);
    return !scenario_bans(s, level, NULL);
}
