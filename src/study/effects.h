/* effects.h - how much each input of a model, and each group of them, does to its outputs
 *
 * Two worlds, a and b, are drawn independently.  In a, one input, or a group, is taken from b: how
 * often, and how far, does an output change?  docs/methods.md, "What decides". */
#ifndef EFFECTS_H
#define EFFECTS_H

#include "copula.h"
#include "pool.h"

enum {
    EFFECTS_SCRAMBLES = 16, /* independent repetitions, from which intervals come */
    EFFECTS_BINS = 64,      /* of an input's values, at most */
    EFFECTS_CURVE = 16,     /* points of a curve, at most, of an input without values of its own */
    EFFECTS_GROUPINGS = 4,
};

/* A model: n_output numbers for every point of n_input inputs.  `with` is handed to all. */
struct effects_model {
    void *with;
    size_t n_input, n_output;
    const size_t *n_value; /* [n_input] how many values an input has; 0: any in an interval */
    const bool *is_answer; /* [n_output] whether it is a yes or no, 1 or 0; NULL: all are numbers */
    enum error_code (*open)(void *with, void **space, struct error *err);
    /* The value of an input below which a share u of its values lies. */
    enum error_code (*value)(void *with, size_t input, double u, double *x, struct error *err);
    /* Which of its n_value values x is. */
    size_t (*which)(void *with, size_t input, double x);
    /* The outputs y[n_output] at x[n_input].  What else is left to chance follows from `row`. */
    enum error_code (*answer)(void *space, const double x[], uint64_t row, double y[],
                              struct error *err);
    void (*close)(void *space);
    const struct copula *copula; /* over some inputs, or NULL */
    const size_t *correlated;    /* [copula->n] which */
};

/* A way to put inputs into groups: group[n_input], below n. */
struct effects_grouping {
    size_t n;
    const size_t *group;
};

/* An estimate with its interval of 95 %. */
struct estimate {
    double value, low, high;
};

struct effects {
    /* set by the caller */
    const struct effects_model *model; /* borrowed */
    uint64_t seed;
    unsigned log2_points; /* rows of each scramble */
    size_t n_grouping;
    struct effects_grouping grouping[EFFECTS_GROUPINGS];
    /* made by effects_run */
    size_t n_group;                          /* of all groupings */
    size_t first_group[EFFECTS_GROUPINGS];   /* of a grouping, among all groups */
    size_t *n_bin, *first_bin, *first_curve; /* [n_input] */
    size_t bins, curves;                     /* of all inputs */
    size_t width;                            /* sums of an output (effects.c) */
    double *sum;                             /* [EFFECTS_SCRAMBLES * n_output * width] */
    double *in_bin;                          /* [EFFECTS_SCRAMBLES * bins] points */
    double *at_bin;         /* [EFFECTS_SCRAMBLES * bins] sums of the input's values */
    struct estimate *found; /* [n_output * n_found] */
    size_t n_found;
};

/* Runs the model (2 + n_input + two for each group) times in each of 16 * 2^log2_points rows.
 * Results do not depend on the number of threads.  job as for map_run.
 * Errors: those of the model; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code effects_run(struct effects *e, struct pool_job *job, int threads,
                            struct error *err);
void effects_release(struct effects *e);

/* How often the model is run. */
double effects_runs(const struct effects *e);

/* Below, intervals stay within what is possible: of an answer's mean, flips and curve, and of
 * shares, from 0 to 1; of effects from 0 on.  A mean of 0 or 1 of an answer has Wilson's interval.
 */

/* The mean of an output. */
struct estimate effects_mean(const struct effects *e, size_t output);

/* Of a yes or no, how often redrawing the input alone changes the answer; else the mean square of
 * the change. */
struct estimate effects_flips(const struct effects *e, size_t output, size_t input);

/* The total effect of an input, and its first-order effect: shares of the output's variance.  NAN
 * where the output never varies.  Of an input that is correlated with another they are no
 * decomposition, and NAN. */
struct estimate effects_total(const struct effects *e, size_t output, size_t input);
struct estimate effects_first(const struct effects *e, size_t output, size_t input);

/* The Shapley effect of a group: a share of what the inputs do to the output's variance (all of it
 * but what `row` leaves to chance); those of a grouping sum to 1.
 * Source: Owen (2014) SIAM/ASA JUQ 2:245; Song, Nelson & Staum (2016) SIAM/ASA JUQ 4:1060;
 * estimated as in Goda (2021) Reliability Engineering & System Safety 213:107757. */
struct estimate effects_share(const struct effects *e, size_t output, size_t grouping,
                              size_t group);

/* The same as effects_flips, for a group as a whole. */
struct estimate effects_group_flips(const struct effects *e, size_t output, size_t grouping,
                                    size_t group);

/* The curve of an input: how many points it has, the mean value of the input at one, and the mean
 * of the output there. */
size_t effects_points(const struct effects *e, size_t input);
double effects_at(const struct effects *e, size_t input, size_t point);
struct estimate effects_curve(const struct effects *e, size_t output, size_t input, size_t point);

#endif
