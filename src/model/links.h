/* links.h - which issues are linked: what one level allows, or is worth, depends on another's */
#ifndef LINKS_H
#define LINKS_H

#include "scenario.h"

enum links_by {
    LINKS_BY_BANS,  /* what counts packages */
    LINKS_BY_WORTH, /* and interactions, what breaking off costs, how long phases are; within a
                       case: the issue that decides what lasts links nothing */
};

/* Axes of the scenario's grid in groups: those of a group are linked, different groups are not.
 * Group 0 has the most combinations and is always there, without an axis where nothing is linked;
 * what is about no axis of any group belongs to it. */
struct links {
    const struct scenario *scenario; /* borrowed */
    size_t n;
    size_t group[MAX_ISSUE]; /* [n_axis] or NONE: nothing is about it */
};
void links_find(struct links *l, const struct scenario *s, enum links_by by);

/* The group that a condition belongs to. */
size_t links_of(const struct links *l, const struct condition *when);

/* The combinations of the axes of a group, banned ones included. */
double links_combinations(const struct links *l, size_t g);

/* Moves level[n_table] on to the next combination of a group, the last axis fastest; false when
 * that was the last, and all of its axes are back at their first combination. */
bool links_next(const struct links *l, size_t g, size_t level[]);

/* Whether a ban that belongs to the group takes this package off the table. */
bool links_ban(const struct links *l, size_t g, const size_t level[]);

#endif
