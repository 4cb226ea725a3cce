/* appraisal.h - one draw, and all that decides in it whether a package is signed */
#ifndef APPRAISAL_H
#define APPRAISAL_H

#include "implementation.h"

enum {
    /* What a vote asks for is kept for so many shares of no deal (consent.h).  A draw without
     * phases has one for each level that lasts, with phases one more for each step; where choices
     * are noisy each package has its own, and what is kept is of no use. */
    DEAL_KEPT = 16,
};

struct appraisal_asked {
    size_t n;
    double felt[DEAL_KEPT], least[DEAL_KEPT];
};

struct appraisal {
    const struct scenario *scenario; /* borrowed */
    double *theta;                   /* [n_parameter] the draw */
    struct utility utility;
    struct implementation implementation; /* with phases only */
    size_t first_body[MAX_PARTY];         /* of a party, among the bodies of all */
    struct appraisal_asked *asked; /* [bodies of all parties] what votes were found to ask for */
    bool *votes_later;      /* [the same] bodies that leaders and veto players do not wait for */
    double floor[MAX_VETO]; /* what a veto player asks for in any case: 0, or more */
};

NODISCARD
enum error_code appraisal_init(struct appraisal *d, const struct scenario *s, struct error *err);
void appraisal_release(struct appraisal *d);

/* Takes in the draw in d->theta, which the caller has written; floors are 0 then. */
void appraisal_fill(struct appraisal *d);

/* surplus[n_veto]: V_j(x) - w_j + r_j, what the package is worth to each veto player over
 * refusing it, red lines and bodies aside: with phases as they would be carried out
 * (implementation.h), else all at once (utility.h).  felt[n_party]: of parties with bodies, how far
 * it falls per unit of better no deal. And the surplus of one veto player. */
void appraisal_surpluses(const struct appraisal *d, const size_t level[], double surplus[],
                         double felt[]);
double appraisal_surplus(const struct appraisal *d, size_t j, const size_t level[]);

/* The same as appraisal_surpluses if nobody could break off: without phases it is the same. */
void appraisal_if_kept(const struct appraisal *d, const size_t level[], double surplus[],
                       double felt[]);

/* The surplus from which a veto player agrees to a package of which it feels so much: a party with
 * those of its bodies that go by its surplus, but for those that vote later.  `felt` matters only
 * to parties with bodies.  What votes ask for is kept, so that a deal belongs to one thread. */
double appraisal_least(const struct appraisal *d, size_t j, double felt);

/* The same of body b of party p alone (consent_least), whenever it votes. */
double appraisal_body_least(const struct appraisal *d, size_t p, size_t b, double felt);

/* Whether a veto player agrees to a package of that surplus to it: no red line of its own is
 * crossed and the surplus is enough; a tie is. */
bool appraisal_suits(const struct appraisal *d, size_t j, const size_t level[], double surplus,
                     double felt);

/* Whether party p signs and ratifies: it and its veto holders agree.  Both as appraisal_surpluses
 * has them. */
bool appraisal_accepts(const struct appraisal *d, size_t p, const size_t level[],
                       const double surplus[], const double felt[]);

/* Whether the leaders of party p accept, its bodies not asked: no red line of the party is crossed
 * and its surplus is enough. */
bool appraisal_leaders_accept(const struct appraisal *d, size_t p, const size_t level[],
                              const double surplus[]);

/* What is left to the veto players of a package once partners have left (consent_left):
 * surplus[n_veto] becomes that. */
void appraisal_take_leave(const struct appraisal *d, double surplus[], const double felt[]);

#endif
