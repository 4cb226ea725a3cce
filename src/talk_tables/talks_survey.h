/* talks_survey.h - the talks over many draws */
#ifndef TALKS_SURVEY_H
#define TALKS_SURVEY_H

#include "pool.h"
#include "talk.h"

/* How the talks of one run went. */
struct talks_run {
    struct conclusion conclusion;
    double surplus[N_SIDE]; /* of what was agreed, to each side when it was; else 0: no deal */
    double value[N_SIDE];   /* of how it ended, seen from the first day: discount and cost */
    double final_day;       /* when the mediator's final offer was put; NAN: it was not */
    bool tried, worked;     /* the pilot step */
};

static inline bool talks_run_agrees(const struct talks_run *run)
{
    return run->conclusion.ending == ENDING_AGREEMENT;
}

/* How the sides bargain: NULL as the scenario says. */
struct talks_pair {
    const struct stance *stance[N_SIDE];
};

struct talks_survey {
    const struct board *board; /* borrowed */
    uint64_t runs, seed;
    size_t n_pair; /* at least 1 */
    const struct talks_pair *pair;
    struct talks_run *run; /* [n_pair * runs] */
};

/* The bytes that a survey needs on that many threads. */
double talks_survey_bytes(const struct scenario *s, uint64_t runs, size_t n_pair, int threads);

/* Plays runs 0 .. runs - 1, each with every pair of tactics in the same world and with the same
 * chances; run i is draw i.  job as for survey_run.  Results do not depend on the number of
 * threads. Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code talks_survey_run(struct talks_survey *survey, struct pool_job *job, int threads,
                                 struct error *err);
void talks_survey_release(struct talks_survey *survey);

/* Plays one run, with a pair of tactics, for someone to watch; the same run as in a survey. */
NODISCARD
enum error_code talks_watch(const struct board *b, uint64_t seed, uint64_t run,
                            const struct talks_pair *pair,
                            void (*watch)(void *with, const struct talk *, const struct deed *),
                            void *watcher, struct talks_run *result, struct error *err);

#endif
