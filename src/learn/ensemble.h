/* ensemble.h - many worlds, what is answered in each, and how much each counts */
#ifndef ENSEMBLE_H
#define ENSEMBLE_H

#include "likelihood.h"
#include "pool.h"
#include "weighted.h"

/* Worlds drawn from what the scenarios say; or, is_posterior, from what the record leaves of them.
 */
struct ensemble {
    /* set by the caller */
    const struct joint *joint; /* borrowed */
    struct answering_set set;
    size_t n;
    uint64_t seed;
    const double *score; /* [n * joint->n] normal scores of the worlds, borrowed; NULL: draws 0 to
                            n - 1 of the seed */
    bool is_posterior;
    bool wants_values;
    /* made by ensemble_fill */
    struct standing *standing; /* [n * n_answer] a world a row */
    double *log;               /* [n * n_answer] log probability of each answer on record */
    double *total;             /* [n] of all answers */
    double *value;             /* [n * joint->n] with wants_values */
};

/* Asks all scenarios in all worlds.  job: as for map_run.  Results do not depend on the number of
 * threads.  Errors: those of likelihood_ask; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code ensemble_fill(struct ensemble *e, struct pool_job *job, int threads,
                              struct error *err);
void ensemble_release(struct ensemble *e);

/* Sums what a world's answers say, after a change of e->log. */
void ensemble_add_up(const struct ensemble *e, size_t world);

/* The bytes of one world. */
double ensemble_world_bytes(const struct joint *j, bool wants_values);

/* Answers that are left out: NONE for none of a kind. */
struct left_out {
    size_t answer;
    size_t group;     /* those of all scenarios of a group (history.h) */
    size_t from_date; /* those of this date and later */
};
extern const struct left_out left_out_none;

/* Weights w[n], out, which sum to 1, given all answers but those left out. */
struct weighed ensemble_weigh(const struct ensemble *e, const struct left_out *out, double w[]);

/* The probability that an answer is "accepts", in worlds that count w[n]; NULL: all alike. */
double ensemble_chance(const struct ensemble *e, size_t answer, const double w[]);

#endif
