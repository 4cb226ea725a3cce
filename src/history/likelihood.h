/* likelihood.h - how probable the answers on record are in one world */
#ifndef LIKELIHOOD_H
#define LIKELIHOOD_H

#include "appraisal.h"
#include "joint.h"

/* Stands for the log of 0, so that an answer that a world cannot give may be taken out again. */
#define LIKELIHOOD_NEVER (-1e5)

/* What is set from outside in place of what scenarios say; NAN: nothing. */
struct answering_set {
    double doubt, scale;
};

/* A thread's own room. */
struct likelihood {
    const struct joint *joint; /* borrowed */
    struct answering_set set;
    struct appraisal *appraisal; /* [history->n] */
};

/* To be released, whatever is returned.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code likelihood_init(struct likelihood *l, const struct joint *j,
                                const struct answering_set *set, struct error *err);
void likelihood_release(struct likelihood *l);

/* Where an answer stands in a world: how much more the party has of the proposal than is asked for,
 * in the reading that the answer asks for (-INFINITY across a red line); the chance that the other
 * answer was given; the scale of what nobody knows. */
struct standing {
    double margin, doubt, scale;
};

/* The probability of "accepts": e + (1 - 2 e) / (1 + exp(-margin / scale)); a step at scale 0, ties
 * being accepted. */
double standing_accepts(const struct standing *at);

/* The log probability of an answer on record, all answers that it counts together; 0 where it is
 * disputed. */
double standing_log(const struct standing *at, const struct recorded *answer);

/* The answers of a scenario in the world u[joint->n] of independent uniform numbers: standing[],
 * one for each of its answers.  theta, unless NULL, out: [n_parameter] its values, until the
 * next call.  world: for
 * errors.  Errors: those of draw_from. */
NODISCARD
enum error_code likelihood_ask(struct likelihood *l, size_t scenario, const double u[],
                               uint64_t world, struct standing standing[], const double **theta,
                               struct error *err);

#endif
