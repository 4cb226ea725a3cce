/* term_order.h - packages in an order that their terms alone decide */
#ifndef TERM_ORDER_H
#define TERM_ORDER_H

#include "layout.h"

/* The levels of each issue in an order that does not depend on how they are written down: numbers
 * as they rise, names by the alphabet.  Combinations are ordered by the places of their levels, the
 * first issue first. */
struct term_order {
    const struct layout *layout;     /* borrowed */
    size_t n_slot, first[MAX_ISSUE]; /* slots as in utility.h */
    size_t *place;                   /* [n_slot] of each level */
    size_t *rank[MAX_ISSUE];         /* [size of the grid's axis] the place of each combination */
    size_t *in_order[MAX_ISSUE];     /* [size of the free axis] which combination is there */
};

NODISCARD
enum error_code term_order_init(struct term_order *o, const struct layout *l, struct error *err);
void term_order_release(struct term_order *o);

#endif
