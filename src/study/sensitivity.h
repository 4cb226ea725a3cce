/* sensitivity.h - which doubt of a scenario decides what */
#ifndef SENSITIVITY_H
#define SENSITIVITY_H

#include "effects.h"
#include "interactions.h"
#include "numbers.h"
#include "outputs.h"
#include "package_index.h"

struct sensitivity {
    /* set by the caller */
    const struct layout *layout;               /* borrowed */
    const struct package_index *package_index; /* borrowed; NULL unless talks are asked for */
    const struct outputs *outputs;             /* borrowed */
    uint64_t seed;
    unsigned log2_points; /* pairs of worlds in each of EFFECTS_SCRAMBLES */
    size_t n_paired;      /* of so many numbers each with each; 0: of none */
    /* made by sensitivity_run */
    struct numbers numbers;
    struct effects_model model;
    bool *is_answer; /* [outputs->n] */
    struct effects effects;
    size_t *order; /* [outputs->n * numbers.n] inputs by how often the output flips, most first */
    struct interactions interactions; /* n 0: none */
};

/* Samples worlds and finds what redrawing each number, and each group of them, changes.  job as for
 * map_run; with pairs it is run twice.  Results do not depend on the number of threads.
 * Errors: ERR_SCENARIO for a number without a finite value; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code sensitivity_run(struct sensitivity *v, struct pool_job *job, int threads,
                                struct error *err);
void sensitivity_release(struct sensitivity *v);

/* The bytes that it takes at most, for a check beforehand. */
double sensitivity_bytes(const struct scenario *s, size_t n_output, int threads);

#endif
