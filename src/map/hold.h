/* hold.h - what becomes of each proposal once it is signed, over many draws */
#ifndef HOLD_H
#define HOLD_H

#include "appraisal.h"
#include "histogram.h"

enum { HOLD_SPLITS = 6 }; /* at most so many equal phases are tried in place of the scenario's */

/* What is kept of a proposal, one kind after another: means (MEAN_CELLS cells, histogram.h) or
 * histograms (HISTOGRAM_CELLS).  Of steps: */
#define HOLD_LIST(X)                                                                               \
    X(GAP, HISTOGRAM_CELLS, "the penalty that would be needed, all later steps performed")         \
    X(NEEDS, HISTOGRAM_CELLS, "of that, beyond what breaking off costs the actor in any case")     \
    X(OWN, MEAN_CELLS, "what it costs in any case")                                                \
    X(GUARANTEE, MEAN_CELLS, "what the proposal adds to that")                                     \
    X(REACH, MEAN_CELLS, "reached")                                                                \
    X(DONE, MEAN_CELLS, "reached and performed")                                                   \
    X(UNDONE, MEAN_CELLS, "the last step at which the gap is not covered: it undoes the earlier")  \
    X(PAYS, MEAN_CELLS, "the gap is not covered: breaking off pays, all later steps performed")    \
    /* of phases and others: */                                                                    \
    X(ALIVE, HISTOGRAM_CELLS,                                                                      \
      "[2 (n_phase + 1)] after a phase's steps, and at its end; last: lasts")                      \
    X(DELIVERED, HISTOGRAM_CELLS, "[n_table n_phase] share of an issue by the end of a phase")     \
    X(KEPT, MEAN_CELLS, "[1] signed by all and performed to the end")                              \
    X(FOR_NOTHING, MEAN_CELLS, "[1] nothing would be performed, and nobody would lose by signing") \
    X(MISTRUSTS, MEAN_CELLS, "[n_party] refuses, and would not if nobody could break off")         \
    X(MISTRUSTED, MEAN_CELLS, "[n_party n_phase] ... because this phase undoes it")                \
    X(SPLIT, MEAN_CELLS,                                                                           \
      "[n_split HOLD_SPLIT_COUNT] with equal phases in place of the scenario's")                   \
    X(TRUST, HISTOGRAM_CELLS, "[2 n_pair] least belief with which one signs, and goes on")

enum hold_kind {
#define X(kind, cells, what) HOLD_##kind,
    HOLD_LIST(X)
#undef X
        HOLD_KINDS,
};
enum { HOLD_SPLIT_ACCEPTED, HOLD_SPLIT_COMPLETE, HOLD_SPLIT_GAP, HOLD_SPLIT_COUNT };

/* Whole-number cells, which may be added over sets of draws. */
struct hold {
    const struct scenario *scenario; /* borrowed; NULL without phases */
    size_t n_step, n_pair, n_split;
    struct step step[MAX_STEP];
    struct { /* who would have to trust whom */
        size_t signer, about;
    } pair[MAX_PARTY * MAX_PARTY];
    size_t first[HOLD_KINDS], n_cell; /* where kinds begin, of a proposal; its cells */
    uint64_t *cell;                   /* [n_proposal * n_cell] */
};

/* Without phases there is nothing to keep: it stays empty, and takes nothing in. */
NODISCARD
enum error_code hold_init(struct hold *h, const struct scenario *s, const struct implementation *c,
                          struct error *err);
void hold_release(struct hold *h);

/* Adds another set of draws of the same scenario; nothing when neither has phases. */
void hold_add(struct hold *h, const struct hold *more);

/* The bytes that a scenario's cells take, at most. */
double hold_bytes(const struct scenario *s);

/* The i-th mean or histogram of a kind. */
uint64_t *hold_at(const struct hold *h, size_t proposal, enum hold_kind kind, size_t i);

/* Places in kinds of two dimensions. */
size_t hold_alive(size_t phase, bool at_end);
size_t hold_of_phase(const struct hold *h, size_t what, size_t phase);
size_t hold_split(size_t split, int what); /* split from 1 */
size_t hold_trust(size_t pair, bool to_go_on);

/* The guarantee, beyond what breaking off costs in any case, with which a step would be kept in
 * nine of ten draws; NAN when it is more than 1. */
double hold_needs(const struct hold *h, size_t proposal, size_t step);

/* The step by which a proposal comes undone in most draws; the first of equals. */
size_t hold_weakest(const struct hold *h, size_t proposal);

/* A thread's own room. */
struct hold_space {
    struct implementation split[HOLD_SPLITS];
    struct implementation trusting; /* borrows its arrays from the appraisal */
};
NODISCARD
enum error_code hold_space_init(struct hold_space *space, const struct appraisal *appraisal,
                                struct error *err);
void hold_space_release(struct hold_space *space);

/* Takes in the draw in `appraisal`. */
void hold_take(struct hold *h, struct hold_space *space, const struct appraisal *appraisal);

#endif
