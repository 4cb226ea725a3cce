/* impossible.c - pairs of levels that contradict each other and that no ban excludes */
#include "impossible.h"

#include "links.h"

/* Whether some combination of a group has these levels of issues k and other, where it is about
 * them, and is not banned. */
static bool is_open_in(const struct links *links, size_t g, const struct impossible *one, size_t i)
{
    const struct scenario *s = links->scenario;
    const size_t fixed[] = { one->issue, one->other }, to[] = { i, one->at };
    size_t level[MAX_ISSUE];
    bool fits;

    grid_levels(&s->grid, 0, level);
    do {
        fits = !links_ban(links, g, level);
        for (size_t f = 0; f < 2; f++)
            fits =
                fits && (links->group[s->grid.axis_of[fixed[f]]] != g || level[fixed[f]] == to[f]);
    } while (!fits && links_next(links, g, level));
    return fits;
}

/* Whether a combination of axis a has these levels of issues k and other, if it is about them. */
static bool axis_has(const struct grid *g, size_t a, const struct impossible *one, size_t i)
{
    const size_t fixed[] = { one->issue, one->other }, to[] = { i, one->at };

    for (size_t at = 0; at < g->axis[a].size; at++) {
        bool fits = true;
        for (size_t f = 0; f < 2; f++)
            fits = fits && (g->axis_of[fixed[f]] != a || grid_axis_level(g, at, fixed[f]) == to[f]);
        if (fits)
            return true;
    }
    return false;
}

/* Whether no ban excludes some package with level i of the issue and found->at of the other. */
static bool is_open(const struct scenario *s, const struct impossible *found, size_t i)
{
    struct links links;
    bool open = axis_has(&s->grid, s->grid.axis_of[found->issue], found, i) &&
                axis_has(&s->grid, s->grid.axis_of[found->other], found, i);

    links_find(&links, s, LINKS_BY_BANS);
    for (size_t g = 0; open && g < links.n; g++)
        open = is_open_in(&links, g, found, i);
    return open;
}

/* Whether level x of an issue contradicts the other issue's level: x is above `most`, or x is not
 * nothing although there is none of what it is counted for. */
static bool clashes(const struct issue *issue, double x, const struct impossible *found)
{
    return found->is_counted ? x != issue->nothing : x > found->most;
}

/* Counts the levels of found->issue that clash with level found->at of the other issue and that no
 * ban excludes; found->level is the first. */
static bool look(const struct scenario *s, struct impossible *found)
{
    const struct issue *issue = &s->issue[found->issue];

    found->n_level = 0;
    for (size_t i = issue->n_level; i-- > 0;) {
        if (!clashes(issue, issue->level[i], found) || !is_open(s, found, i))
            continue;
        found->level = i;
        found->n_level++;
    }
    return found->n_level > 0;
}

struct list {
    size_t n, room;
    struct impossible *found;
};

/* Compares issue k with each level of another: as a number that the level holds, or, with `held`
 * NULL, as what is counted per unit of it. */
static void compare(const struct scenario *s, size_t k, size_t other, const struct holding *held,
                    struct list *list)
{
    struct impossible one = { .issue = k, .other = other, .is_counted = !held };

    for (one.at = 0; one.at < s->issue[other].n_level; one.at++) {
        const double x = s->issue[other].level[one.at];
        one.most = held ? held->most[(size_t)x] : issue_units(&s->issue[k], x);
        if ((one.is_counted && one.most != 0) || !look(s, &one))
            continue;
        if (list->n < list->room)
            list->found[list->n] = one;
        list->n++;
    }
}

size_t scenario_impossible(const struct scenario *s, size_t room, struct impossible found[])
{
    struct list list = { 0, room, found };

    for (size_t k = 0; k < s->n_table; k++) {
        if (s->issue[k].per != NONE)
            compare(s, k, (size_t)s->issue[k].per, NULL, &list);
        for (size_t other = 0; other < s->n_table; other++)
            for (size_t i = 0; i < s->issue[other].n_holding; i++)
                if (s->issue[other].holding[i].issue == k)
                    compare(s, k, other, &s->issue[other].holding[i], &list);
    }
    return list.n;
}
