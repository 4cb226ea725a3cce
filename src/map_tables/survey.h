/* survey.h - a scenario's draws sampled, and what a run finds in them */
#ifndef SURVEY_H
#define SURVEY_H

#include "results.h"

/* Must not move once it is made: its parts point to each other.  Zeroed it is none. */
struct survey {
    struct layout layout;
    struct mean_case mean_case;
    struct map map;
    struct results results;
};

/* Samples as many worlds as the scenario says, from its seed, with a sample kept (sample.h), and a
 * table of draws where that is wanted.  job: as for map_run.  Release it whatever is returned.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code survey_make(struct survey *v, const struct scenario *s, bool wants_draws,
                            struct pool_job *job, int threads, struct error *err);
void survey_release(struct survey *v);

/* The levels of the package that all accept most often: level[n_table], out.  Errors: ERR_MEMORY,
 * ERR_INTERRUPTED. */
NODISCARD
enum error_code survey_best(const struct scenario *s, int threads, size_t level[],
                            struct error *err);

#endif
