/* hybrid.h - two worlds, and the first with some of its inputs taken from the second */
#ifndef HYBRID_H
#define HYBRID_H

#include "effects.h"
#include "net.h"

/* A thread's own room for a row of a study. */
struct hybrid {
    const struct effects_model *model; /* borrowed */
    void *space;                       /* of the model */
    uint64_t row;
    double *ua, *ub;     /* [n_input] independent and uniform */
    double *ca, *cb;     /* the same, correlated */
    double *xa, *xb, *x; /* values */
    double *ya, *yb, *y; /* [n_output]; y: of what is tried */
    bool *redrawn;       /* [n_input] by the caller, before hybrid_try */
    double *room;        /* of copula_redraw */
};

/* To be released, whatever is returned.  Errors: ERR_MEMORY, and those of the model. */
NODISCARD
enum error_code hybrid_init(struct hybrid *h, const struct effects_model *model, struct error *err);
void hybrid_release(struct hybrid *h);

/* Takes in row number `row`, of 2^net->sobol.log2_points rows a scramble: worlds a and b, their
 * values and the outputs ya and yb.  Nothing is redrawn.  Errors: those of the model. */
NODISCARD
enum error_code hybrid_begin(struct hybrid *h, const struct net *net, uint64_t row,
                             struct error *err);

/* y: the outputs of world a with the inputs in `redrawn` drawn anew, as b has them; of correlated
 * inputs given those that stay.  Errors: those of the model. */
NODISCARD
enum error_code hybrid_try(struct hybrid *h, struct error *err);

/* y: the outputs of world b with one input, correlated with none, as a has it. */
NODISCARD
enum error_code hybrid_try_in_b(struct hybrid *h, size_t input, struct error *err);

/* Whether an input of a model is correlated with another. */
bool hybrid_is_correlated(const struct effects_model *m, size_t input);

#endif
