/* circuit.h - how the answers of voters become those that are counted, 512 cells at a time */
#ifndef CIRCUIT_H
#define CIRCUIT_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a step does, to sets of cells at places a, b and c; the result goes to place `to`. */
enum circuit_act {
    CIRCUIT_READ,  /* the cells that suit voter a */
    CIRCUIT_AND,   /* a and b */
    CIRCUIT_OR,    /* a or b */
    CIRCUIT_HALF,  /* a + b: the sum, and what is carried to place `carry` */
    CIRCUIT_FULL,  /* a + b + c, the same */
    CIRCUIT_COUNT, /* a is added to the next counter; no result */
};
struct circuit_step {
    enum circuit_act act;
    uint16_t a, b, c, to, carry;
};

/* A straight line of steps.  While it is built, each result has a number of its own; circuit_finish
 * gives them places, and a place that nobody reads again to the next result: what is at work stays
 * in the first cache level. */
struct circuit {
    size_t n_counter, n_place;
    size_t n_step, room;
    struct circuit_step *step;
    bool failed; /* a step did not fit: circuit_finish says so */
};

/* Each returns the number of a result, from 0.  After an error they do nothing; circuit_finish
 * tells it. */
size_t circuit_read(struct circuit *c, size_t voter);
size_t circuit_both(struct circuit *c, size_t a, size_t b);
size_t circuit_either(struct circuit *c, size_t a, size_t b);

/* Where the seats of those results that hold add up to at least the quota, which is from 1 to the
 * sum of seats[n], less than 2^24.  Seats are added as numbers whose bits are sets (column
 * compression: Wallace (1964) IEEE Trans. Electronic Computers 13:14), with about one full adder
 * for each bit of them.
 */
size_t circuit_threshold(struct circuit *c, size_t n, const size_t of[], const uint32_t seats[],
                         uint32_t quota);

/* Counts a result: in counter 0, then 1 and so on. */
void circuit_count(struct circuit *c, size_t a);

/* Start from { .n_step = 0 }; the circuit is ready for tally_open then.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code circuit_finish(struct circuit *c, struct error *err);
void circuit_release(struct circuit *c);

#endif
