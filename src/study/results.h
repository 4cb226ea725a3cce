/* results.h - the tables of a run */
#ifndef RESULTS_H
#define RESULTS_H

#include "finding.h"

/* The tables that are made whole, in the order in which they are written, each to its own file;
 * those without columns are not part of a scenario's results.  docs/results.md says what every
 * column is. */
#define RESULT_LIST(X)                                                                   \
    X(proposals)                                                                         \
    X(levels)                                                                            \
    X(pairs)                                                                             \
    X(solutions)                                                                         \
    X(solution_levels) /* with phases */ X(phases) X(survival) X(deliveries) X(remedies) \
        X(trust) /* with bodies */ X(bodies) X(votes)

enum {
#define X(name) RESULT_##name,
    RESULT_LIST(X)
#undef X
        RESULT_COUNT,
};
extern const char *const result_files[RESULT_COUNT]; /* "proposals.csv" ... */

struct results {
    const struct survey *survey;  /* borrowed */
    struct arena arena;           /* labels */
    struct finding *finding;      /* [n_proposal] */
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

NODISCARD
enum error_code results_init(struct results *r, const struct survey *survey, struct error *err);
void results_release(struct results *r);

/* Hands out the row of each package that is not banned, in the order of their numbers; or of the
 * `top` packages that all accept most often, best first, when top is not 0.  Ends when
 * `take` returns false.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code results_packages(const struct results *r, uint64_t top,
                                 bool (*take)(void *with, const double row[]), void *with,
                                 struct error *err);

#endif
