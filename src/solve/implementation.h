/* implementation.h - how an agreement would be carried out, phase by phase, in one draw */
#ifndef IMPLEMENTATION_H
#define IMPLEMENTATION_H

#include "commitment.h"
#include "steps.h"
#include "utility.h"

#include <math.h>

/* What scenario and draw make of phases, for any package.  Amounts are [COMMITMENT_ROWS(n_step) *
 * n_veto], as in struct commitment_stock; each level of an issue adds its own. */
struct implementation {
    const struct utility *utility; /* borrowed */
    size_t split;                  /* equal phases, or 0 (steps.h) */
    size_t n_step;
    struct step step[MAX_STEP];
    size_t actor[MAX_STEP];
    double days[MAX_PHASE]; /* of each phase, but for those that an issue's level adds */
    double daily[MAX_VETO]; /* discount of a day */
    double discount[MAX_STEP * MAX_VETO], shock[MAX_STEP], noise[MAX_STEP]; /* of `days` */
    double keeps_word[MAX_VETO], own_penalty[MAX_STEP];
    double share[MAX_ISSUE][MAX_STEP + 1]; /* of each issue performed at each step, or at the end */
    double *gain, *fall;      /* [n_slot * COMMITMENT_ROWS(n_step) * n_veto] what levels add */
    double *penalty, *relief; /* [levels of the guarantee's issue * n_step] */
    size_t n_slope, slope[MAX_PARTY]; /* parties whose bodies go by their surplus */
};

/* split: as steps_make has it.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code implementation_init(struct implementation *c, const struct utility *w, size_t split,
                                    struct error *err);
void implementation_release(struct implementation *c);

/* Takes in a draw, after utility_fill. */
void implementation_fill(struct implementation *c, const double theta[]);

/* The number of amounts of a package: COMMITMENT_ROWS(n_step) * n_veto. */
size_t implementation_amounts(const struct implementation *c);

/* Amounts of nothing performed, gain[] and fall[], and what the level of an issue adds to them. */
void implementation_begin(const struct implementation *c, double gain[], double fall[]);
void implementation_add(const struct implementation *c, size_t issue, size_t level, double gain[],
                        double fall[]);

/* Adds interactions, which take effect at the end, as does what nobody performs.  level[] must have
 * the levels of all issues with interactions (struct layout keeps those issues in rows). */
void implementation_add_interactions(const struct implementation *c, const size_t level[],
                                     double gain[]);

/* Discounts at[n_step * n_veto] that packages have of their own, where phases are as long as an
 * issue's level says: of steps that take so many days; NAN where none is known of this draw. */
struct discounts {
    double at[MAX_STEP * MAX_VETO], days[MAX_STEP];
};
static inline void discounts_clear(struct discounts *d)
{
    for (size_t n = 0; n < MAX_STEP; n++)
        d->days[n] = NAN;
}

/* The steps and penalties of all packages with these levels of the issues that set penalties and
 * days.  The arrays belong to the implementation, but for *own, which is filled where packages have
 * discounts of their own. */
struct commitment implementation_commitment(const struct implementation *c, const size_t level[],
                                            struct discounts *own);

/* One package, step by step. */
struct implemented {
    double surplus[MAX_VETO]; /* as implementation_surplus has it */
    double if_kept[MAX_VETO]; /* the same if nobody could break off */
    double felt[MAX_PARTY], felt_if_kept[MAX_PARTY];
    double complete;                            /* the probability that all is performed */
    double performs[MAX_STEP], reach[MAX_STEP]; /* once reached; that the step is reached */
    double gap[MAX_STEP];       /* the penalty that would be needed, all later steps performed */
    double own[MAX_STEP];       /* what breaking off costs the actor in any case */
    double guarantee[MAX_STEP]; /* what the package adds to that, expected */
};
void implementation_follow(const struct implementation *c, const size_t level[],
                           struct implemented *implemented);

/* V_j - w_j + r_j for every veto player, less IDLE where nothing would be performed:
 * surplus[n_veto]; and how far the surplus of each party with bodies that go by it falls per
 * unit of better no deal: felt[n_party], 1 - T (commitment.h), 0 of others. */
void implementation_surplus(const struct implementation *c, const size_t level[], double surplus[],
                            double felt[]);

/* The same if nobody could break off: surplus[n_veto] and felt[n_party]. */
void implementation_if_kept(const struct implementation *c, const size_t level[], double surplus[],
                            double felt[]);

/* The same from slopes T[n_slope] of a commitment: felt[n_party]. */
void implementation_felt(const struct implementation *c, const double slope[], double felt[]);

#endif
