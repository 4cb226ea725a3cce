/* impossible.h - levels that rule each other out by what they hold, and that nothing forbids */
#ifndef IMPOSSIBLE_H
#define IMPOSSIBLE_H

#include "scenario.h"

/* Levels of one issue that are on the table with a level of another and cannot be. */
struct impossible {
    size_t issue, level; /* the first such level of this issue, an index on the table */
    size_t n_level;      /* how many of its levels cannot be */
    size_t other, at;    /* the other issue, and its level, an index on the table */
    bool is_counted;     /* it is counted for each of none; else it is more than the other holds */
    double most;         /* how many that holds */
};

/* Finds the levels of issues on the table that no package of the world can have together: an issue
 * with `per`, not at `nothing`, with a level of which there is none to count; and a number above
 * what a level `holds` of it.  What is forbidden in every package that has both is left out.
 * Returns how many there are, in the order of issues, then of the other's levels; the first `room`
 * of them are in found.  Takes a look at no more packages than `forbidden` links, for each pair of
 * levels. */
size_t scenario_impossible(const struct scenario *s, size_t room, struct impossible found[]);

#endif
