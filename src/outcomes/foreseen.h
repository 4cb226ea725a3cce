/* foreseen.h - what rules say will be agreed, beside what was agreed */
#ifndef FORESEEN_H
#define FORESEEN_H

#include "bootstrap.h"
#include "history.h"
#include "pool.h"
#include "solution.h"

/* Rules that say what will be agreed: the solutions, then these. */
#define FORECAST_LIST(X)                                                                        \
    X(COMPROMISE, compromise, "the mean of the parties' best levels by weight and power")       \
    X(BEST, best, "the package that all accept most often; of equals the mean of their errors") \
    X(MIDDLE, middle, "the middle of each issue's range")                                       \
    X(REFERENCE, reference, "what holds without an agreement: `nothing`, where it is given")

enum forecast_rule {
#define X(upper, lower, help) FORECAST_##upper##_OFFSET,
    FORECAST_LIST(X)
#undef X
        FORECAST_EXTRA,
#define X(upper, lower, help) FORECAST_##upper = SOLUTION_COUNT + FORECAST_##upper##_OFFSET,
    FORECAST_LIST(X)
#undef X
        FORECAST_RULES = SOLUTION_COUNT + FORECAST_EXTRA,
};
extern const char *forecast_names(size_t rule);

/* One rule about one issue. */
struct foreseen {
    double level; /* what it says: the mean of equals; of names the index in the vocabulary of the
                     likeliest */
    double
        error; /* how far from what was agreed, 0 to 100 of the range of levels on the table, more
                  where that lies outside; of
                  names 0 or 100; of equals the mean; NAN: it says nothing */
};

/* An issue that was settled. */
struct settled {
    size_t scenario, issue;
    double agreed;
    struct foreseen by[FORECAST_RULES];
};

/* A rule's errors over all issues that it says something of. */
struct forecast_score {
    size_t n;
    struct bootstrap mean, root; /* absolute error; root of the mean square */
    struct bootstrap less; /* mean error less that of `compromise`, on issues that both foresee */
};

struct outcomes {
    size_t n;
    struct settled *settled; /* [n] */
    struct forecast_score score[FORECAST_RULES];
};

/* Maps each scenario that has an outcome, at its own draws and seed, and compares.  tick, watcher:
 * as in struct pool_job, once a scenario.  seed: of the intervals.  Results do not depend on the
 * number of threads.  To be released, whatever is returned.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code outcomes_find(struct outcomes *o, const struct history *h, uint64_t seed,
                              void (*tick)(void *watcher, uint64_t n), void *watcher, int threads,
                              struct error *err);
void outcomes_release(struct outcomes *o);

#endif
