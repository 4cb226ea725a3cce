/* concession.h - how far apart the parties are where none would be agreed, at mean preferences */
#ifndef CONCESSION_H
#define CONCESSION_H

#include "mean_case.h"

/* How a package stands with each party: what it has over what the party, its bodies and its veto
 * holders ask for, by whoever lacks most, in utilities, red lines aside; and how many red lines and
 * positions of theirs it crosses. */
struct nearness {
    double margin[MAX_PARTY];
    size_t crossed[MAX_PARTY];
};

/* The least concession: the package that crosses the fewest red lines of those whose yes would be
 * enough; of these the one at which the one of them that lacks most lacks least; of these the one
 * at which they together lack least; of these the first.  Those are all parties, or by a rule those
 * who are nearest to a yes. */
struct concession {
    bool found; /* false where some package would be agreed */
    size_t level[MAX_ISSUE];
    struct nearness now;
    size_t party; /* that has most red lines crossed, and of these lacks most */
    /* The package with the single change (grid_is_single) that brings it furthest; false where none
     * brings it further. */
    bool is_moved;
    size_t to[MAX_ISSUE];
    struct nearness moved;
};

/* Visits every package once, on one thread: about as long as ten draws of a map take.
 * Errors: ERR_INTERRUPTED. */
NODISCARD
enum error_code concession_find(struct concession *c, const struct mean_case *mean_case,
                                struct error *err);

#endif
