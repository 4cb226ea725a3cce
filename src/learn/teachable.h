/* teachable.h - how much as many answers could teach at all, were the scenarios right */
#ifndef TEACHABLE_H
#define TEACHABLE_H

#include "learned.h"

enum { TEACHABLE_RECORDS = 100 };

/* Records that worlds of the prior make up: their Brier score predicted from the other scenarios
 * (of one group of scenarios: from the other answers) less that of the prior.  Below 0: learning
 * helps. */
struct teachable {
    double mean, low, high; /* and the range of 95 % of the records */
    double effective;       /* worlds that count in the mean: few make the change too large */
};

/* The world that makes a record up is not among those that learn from it.  job: as for map_run.
 * Results do not depend on the number of threads.  Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code teachable_find(struct teachable *t, const struct learned *l, struct pool_job *job,
                               int threads, struct error *err);

#endif
