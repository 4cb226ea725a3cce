/* finding.h - what the draws say of one proposal */
#ifndef FINDING_H
#define FINDING_H

#include "map.h"

/* A package that differs from a proposal in n issues: one or two changes (grid_is_single); where
 * rules on sums join issues, a change may be of several. */
struct change {
    size_t n; /* 0: no such change is accepted more often */
    size_t issue[MAX_ISSUE], level[MAX_ISSUE];
    double accept; /* share of draws in which it would be agreed */
    size_t cell;   /* of the package with it (layout_cell) */
};

/* Of a vague text, how often it is accepted where all read it in the same way. */
struct reading_range {
    double low, high;   /* shares of draws */
    size_t worst, best; /* the readings that have them; of equals the first */
};

struct finding {
    double accept[MAX_PARTY], accept_all; /* shares of draws */
    double passes;                        /* in which it would be agreed: all, or the rule */
    double pivotal[MAX_PARTY];            /* in which the party's answer alone decides, */
    double stops[MAX_PARTY];              /* and in which it then refuses */
    double surplus[MAX_PARTY];            /* means over draws, red lines aside */
    size_t blocker;        /* the party that refuses most often, with a rule among those whose
                              refusals decide most often; NONE when none ever does */
    size_t blocking_issue; /* over which it refuses most often (blocking_issue.h), or NONE */
    double blocking_share; /* of its refusals that are over this issue */
    double refusals;       /* draws in which the blocker refuses */
    struct change
        change[2]; /* the change of one issue, and of two, agreed most often, of equal levels the
                      nearest to what was proposed; of a vague text from its likeliest reading on */
    struct reading_range read[MAX_PARTY + 2]; /* of each of agreement_counts; of a vague text */
};

struct finding finding_of(const struct map *map, size_t proposal);

#endif
