/* impossible.h - pairs of levels that contradict each other and that no ban excludes */
#ifndef IMPOSSIBLE_H
#define IMPOSSIBLE_H

#include "scenario.h"

/* Levels of one issue that a level of another issue rules out. */
struct impossible {
    size_t issue, level; /* the first such level of this issue, an index on the table */
    size_t n_level;      /* how many of its levels are ruled out */
    size_t other, at;    /* the other issue, and its level, an index on the table */
    bool is_counted;     /* counted `per` something of which there is none; else above `most` */
    double most;         /* how many the other's level holds */
};

/* Finds the levels of issues on the table that no package of the world can have together: an issue
 * with `per`, not at `nothing`, with a level of which there is none to count; and a number above
 * what a level `holds` of it.  Pairs that bans exclude from every package are left out.
 * Returns how many there are, in the order of issues, then of the other's levels; the first `room`
 * of them are in found.  For each pair of levels it visits only the combinations of issues that
 * `forbidden` is about. */
size_t scenario_impossible(const struct scenario *s, size_t room, struct impossible found[]);

#endif
