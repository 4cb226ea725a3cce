/* phase.h - when what was agreed is carried out */
#ifndef PHASE_H
#define PHASE_H

#include "issue.h"

enum { MAX_PHASE = 12 };

/* Numbers are parameters.  A phase has n_turn turns: in each, every actor in order performs one of
 * n_turn equal parts of what it performs in this phase.  Then the phase's days pass; then the
 * agreement may collapse from outside (the shock). */
struct phase {
    const char *name, *title;
    size_t days;       /* NONE where an issue says how long it is */
    size_t days_issue; /* its level is the days of all phases that name it together, or NONE */
    double days_share; /* of those days, this phase's */
    size_t shock;
    size_t n_turn;
    size_t n_actor;
    size_t *actor; /* [n_actor] the parties that perform something in it, in their order */
};

/* What one issue of the table contributes to phases. */
struct performance {
    size_t by;          /* the party that performs it, or NONE: it takes effect at the end */
    size_t *share;      /* [n_phase] parameters, divided by their sum; NULL: equal shares */
    bool in_order;      /* level by level, from nothing to what is agreed; else all parts alike */
    const char *counts; /* unit of what is delivered */
};

/* The level of one issue sets what breaking off costs. */
struct guarantee {
    size_t issue; /* or NONE */
    bool has_applied, has_relief;
    struct value penalty; /* for the party that breaks off */
    struct value applied; /* the chance that the penalty is applied; 1 when not said */
    struct value relief;  /* compensation to each of the others; 0 when not said */
    bool *binds;          /* [n_party] whom the penalty may hit */
};

#endif
