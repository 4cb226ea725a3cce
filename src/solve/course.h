/* course.h - how an agreement would be carried out, phase by phase, in one draw */
#ifndef COURSE_H
#define COURSE_H

#include "chain.h"
#include "worth.h"

/* A step is one party's turn in one phase: its part of what it performs there. */
struct step {
    size_t phase, turn, actor;
    bool ends_phase; /* then the phase's days pass, and the shock may come */
};

/* What scenario and draw make of phases, for any package.  Amounts are [CHAIN_ROWS(n_step) *
 * n_judge], as in struct chain_stock; each level of an issue adds its own. */
struct course {
    const struct worth *worth; /* borrowed */
    size_t split;              /* 0: the scenario's phases; else so many equal ones */
    size_t n_step;
    struct step step[MAX_STEP];
    size_t actor[MAX_STEP];
    double days[MAX_PHASE];  /* of each phase, but for those that an issue's level adds */
    double daily[MAX_JUDGE]; /* discount of a day */
    double discount[MAX_STEP * MAX_JUDGE], shock[MAX_STEP], noise[MAX_STEP]; /* of `days` */
    double keeps_word[MAX_JUDGE], own_penalty[MAX_STEP];
    double share[MAX_ISSUE][MAX_STEP + 1]; /* of each issue performed at each step, or at the end */
    double *gain, *fall;              /* [n_slot * CHAIN_ROWS(n_step) * n_judge] what levels add */
    double *penalty, *relief;         /* [levels of the guarantee's issue * n_step] */
    size_t n_slope, slope[MAX_PARTY]; /* parties whose bodies go by their surplus */
};

/* With `split`, phases are looked at as they are not: as so many equal ones, which share alike what
 * is performed, the days and the hazard, each party that performs anything having its turns in
 * each, in the order of the first phase and as many as it has there.  course_most_split says how
 * many there is room for, at least 1. */
size_t course_most_split(const struct scenario *s);
NODISCARD
enum error_code course_init(struct course *c, const struct worth *w, size_t split,
                            struct error *err);
void course_release(struct course *c);

/* Takes in a draw, after worth_fill. */
void course_fill(struct course *c, const double theta[]);

/* The number of amounts: CHAIN_ROWS(n_step) * n_judge. */
size_t course_amounts(const struct course *c);

/* Amounts of nothing performed, gain[] and fall[], and what the level of an issue adds to them. */
void course_begin(const struct course *c, double gain[], double fall[]);
void course_add(const struct course *c, size_t issue, size_t level, double gain[], double fall[]);

/* Interactions take effect at the end, as what nobody performs; those of issues whose levels are
 * not in level[] must not be there (struct layout keeps them in rows). */
void course_add_interactions(const struct course *c, const size_t level[], double gain[]);

/* The chain of packages with these levels of the issues that set penalties and days; its arrays
 * belong to the course, or are discount[n_step * n_judge], which is room. */
struct chain course_chain(const struct course *c, const size_t level[], double discount[]);

/* One package, step by step. */
struct passage {
    double surplus[MAX_JUDGE]; /* as course_surplus has it */
    double if_kept[MAX_JUDGE]; /* the same if nobody could break off */
    double felt[MAX_PARTY], felt_if_kept[MAX_PARTY];
    double complete;                            /* the probability that all is performed */
    double performs[MAX_STEP], reach[MAX_STEP]; /* once reached; that the step is reached */
    double gap[MAX_STEP]; /* the expected penalty that would be needed, all later ones given */
    double own[MAX_STEP]; /* what breaking off costs the actor in any case */
    double guarantee[MAX_STEP]; /* what the package adds to that, expected */
};
void course_follow(const struct course *c, const size_t level[], struct passage *passage);

/* V_j - w_j + r_j for every judge, less IDLE where nothing would be performed: surplus[n_judge];
 * and how far the surplus of each party with bodies that go by it falls per unit of better no deal:
 * felt[n_party], 1 - T (chain.h), 0 of others. */
void course_surplus(const struct course *c, const size_t level[], double surplus[], double felt[]);

/* The same if nobody could break off: surplus[n_judge] and felt[n_party]. */
void course_if_kept(const struct course *c, const size_t level[], double surplus[], double felt[]);

/* The same from slopes T[n_slope] of a chain: felt[n_party]. */
void course_felt(const struct course *c, const double slope[], double felt[]);

#endif
