/* interactions.h - what two inputs of a model do together, beyond what each does by itself */
#ifndef INTERACTIONS_H
#define INTERACTIONS_H

#include "effects.h"

enum { INTERACTIONS_MOST = 16 }; /* inputs, each with each */

struct interactions {
    /* set by the caller: the inputs to look at, correlated with none */
    const struct effects_model *model; /* borrowed */
    uint64_t seed;
    unsigned log2_points; /* rows of each scramble */
    size_t n, input[INTERACTIONS_MOST];
    /* made by interactions_run */
    size_t n_pair;
    double *sum;            /* of each scramble and output (interactions.c) */
    struct estimate *found; /* [n_output * (n + n_pair)] */
};

/* Runs the model 2 + 2 n times in each of 16 * 2^log2_points rows.  As effects_run. */
NODISCARD
enum error_code interactions_run(struct interactions *v, struct pool_job *job, int threads,
                                 struct error *err);
void interactions_release(struct interactions *v);

/* Of inputs i < j of the list: the share of the output's variance that they explain together and
 * neither does alone (the second-order index). */
struct estimate interactions_of(const struct interactions *v, size_t output, size_t i, size_t j);

#endif
