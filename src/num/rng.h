/* rng.h - random streams that can be opened at any index */
#ifndef RNG_H
#define RNG_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

/* Why a number is drawn.  Each purpose has its own streams, so that a new purpose, added at the
 * end, leaves every old result as it was. */
enum stream {
    STREAM_PARAMETERS,   /* a draw of the scenario's uncertain parameters */
    STREAM_TESTS,        /* random inputs of property tests */
    STREAM_TALKS,        /* rounds of talks and their breakdown */
    STREAM_CHOICES,      /* what strategies and votes leave to chance */
    STREAM_DESIGN,       /* a point of a design */
    STREAM_DESIGN_SHIFT, /* where a Sobol' sequence is moved to */
    STREAM_DESIGN_ORDER, /* the order of the strata of a Latin hypercube */
    STREAM_BELIEFS,      /* what a mediator knows of a draw */
    STREAM_TIES,         /* which of texts that are equal by its rule a mediator puts forward */
    STREAM_PICTURES,     /* what parties know of each other in a draw */
    STREAM_NET,          /* how a net is scrambled */
    STREAM_WALK,         /* in which order groups of numbers are drawn anew */
    STREAM_HALVES,       /* which half of the rows a box is looked for in again */
    STREAM_BOOTSTRAP,    /* which groups are taken for a resampled record */
    STREAM_RECORDS,      /* the answers of a record that is made up by the model */
    STREAM_MOVES,        /* how a population of worlds moves */
    STREAM_RESAMPLING,   /* where a systematic resampling begins */
    STREAM_SCRAMBLES,    /* how Sobol' draws are scrambled */
};

/* A GSL generator (use it with every gsl_ran_*) made of Philox4x32-10, whose n-th output is a
 * pure function of (seed, purpose, index, n).  A stream holds 2^34 words.
 * Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11,
 * doi:10.1145/2063384.2063405. */
extern const gsl_rng_type *const rng_philox;

/* Moves r to the start of stream (purpose, index) of its seed.  Takes no time and needs no
 * earlier stream, so any thread, node or restart may open any index. */
void rng_open(const gsl_rng *r, enum stream purpose, uint64_t index);

/* Moves r to block `block` (four words) of the stream that is open. */
void rng_seek(const gsl_rng *r, uint32_t block);

/* The bare block function, for the known-answer test. */
void rng_block(const uint32_t key[2], const uint32_t counter[4], uint32_t out[4]);

#endif
