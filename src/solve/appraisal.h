/* appraisal.h - one draw, and all that decides in it whether a package is signed */
#ifndef APPRAISAL_H
#define APPRAISAL_H

#include "implementation.h"

enum {
    /* A vote's threshold is cached for so many values of `felt` (consent.h).  Without phases there
     * is one for each level of the lasts issue, with phases one more for each step; where choices
     * are noisy each package has its own, and the cache is of no use. */
    APPRAISAL_KEPT = 16,
};

struct appraisal_asked {
    size_t n;
    double felt[APPRAISAL_KEPT], least[APPRAISAL_KEPT];
};

struct appraisal {
    const struct scenario *scenario; /* borrowed */
    double *theta;                   /* [n_parameter] the draw */
    struct utility utility;
    struct implementation implementation; /* with phases only */
    size_t first_body[MAX_PARTY];         /* of a party, among the bodies of all */
    struct appraisal_asked *asked;        /* [bodies of all parties] cached thresholds of votes */
    bool *votes_later;      /* [the same] bodies whose vote comes after the agreement */
    double floor[MAX_VETO]; /* the least that a veto player asks for, at least 0 */
    double vote[MAX_VETO];  /* of blocs: what their votes ask for (consent_vote) */
};

NODISCARD
enum error_code appraisal_init(struct appraisal *d, const struct scenario *s, struct error *err);
void appraisal_release(struct appraisal *d);

/* Takes in the draw in d->theta, which the caller has written; floors are 0 then. */
void appraisal_fill(struct appraisal *d);

/* surplus[n_veto]: V_j(x) - w_j + r_j, what the package is worth to each veto player over
 * refusing it, red lines and bodies aside: with phases as they would be carried out
 * (implementation.h), else all at once (utility.h).  felt[n_party]: of parties with bodies, how far
 * the surplus falls when no deal gets better, per unit.  appraisal_surplus: of one veto player. */
void appraisal_surpluses(const struct appraisal *d, const size_t level[], double surplus[],
                         double felt[]);
double appraisal_surplus(const struct appraisal *d, size_t j, const size_t level[]);

/* The same as appraisal_surpluses if nobody could break off: without phases it is the same. */
void appraisal_if_kept(const struct appraisal *d, const size_t level[], double surplus[],
                       double felt[]);

/* The least surplus at which veto player j agrees.  For a party this takes in those of its bodies
 * that go by its surplus, except bodies that vote later; `felt` matters only to parties with
 * bodies.  Thresholds of votes are cached, so that an appraisal belongs to one thread. */
double appraisal_least(const struct appraisal *d, size_t j, double felt);

/* Whether body b of party p agrees, whenever it votes: by its party's surplus, or by its own or
 * those of its blocs.  A partner, which does not block, does. */
bool appraisal_body_agrees(const struct appraisal *d, size_t p, size_t b, const size_t level[],
                           const double surplus[], const double felt[]);

/* Whether a veto player agrees to a package of that surplus to it: no red line of its own is
 * crossed and the surplus is enough; a tie is. */
bool appraisal_suits(const struct appraisal *d, size_t j, const size_t level[], double surplus,
                     double felt);

/* Whether party p signs and ratifies: it and its veto holders agree, and its ballots pass it.
 * surplus[] and felt[]: of appraisal_surpluses. */
bool appraisal_accepts(const struct appraisal *d, size_t p, const size_t level[],
                       const double surplus[], const double felt[]);

/* The parties that do: bit p, party p. */
uint64_t appraisal_parties(const struct appraisal *d, const size_t level[], const double surplus[],
                           const double felt[]);

/* How much more party p and its veto holders have of a package than they ask for: of the party and
 * those with preferences of their own the least (of blocs that judge by themselves as much as
 * enough of them have, agreement_margin); -INFINITY where a red line of theirs stands against it.
 * At least -TIE when appraisal_accepts says so. */
double appraisal_margin(const struct appraisal *d, size_t p, const size_t level[],
                        const double surplus[], const double felt[]);

/* Whether the leaders of party p accept, its bodies not asked: no red line of the party is crossed
 * and its surplus is enough. */
bool appraisal_leaders_accept(const struct appraisal *d, size_t p, const size_t level[],
                              const double surplus[]);

/* How much more it has for them than they ask for; -INFINITY across a red line. */
double appraisal_leaders_margin(const struct appraisal *d, size_t p, const size_t level[],
                                const double surplus[]);

/* Takes off the parties' entries of surplus[n_veto] what partners cost them by leaving
 * (consent_left). */
void appraisal_take_leave(const struct appraisal *d, double surplus[], const double felt[]);

#endif
