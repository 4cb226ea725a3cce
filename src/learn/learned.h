/* learned.h - what the record says of the worlds, and how well it is said in advance */
#ifndef LEARNED_H
#define LEARNED_H

#include "ensemble.h"
#include "population.h"

/* From which answers the chance of an answer is worked out. */
#define CHANCE_LIST(X)                                                                       \
    X(PRIOR, prior, "from no answer")                                                        \
    X(IN_SAMPLE, in_sample, "from all answers, itself among them: never to be quoted alone") \
    X(WITHOUT_ANSWER, without_answer, "from all other answers, those of its scenario too")   \
    X(WITHOUT_SCENARIO, without_scenario, "from the answers of scenarios of other groups")   \
    X(FORWARD, forward, "from the answers of earlier dates")

enum chance {
#define X(upper, lower, help) CHANCE_##upper,
    CHANCE_LIST(X)
#undef X
        CHANCE_COUNT,
};

enum {
    LEARNED_EFFECTIVE = 200, /* fewer effective worlds call for a population, unless they are half
                                of all */
    LEARNED_FEWEST = 20,     /* fewer say nothing of an answer that was left out */
    LEARNED_OPPOSITE =
        20, /* so many chosen worlds, at least, say the opposite of what is left out */
};
#define LEARNED_LARGEST 0.05 /* and so does a world that counts more */

struct learned {
    /* set by the caller */
    const struct joint *joint; /* borrowed */
    struct answering_set set;
    size_t n; /* worlds */
    uint64_t seed;
    bool learns; /* else only the prior */
    /* made by learned_find */
    struct ensemble prior;
    struct weighed weighed; /* of the prior's worlds, by all answers */
    bool by_population;
    struct population population;
    struct ensemble chosen;           /* its worlds */
    const struct ensemble *posterior; /* prior or chosen */
    double *weight;                   /* [posterior->n] sum to 1 */
    double *chance[CHANCE_COUNT];     /* [n_answer] of "accepts"; NAN where not worked out, or
                                         too few worlds count to say */
    double *effective_without;        /* [n_answer] worlds that count without its group */
    struct evidence *evidence;        /* [n_date] */
};

/* Draws worlds, and with `learns` weighs them by the answers on record; where too few count,
 * follows a population.  job: as for map_run; it is run several times.  Results do not depend on
 * the number of threads, nor on the order in which scenarios were given. Errors: those of
 * likelihood_ask; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code learned_find(struct learned *l, struct pool_job *job, int threads,
                             struct error *err);
void learned_release(struct learned *l);

/* The bytes that it takes at most. */
double learned_bytes(const struct joint *j, size_t n, bool learns, int threads);

/* How many worlds count in the end. */
double learned_effective(const struct learned *l);

/* m equal worlds of the posterior: from[m], out, rows of l->posterior.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code learned_worlds(const struct learned *l, size_t m, size_t from[], struct error *err);

#endif
