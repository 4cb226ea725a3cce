/* coalitions.h - what each coalition that would be enough could agree among its members */
#ifndef COALITIONS_H
#define COALITIONS_H

#include "mean_case.h"

enum {
    COALITIONS_MOST = 64,    /* minimal winning coalitions that are looked at */
    COALITIONS_DRAWS = 1024, /* the first draws of the run; more: smaller errors, and time */
    /* Draws one after another whose search is given up (ZONE_MOST), after which a coalition is not
     * looked at any more. */
    COALITIONS_PATIENCE = 8,
};

/* A minimal winning coalition: enough to agree, and not without any of its members. */
struct coalition {
    uint64_t members;   /* bit p: party p */
    size_t n_looked_at; /* draws; fewer than all where the search was given up too often */
    size_t n_some;      /* of these, with a package that suits each member */
    size_t n_solved;    /* of these, whose solution was found */
    uint64_t pick;      /* the package that is the members' Nash solution most often, of equals the
                           lowest number */
    size_t n_pick;      /* in so many draws */
    double
        surplus[MAX_PARTY]; /* mean over the draws that were solved: what the members' Nash solution
                               of the draw is worth over no deal to each party, members or not */
};

struct coalitions {
    size_t n, n_draw;
    struct coalition of[COALITIONS_MOST]; /* those with more seats first */
    size_t n_in_all; /* minimal winning coalitions; at least so many where `counted` is false */
    bool counted;
};

/* Looks at the coalitions of a rule over the first draws of a run with that seed; none without a
 * rule.  The members who bargain divide what a package brings each of them over no deal; others
 * need to agree.  Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code coalitions_find(struct coalitions *c, const struct layout *l, uint64_t draws,
                                uint64_t seed, struct error *err);

#endif
