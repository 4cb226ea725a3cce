/* effects_sums.h - where the sums of an output stand: what effects.c adds up and estimates.c reads
 */
#ifndef EFFECTS_SUMS_H
#define EFFECTS_SUMS_H

#include "effects.h"
#include "pick_freeze.h"

/* In this order, of one output: struct pick_spread as three numbers; for each input the squares of
 * its changes; for each group the same; for each group its part of a walk from a to b; for each bin
 * the outputs in it. */
enum { SUM_SPREAD = 0, SUM_INPUT = 3 };

static inline size_t sum_of_group(const struct effects *e, size_t group)
{
    return SUM_INPUT + e->model->n_input + group;
}

static inline size_t sum_of_walk(const struct effects *e, size_t group)
{
    return sum_of_group(e, e->n_group) + group;
}

static inline size_t sum_of_bin(const struct effects *e, size_t bin)
{
    return sum_of_walk(e, e->n_group) + bin;
}

/* Estimates all there is to estimate, into e->found.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code estimates_find(struct effects *e, struct error *err);

#endif
