/* frontier.h - the packages that two parties could agree on and that no other beats for both */
#ifndef FRONTIER_H
#define FRONTIER_H

#include "front.h"
#include "sides.h"

/* Some strategies are between two: talks of more refuse them. */
enum { PAIR = 2 };

/* Best first for side 0, which is worst first for side 1. */
struct frontier {
    size_t n;
    const double *gain;      /* [n * PAIR] surplus of both sides */
    const uint64_t *package; /* [n] */
    struct front kept, all;
};

/* Finds the frontier of packages that are worth at least no deal to both sides now.  Time grows
 * with the number of packages.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code frontier_find(struct frontier *f, const struct sides *st, struct error *err);
void frontier_release(struct frontier *f);

/* The place of the package that is best for `side` among those worth at least `need` to the other,
 * or f->n when there is none: a binary search. */
size_t frontier_best(const struct frontier *f, size_t side, double need);

#endif
