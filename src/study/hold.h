/* hold.h - what becomes of each proposal once it is signed, over many draws */
#ifndef HOLD_H
#define HOLD_H

#include "deal.h"
#include "spread.h"

enum { HOLD_SPLITS = 6 }; /* at most so many equal phases are tried in place of the scenario's */

/* Whole-number cells for each proposal of a scenario with phases, which may be added over sets of
 * draws; "spread" is SPREAD_CELLS of them (spread.h).  A summand is a spread of which only the
 * mean is of interest. */
struct hold {
    const struct scenario *scenario; /* borrowed */
    size_t n_step, n_pair, n_split;
    struct step step[MAX_STEP];
    struct { /* who would have to trust whom */
        size_t signer, about;
    } pair[MAX_PARTY * MAX_PARTY];
    size_t n_spread; /* of a proposal */
    uint64_t *cell;  /* [n_proposal * n_spread * SPREAD_CELLS] */
};

NODISCARD
enum error_code hold_init(struct hold *h, const struct scenario *s, const struct course *c,
                          struct error *err);
void hold_release(struct hold *h);

/* Adds another set of draws of the same scenario; nothing when neither has phases. */
void hold_add(struct hold *h, const struct hold *more);

/* The spreads of a proposal. */
uint64_t *hold_gap(const struct hold *h, size_t proposal, size_t step);
uint64_t *hold_penalty(const struct hold *h, size_t proposal, size_t step);
uint64_t *hold_performs(const struct hold *h, size_t proposal, size_t step);
uint64_t *hold_reach(const struct hold *h, size_t proposal, size_t step);
uint64_t *hold_done(const struct hold *h, size_t proposal, size_t step); /* reached and performed */
/* Alive: after what is performed in a phase; at the phase's end; and once more, after the last,
 * if the agreement lasts: phase = n_phase. */
uint64_t *hold_alive(const struct hold *h, size_t proposal, size_t phase, bool at_end);
/* The share of an issue that is delivered by the end of a phase. */
uint64_t *hold_delivered(const struct hold *h, size_t proposal, size_t issue, size_t phase);
/* Signed by all and carried out to the end. */
uint64_t *hold_kept(const struct hold *h, size_t proposal);
/* Whether a party refuses that would accept if nobody could break off, and it is by this phase that
 * the agreement would come undone. */
uint64_t *hold_mistrusts(const struct hold *h, size_t proposal, size_t party, size_t phase);
/* In `split` equal phases, 1 to n_split: accepted by all, carried out, the widest gap. */
uint64_t *hold_split(const struct hold *h, size_t proposal, size_t split, int what);
enum { HOLD_SPLIT_ACCEPTED, HOLD_SPLIT_COMPLETE, HOLD_SPLIT_GAP, HOLD_SPLIT_COUNT };
/* The least belief that `about` keeps its word with which `signer` signs, and with which it
 * performs all that is its turn; above 1: none is enough. */
uint64_t *hold_trust(const struct hold *h, size_t proposal, size_t pair, bool to_go_on);

/* A thread's own room. */
struct hold_space {
    struct course split[HOLD_SPLITS];
    struct course trusting; /* borrows its arrays from the deal */
};
NODISCARD
enum error_code hold_space_init(struct hold_space *space, const struct deal *deal,
                                struct error *err);
void hold_space_release(struct hold_space *space);

/* Takes in the draw in `deal`. */
void hold_take(struct hold *h, struct hold_space *space, const struct deal *deal);

#endif
