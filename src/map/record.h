/* record.h - how often the model accepts each proposal, in each reading of an answer */
#ifndef RECORD_H
#define RECORD_H

#include "appraisal.h"

/* Whole numbers, which may be added over sets of draws. */
struct record {
    const struct scenario *scenario; /* borrowed */
    uint64_t *accepts;               /* [n_proposal * n_party * READ_COUNT] draws */
};

NODISCARD
enum error_code record_init(struct record *r, const struct scenario *s, struct error *err);
void record_release(struct record *r);

/* Adds another set of draws of the same scenario. */
void record_add(struct record *r, const struct record *more);

/* Takes in the draw in `appraisal`, where the scenario has answers. */
void record_take(struct record *r, const struct appraisal *appraisal);

/* The draws in which party p accepts a proposal in a reading (answer.h). */
uint64_t record_accepts(const struct record *r, size_t proposal, size_t p, size_t reading);

/* The share of n draws in which the model gives party p's recorded answer to a proposal in the
 * reading that it asks for, its doubt aside; NAN of one that is disputed, or not there. */
double record_gives(const struct record *r, size_t proposal, size_t p, uint64_t n);

#endif
