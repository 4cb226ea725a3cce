/* box_sample.c - made rows with factors and answers, for tests of what is found in them */
#include "box_sample.h"

#include "rng.h"

#include <criterion/criterion.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

void sample_open(struct sample *s, size_t n_row, size_t n_factor, enum factor_kind kind)
{
    *s = (struct sample){ .answer = calloc(n_row + 1, sizeof *s->answer) };
    cr_assert(s->answer && n_factor <= SAMPLE_FACTORS);
    for (size_t f = 0; f < n_factor; f++) {
        s->value[f] = calloc(n_row + 1, sizeof *s->value[f]);
        cr_assert(s->value[f]);
        s->factor[f] = (struct factor){ kind, s->value[f] };
    }
    s->cases = (struct cases){ n_row, n_factor, s->factor, s->answer, NULL };
}

void sample_close(struct sample *s)
{
    for (size_t f = 0; f < s->cases.n_factor; f++)
        free(s->value[f]);
    free(s->answer);
}

gsl_rng *sample_rng(uint64_t seed)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    gsl_rng_set(r, seed);
    rng_open(r, STREAM_TESTS, 0);
    return r;
}

void sample_fill(struct sample *s, size_t n_category, const gsl_rng *r)
{
    for (size_t i = 0; i < s->cases.n_row; i++)
        for (size_t f = 0; f < s->cases.n_factor; f++) {
            const enum factor_kind kind = s->factor[f].kind;
            const size_t n = kind == FACTOR_WHOLE ? 10 : n_category;
            s->value[f][i] =
                kind == FACTOR_REAL ? gsl_rng_uniform_pos(r) : (double)gsl_rng_uniform_int(r, n);
        }
}

void sample_relabel(struct sample *out, const struct sample *s, const double to[MAX_CATEGORY])
{
    sample_open(out, s->cases.n_row, s->cases.n_factor, FACTOR_REAL);
    for (size_t f = 0; f < s->cases.n_factor; f++) {
        out->factor[f].kind = s->factor[f].kind;
        for (size_t i = 0; i < s->cases.n_row; i++)
            out->value[f][i] =
                s->factor[f].kind == FACTOR_CATEGORY ? to[(size_t)s->value[f][i]] : s->value[f][i];
    }
    for (size_t i = 0; i < s->cases.n_row; i++)
        out->answer[i] = s->answer[i];
}

void sample_permutation(size_t n, double to[], const gsl_rng *r)
{
    for (size_t a = 0; a < n; a++)
        to[a] = (double)a;
    gsl_ran_shuffle(r, to, n, sizeof *to);
}
