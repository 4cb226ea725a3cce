/* result_tables.h - the tables of a run, and what their makers share */
#ifndef RESULT_TABLES_H
#define RESULT_TABLES_H

#include "finding.h"

/* The tables that are made whole, in the order in which they are written, each to its own file;
 * those without columns are not part of a scenario's results.  docs/results.md says what every
 * column is. */
/* clang-format off */
#define RESULT_LIST(X) \
    X(proposals) X(levels) X(pairs) X(solutions) X(solution_levels) \
    X(phases) X(survival) X(deliveries) X(remedies) X(trust) /* with phases */ \
    X(bodies) X(votes) /* with bodies */
/* clang-format on */

enum {
#define X(name) RESULT_##name,
    RESULT_LIST(X)
#undef X
        RESULT_COUNT,
};

struct results {
    const struct survey *survey; /* borrowed */
    const struct scenario *scenario;
    struct arena arena;      /* labels */
    struct finding *finding; /* [n_proposal] */
    size_t n_slot;
    const char **slot_label;      /* [n_slot] levels of all issues */
    const char **change_label[2]; /* [n_proposal] */
    const char **issue_name, **party_name, **proposal_name, **solution_name;
    uint64_t best;      /* the package that all accept most often; the lowest of equals */
    double best_accept; /* in this share of draws */
    uint64_t n_best;    /* packages that share the first place */
    const char **phase_name, **remedy_label, **unit_label, **body_name, **bloc_name;
    struct table table[RESULT_COUNT];
    struct table packages; /* columns only: rows by results_packages */
};

static inline const struct scenario *results_scenario(const struct results *r)
{
    return r->scenario;
}

#endif
