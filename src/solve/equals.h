/* equals.h - the packages that are as good to all veto players as a best one */
#ifndef EQUALS_H
#define EQUALS_H

#include "term_order.h"
#include "zone.h"

/* Packages that bring every veto player the same, within TIE, as some points of a front. */
struct equals {
    const struct layout *layout; /* borrowed */
    double n;                    /* how many there are */
    double *with;                /* [order.n_slot] how many of them have each level */
    struct term_order order;     /* its slots are those of utility.h */

    /* The packages as a graph with a combination on each edge: a way from a root to a leaf is one
     * of them. */
    struct equals_node *node;
    struct equals_edge *edge;
    struct equals_leaf *leaf;
    size_t n_node, n_edge, n_leaf, room_node, room_edge, room_leaf;
};

NODISCARD
enum error_code equals_init(struct equals *e, const struct layout *l, struct error *err);
void equals_release(struct equals *e);

/* Finds the packages that are as good as the points at[n] of zone->now, and counts them and their
 * levels.  In a zone that zone_find made for all veto players the search goes back from the last
 * free axis to the first: a combination belongs to a way when the gains without it are a point of
 * the partial front before.  Time grows with the levels and with the number of nodes, not with the
 * number of packages.  In a zone made by front_offer it reads the chains of the front (front.h).
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code equals_find(struct equals *e, const struct zone *zone,
                            const struct appraisal *appraisal, size_t n, const size_t at[],
                            struct error *err);

/* The package at share u, in [0, 1), of the way through those found, in an order that their terms
 * alone decide, not the order of levels or parties. */
uint64_t equals_at(struct equals *e, double u);

#endif
