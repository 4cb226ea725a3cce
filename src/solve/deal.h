/* deal.h - one draw, and all that decides in it whether a package is signed */
#ifndef DEAL_H
#define DEAL_H

#include "course.h"

struct deal {
    const struct scenario *scenario; /* borrowed */
    double *theta;                   /* [n_parameter] the draw */
    struct worth worth;
    struct course course; /* with phases only */
    double *asked;        /* [bodies of all parties] the surplus from which each agrees */
    double
        least[MAX_JUDGE]; /* the surplus from which a judge agrees; a party with all its bodies */
};

NODISCARD
enum error_code deal_init(struct deal *d, const struct scenario *s, struct error *err);
void deal_release(struct deal *d);

/* Takes in the draw in d->theta, which the caller has written. */
void deal_fill(struct deal *d);

/* surplus[n_judge]: V_j(x) - w_j, what the package is worth to each judge over no deal, red lines
 * and bodies aside: with phases as they would be carried out (course.h), else all at once
 * (worth.h).  And the same of one judge. */
void deal_surpluses(const struct deal *d, const size_t level[], double surplus[]);
double deal_surplus(const struct deal *d, size_t j, const size_t level[]);

/* Whether a judge agrees to a package of that surplus to it: no red line of its own is crossed
 * and the surplus is enough; a tie is. */
bool deal_suits(const struct deal *d, size_t j, const size_t level[], double surplus);

/* Whether party p signs and ratifies: it and its veto holders agree. */
bool deal_accepts(const struct deal *d, size_t p, const size_t level[], const double surplus[]);

#endif
