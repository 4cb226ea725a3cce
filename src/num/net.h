/* net.h - pairs of points that fill a box of any dimension evenly, scrambled at random */
#ifndef NET_H
#define NET_H

#include "sobol.h"

enum {
    NET_BLOCK = SOBOL_COLUMNS / 2, /* inputs that share one sequence: two columns each */
    NET_LARGEST = 24,              /* log2 of the number of points, at most */
};

/* 2^log2_points pairs (a, b) of points in (0, 1)^n_input.  Up to NET_BLOCK inputs are one net of
 * twice as many columns: a and b together.  With more, each block of inputs has a net of its own in
 * an order of its own (Latin supercube sampling), both columns of an input in one block.
 *
 * Some two columns of a sequence are uneven together for long; which inputs have them differs from
 * scramble to scramble.
 *
 * Coordinates are those of sobol.h, scrambled.  A pair depends on seed, scramble and number alone;
 * pairs of different scrambles are independent.
 *
 * Source: Owen (1998) ACM TOMACS 8:71. */
struct net {
    size_t n_input;
    uint64_t seed;
    struct sobol sobol;
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code net_init(struct net *net, size_t n_input, unsigned log2_points, uint64_t seed,
                         struct error *err);

/* Writes pair number `point` of a scramble: a[n_input], b[n_input]. */
void net_pair(const struct net *net, uint32_t scramble, uint64_t point, double a[], double b[]);

#endif
