/* box_sample.h - made rows with factors and answers, for tests of what is found in them */
#ifndef BOX_SAMPLE_H
#define BOX_SAMPLE_H

#include "cases.h"

#include <gsl/gsl_rng.h>

enum { SAMPLE_FACTORS = 10 };

struct sample {
    struct cases cases; /* of what follows */
    struct factor factor[SAMPLE_FACTORS];
    double *value[SAMPLE_FACTORS];
    uint8_t *answer;
};

/* Makes room for rows whose factors are all of this kind, and hands them out, all 0. */
void sample_open(struct sample *s, size_t n_row, size_t n_factor, enum factor_kind kind);
void sample_close(struct sample *s);

/* A generator of this seed; free it. */
gsl_rng *sample_rng(uint64_t seed);

/* Fills every factor: reals in (0, 1), whole numbers 0 .. 9, categories 0 .. n_category - 1. */
void sample_fill(struct sample *s, size_t n_category, const gsl_rng *r);

/* Another sample with the labels of all categories changed: a becomes to[a]. */
void sample_relabel(struct sample *out, const struct sample *s, const double to[MAX_CATEGORY]);

/* to[n], out: 0 .. n - 1 in some order. */
void sample_permutation(size_t n, double to[], const gsl_rng *r);

#endif
