/* deal.h - one draw, and all that decides in it whether a package is signed */
#ifndef DEAL_H
#define DEAL_H

#include "course.h"

enum {
    /* What a vote asks for is kept for so many shares of no deal (ballot.h).  A draw without phases
     * has one for each level that lasts, with phases one more for each step; where choices are
     * noisy each package has its own, and what is kept is of no use. */
    DEAL_KEPT = 16,
};

struct deal_asked {
    size_t n;
    double felt[DEAL_KEPT], least[DEAL_KEPT];
};

struct deal {
    const struct scenario *scenario; /* borrowed */
    double *theta;                   /* [n_parameter] the draw */
    struct worth worth;
    struct course course;         /* with phases only */
    size_t first_body[MAX_PARTY]; /* of a party, among the bodies of all */
    struct deal_asked *asked;     /* [bodies of all parties] what votes were found to ask for */
    bool *votes_later;            /* [the same] bodies that leaders and judges do not wait for */
    double floor[MAX_JUDGE];      /* what a judge asks for in any case: 0, or more */
};

NODISCARD
enum error_code deal_init(struct deal *d, const struct scenario *s, struct error *err);
void deal_release(struct deal *d);

/* Takes in the draw in d->theta, which the caller has written; floors are 0 then. */
void deal_fill(struct deal *d);

/* surplus[n_judge]: V_j(x) - w_j + r_j, what the package is worth to each judge over refusing it,
 * red lines and bodies aside: with phases as they would be carried out (course.h), else all at once
 * (worth.h).  felt[n_party]: of parties with bodies, how far it falls per unit of better no deal.
 * And the surplus of one judge. */
void deal_surpluses(const struct deal *d, const size_t level[], double surplus[], double felt[]);
double deal_surplus(const struct deal *d, size_t j, const size_t level[]);

/* The same as deal_surpluses if nobody could break off: without phases it is the same. */
void deal_if_kept(const struct deal *d, const size_t level[], double surplus[], double felt[]);

/* The surplus from which a judge agrees to a package of which it feels so much: a party with those
 * of its bodies that go by its surplus, but for those that vote later.  `felt` matters only to
 * parties with bodies.  What votes ask for is kept, so that a deal belongs to one thread. */
double deal_least(const struct deal *d, size_t j, double felt);

/* The same of body b of party p alone (ballot_least), whenever it votes. */
double deal_body_least(const struct deal *d, size_t p, size_t b, double felt);

/* Whether a judge agrees to a package of that surplus to it: no red line of its own is crossed
 * and the surplus is enough; a tie is. */
bool deal_suits(const struct deal *d, size_t j, const size_t level[], double surplus, double felt);

/* Whether party p signs and ratifies: it and its veto holders agree.  Both as deal_surpluses has
 * them. */
bool deal_accepts(const struct deal *d, size_t p, const size_t level[], const double surplus[],
                  const double felt[]);

/* Whether the leaders of party p accept, its bodies not asked: no red line of the party is crossed
 * and its surplus is enough. */
bool deal_leaders_accept(const struct deal *d, size_t p, const size_t level[],
                         const double surplus[]);

/* What is left to the judges of a package once partners have left (ballot_left): surplus[n_judge]
 * becomes that. */
void deal_take_leave(const struct deal *d, double surplus[], const double felt[]);

#endif
