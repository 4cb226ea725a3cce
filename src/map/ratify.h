/* ratify.h - which bodies would pass each proposal, over many draws */
#ifndef RATIFY_H
#define RATIFY_H

#include "appraisal.h"
#include "histogram.h"

/* Whole-number cells for each proposal and body, which may be added over sets of draws. */
struct ratify {
    const struct scenario *scenario; /* borrowed */
    size_t n_body, n_bloc;           /* of all parties */
    uint64_t *cell;                  /* means, for each proposal: of bodies, then of blocs */
    uint64_t *stops;                 /* [n_proposal * n_body] draws in which it alone is against */
};

NODISCARD
enum error_code ratify_init(struct ratify *r, const struct scenario *s, struct error *err);
void ratify_release(struct ratify *r);

/* Adds another set of draws of the same scenario. */
void ratify_add(struct ratify *r, const struct ratify *more);

/* The share of draws in which a body (counted over all parties, in their order) agrees, and the
 * probability that a seat of a bloc votes for it: means (histogram.h). */
uint64_t *ratify_agrees(const struct ratify *r, size_t proposal, size_t body);
uint64_t *ratify_votes(const struct ratify *r, size_t proposal, size_t bloc);

/* Takes in the draw in `appraisal`. */
void ratify_take(struct ratify *r, const struct appraisal *appraisal);

#endif
