/* slice.h - one world of a population: asked, and moved */
#ifndef SLICE_H
#define SLICE_H

#include "likelihood.h"

/* A thread's own room, and which answers count how much. */
struct slice {
    gsl_rng *rng;
    struct likelihood likelihood;
    double *u, *nu, *tried;    /* [joint->n] */
    struct standing *standing; /* [n_answer] */
    double *log;               /* [history->n] */
    size_t date;               /* answers before this date count whole, */
    double temper;             /* those of it to this power, later ones not at all */
};

/* To be released, whatever is returned.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code slice_init(struct slice *s, const struct joint *j, const struct answering_set *set,
                           uint64_t seed, struct error *err);
void slice_release(struct slice *s);

/* Asks the scenarios from date `from` up to `to` in the world score[joint->n]: s->standing of their
 * answers, and s->log.  Errors: those of likelihood_ask. */
NODISCARD
enum error_code slice_ask(struct slice *s, const double score[], size_t from, size_t to,
                          uint64_t world, struct error *err);

/* Moves the world score[joint->n], whose answers have the log probabilities log_of[history->n],
 * both in place, once; s->rng is open at the move's stream.  Errors: those of likelihood_ask. */
NODISCARD
enum error_code slice_move(struct slice *s, double score[], double log_of[], uint64_t world,
                           struct error *err);

#endif
