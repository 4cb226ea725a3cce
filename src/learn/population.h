/* population.h - worlds that follow the record date by date: sequential Monte Carlo
 *
 * After each date worlds are chosen by its answers, in steps that leave half of them or more
 * (tempering), and moved by elliptical slices of their normal scores, which are independent and
 * standard normal by construction, correlated numbers included.
 * Source: Chopin (2002) Biometrika 89:539; Del Moral, Doucet & Jasra (2006) J. Royal Statistical
 * Society B 68:411; Murray, Adams & MacKay (2010) PMLR 9:541. */
#ifndef POPULATION_H
#define POPULATION_H

#include "likelihood.h"
#include "pool.h"

enum {
    POPULATION_MOST = 4096, /* worlds: each counts alike, so that fewer are needed */
    POPULATION_MOVES = 5,   /* slices after each step */
};

/* What is known after a date. */
struct evidence {
    double effective;    /* worlds that count */
    double log_z, error; /* log probability of all answers so far, and its standard error */
};

struct population {
    /* set by the caller */
    const struct joint *joint; /* borrowed */
    struct answering_set set;
    size_t n;
    uint64_t seed;
    /* made by population_run */
    double *score;             /* [n * joint->n] */
    double *forward;           /* [n_answer] chance of "accepts" before its date's answers */
    struct evidence *evidence; /* [n_date] */
    size_t n_step;             /* tempering steps */
    size_t *eve;               /* [n] which of the first worlds each descends from */
    gsl_rng *rng;
    double *log;     /* [n * history->n] of each scenario's answers, in each world */
    double *accepts; /* [n * n_answer] */
    double *spare_score, *spare_log, *weight; /* room to choose in */
    size_t *from;
};

/* Follows all dates.  job: as for map_run; ticks add up to n.  Results do
 * not depend on the number of threads.
 * Errors: those of likelihood_ask; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code population_run(struct population *p, struct pool_job *job, int threads,
                               struct error *err);
void population_release(struct population *p);

#endif
