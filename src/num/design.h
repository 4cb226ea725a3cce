/* design.h - where in a box to look: points by number */
#ifndef DESIGN_H
#define DESIGN_H

#include "error.h"
#include "names.h"
#include "rng.h"

#include <gsl/gsl_qrng.h>

#define DESIGN_LIST(X)                                                        \
    X(GRID, grid, "every combination of the values")                          \
    X(LHS, lhs, "Latin hypercube: each of N strata of a lever is hit once")   \
    X(SOBOL, sobol, "Sobol' sequence, shifted at random: even at any length") \
    X(RANDOM, random, "uniform at random")

enum design_kind {
#define X(upper, lower, help) DESIGN_##upper,
    DESIGN_LIST(X)
#undef X
        DESIGN_COUNT,
};
extern const struct name design_names[DESIGN_COUNT];

enum { DESIGN_MAX = 32 }; /* dimensions */

/* A design of n points in [0, 1)^n_dim, any but the grid.  A point depends on seed and number
 * alone, so that any thread or machine may make any of them. */
struct design {
    enum design_kind kind;
    uint64_t n;
    size_t n_dim;
    uint64_t seed;
    gsl_rng *rng;
    gsl_qrng *sobol;
    uint64_t at; /* the point that `sobol` makes next */
    double shift[DESIGN_MAX];
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code design_open(struct design *d, enum design_kind kind, uint64_t n, size_t n_dim,
                            uint64_t seed, struct error *err);
void design_close(struct design *d);

/* Writes point `index`, below n, to u[n_dim].  For sobol quick when indices rise. */
void design_point(struct design *d, uint64_t index, double u[]);

/* The place of index in an order of n that looks random, by seed and dimension: a bijection of
 * 0 .. n-1.  For large n: of a handful not all orders are equally likely. */
uint64_t design_shuffle(uint64_t n, uint64_t seed, uint32_t dim, uint64_t index);

/* Order `number` of n things, each as likely as another: order[n], out.
 * Source: Fisher & Yates (1938); Durstenfeld (1964) Comm. ACM 7:420. */
void design_order(size_t n, uint64_t seed, uint64_t number, size_t order[]);

#endif
