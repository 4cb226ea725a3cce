/* moved.h - what the record teaches about each number */
#ifndef MOVED_H
#define MOVED_H

#include "learned.h"

struct known_number {
    double mean, sd, q05, q50, q95;
};

struct moved_number {
    struct known_number prior, posterior;
    double moved, low, high; /* of the mean, in the prior's sds, with an interval of 95 % for what
                                sampling leaves open */
    double shrinks;          /* 1 - sd after / sd before; below 0 where the doubt grows */
};

struct moved {
    size_t n;
    struct moved_number *number; /* [n] as in joint */
    size_t *order;               /* [n] those whose interval is furthest from 0 first */
};

/* To be released, whatever is returned.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code moved_find(struct moved *m, const struct learned *l, struct error *err);
void moved_release(struct moved *m);

/* How far a number is known to have moved: the end of its interval that is nearer to 0; 0 where the
 * interval has 0 in it. */
double moved_surely(const struct moved_number *number);

#endif
