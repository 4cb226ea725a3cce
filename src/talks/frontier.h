/* frontier.h - the packages that could be agreed and that no other beats for all sides */
#ifndef FRONTIER_H
#define FRONTIER_H

#include "front.h"
#include "sides.h"

/* Some strategies are between two: talks of more refuse them. */
enum { PAIR = 2 };

/* Of two, best first for side 0, which is worst first for side 1; of more, in no order. */
struct frontier {
    size_t n, n_side;
    const double *gain;              /* [n * n_side] surplus */
    const uint64_t *package;         /* [n] */
    const struct scenario *scenario; /* whose rule says what would be agreed */
    struct front kept, all;
};

/* Finds the frontier of packages that are worth at least no deal to both sides now, or of several
 * to as many as could agree; what one that can be outvoted cannot agree to is a loss to it.  Time
 * grows with the number of packages.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code frontier_find(struct frontier *f, const struct sides *st, struct error *err);
void frontier_release(struct frontier *f);

/* The place of the package that is best for `side` among those that would be agreed when every
 * other side accepts what is worth at least need[] to it, or f->n when there is none.  Of two a
 * binary search, of more a look at all; of equals the lowest number. */
size_t frontier_best(const struct frontier *f, size_t side, const double need[]);

#endif
