/* talks_play.h - the talks over many draws */
#ifndef TALKS_PLAY_H
#define TALKS_PLAY_H

#include "pool.h"
#include "talk.h"

/* How the talks of one run went. */
struct talks_run {
    struct outcome outcome;
    double surplus[MAX_SIDE]; /* of what was agreed, to each side when it was; else 0: no deal */
    double value[MAX_SIDE];   /* of how it ended, seen from the first day: discount and cost */
    double put_day;           /* when the mediator's final offer was put; NAN: it was not */
    bool tried, worked;       /* the pilot step */
};

static inline bool talks_run_agrees(const struct talks_run *run)
{
    return run->outcome.ending == ENDING_AGREEMENT;
}

/* How the sides bargain: NULL as the scenario says. */
struct talks_pair {
    const struct tactic_values *tactic_values[MAX_SIDE];
};

struct talks_played {
    const struct package_index *package_index; /* borrowed */
    uint64_t runs, seed;
    size_t n_pair; /* at least 1 */
    const struct talks_pair *pair;
    struct talks_run *run; /* [n_pair * runs] */
};

/* The bytes that talks_play needs on that many threads. */
double talks_played_bytes(const struct scenario *s, uint64_t runs, size_t n_pair, int threads);

/* Plays runs 0 .. runs - 1, each with every pair of tactics in the same world and with the same
 * chances; run i is draw i.  job as for map_run.  Results do not depend on the number of
 * threads. Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code talks_play(struct talks_played *played, struct pool_job *job, int threads,
                           struct error *err);
void talks_played_release(struct talks_played *played);

/* Plays one run, with a pair of tactics, for someone to watch; the same run as talks_play makes. */
NODISCARD
enum error_code talks_watch(const struct package_index *b, uint64_t seed, uint64_t run,
                            const struct talks_pair *pair,
                            void (*watch)(void *with, const struct talk *, const struct action *),
                            void *watcher, struct talks_run *result, struct error *err);

#endif
