/* move.h - a package with one term changed, and what a rule on sums then changes with it */
#ifndef MOVE_H
#define MOVE_H

#include "scenario.h"

/* What a move may not change, and where it may not lead; NULL for no such limit. */
struct move_limits {
    const bool *fixed;   /* [n_table] issues that keep their level */
    const bool *closed;  /* [slots] levels that are not to be had */
    const size_t *first; /* [n_table] an issue's first slot in closed */
};

/* Whether combination x of axis a is nearer than y to combination `from`: fewer terms differ, or as
 * many by fewer steps. */
bool move_is_nearer(const struct scenario *s, size_t a, size_t from, size_t x, size_t y);

/* Moves level[n_table] to the nearest combinations of all axes that rules have joined; false where
 * one has none. */
bool move_all(const struct scenario *s, const struct move_limits *limits, size_t level[]);

/* The combination of issue k's axis that is nearest to level[n_table] with issue k at level `to`;
 * SIZE_MAX where there is none. */
size_t move_at(const struct scenario *s, const size_t level[], size_t k, size_t to);

/* The package with that combination: to_level[n_table].  False where there is none, or it is
 * banned. */
bool move_to(const struct scenario *s, const size_t level[], size_t k, size_t to,
             size_t to_level[]);

/* move_at for all levels of all issues that rules join, in the arena: *table [n_table][n_level],
 * NULL for other issues; NULL where no rule joins any. Errors: ERR_MEMORY. */
NODISCARD
enum error_code move_table(const struct scenario *s, const size_t level[], struct arena *arena,
                           uint32_t ***table, struct error *err);

/* Sets issue k to level `to` in level[n_table], a package of the grid or one that leaves terms
 * open, as a table of moves says; false where that is no package. */
bool move_by(const struct scenario *s, uint32_t *const *table, size_t k, size_t to, size_t level[]);

#endif
