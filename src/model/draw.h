/* draw.h - one possible world: a value for every parameter */
#ifndef DRAW_H
#define DRAW_H

#include "rng.h"
#include "scenario.h"

/* Writes draw number `index` to theta[s->n_parameter].
 *
 * r is a rng_philox with the scenario's seed.  A parameter's value depends on seed, index and its
 * own path alone (of two paths with one hash, the later takes the next free address); of Sobol'
 * draws also on its place (draw_spread), and index is below s->draws.  Changing, adding or fixing
 * another parameter leaves it as it was, so that two runs with one seed differ only by what was
 * changed (common random numbers).
 *
 * Errors: ERR_SCENARIO, at the parameter's line, when a value is not finite (a normal with a
 * standard deviation of 1e308, say). */
NODISCARD
enum error_code draw_make(const struct scenario *s, const gsl_rng *r, uint64_t index,
                          double theta[], struct error *err);

/* How draws lie in the box of the uncertain numbers. */
#define DRAW_DESIGN_LIST(X)                      \
    X(PLAIN, plain, "each by itself, at random") \
    X(SOBOL, sobol, "evenly, in 16 scrambled Sobol' nets")
enum draw_design {
#define X(upper, lower, help) DRAWS_##upper,
    DRAW_DESIGN_LIST(X)
#undef X
        DRAW_DESIGN_COUNT,
};
extern const struct name draw_design_names[DRAW_DESIGN_COUNT];

enum {
    DRAW_SCRAMBLES = 16,       /* nets of Sobol' draws: independent, so that they tell the error */
    DRAW_SOBOL_MOST = 1 << 29, /* draws */
};

/* Has draw_make make Sobol' draws, where s->design says so: s->draws of them from s->seed, rounded
 * up to a power of two, of at least one point a net.  Draw i is point i / 16 of net i % 16, so that
 * the first draws are of all nets.
 *
 * A parameter has a column of its own by its place (parameter.h), whatever is fixed or uncertain.
 * The first SOBOL_COLUMNS share a net; the next share another one, run through in an order of its
 * own (Latin supercube sampling).  Source: Owen (1998) ACM TOMACS 8:71.
 *
 * Errors: ERR_USAGE for more than DRAW_SOBOL_MOST; ERR_MEMORY. */
NODISCARD
enum error_code draw_spread(struct scenario *s, struct error *err);

/* Moves r, as for draw_make, to a draw; then the uniform number of a parameter's address in it. */
void draw_open(const gsl_rng *r, uint64_t index);
double draw_uniform(const gsl_rng *r, uint32_t address);

/* Turns uniform numbers, theta[n_parameter], into the values of a draw, correlations first.  What
 * was learned (struct learned_worlds) is left out.  Errors: as of draw_make; index is for them. */
NODISCARD
enum error_code draw_from(const struct scenario *s, uint64_t index, double theta[],
                          struct error *err);

/* The mean of a parameter; of one of which something was learned, that over the learned worlds. */
double draw_mean_of(const struct scenario *s, size_t parameter);

/* Every parameter at its mean.  A red line holds there when it is likelier than not. */
void draw_mean(const struct scenario *s, double theta[]);

#endif
