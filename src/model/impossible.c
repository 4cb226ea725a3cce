/* impossible.c - pairs of levels that contradict each other and that no ban excludes */
#include "impossible.h"

/* Whether no ban excludes some package with the levels of issues k and other in level[]. */
static bool is_open(const struct scenario *s, size_t k, size_t other, size_t level[])
{
    bool moves[MAX_ISSUE] = { false };
    bool open = false, more = true;

    for (size_t i = 0; i < s->n_ban; i++)
        condition_issues(&s->ban[i].when, moves);
    moves[k] = moves[other] = false;
    while (more) {
        open = open || !scenario_bans(s, level, NULL);
        more = scenario_next(s, moves, level) && !open;
    }
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
        size_t level[MAX_ISSUE] = { 0 };
        level[found->issue] = i;
        level[found->other] = found->at;
        if (!clashes(issue, issue->level[i], found) ||
            !is_open(s, found->issue, found->other, level))
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
