/* design.c - where in a box to look: points by number */
#include "design.h"

#include <float.h>
#include <math.h>

const struct name design_names[DESIGN_COUNT] = {
#define X(upper, lower, help) { DESIGN_##upper, #lower, help },
    DESIGN_LIST(X)
#undef X
};

enum error_code design_open(struct design *d, enum design_kind kind, uint64_t n, size_t n_dim,
                            uint64_t seed, struct error *err)
{
    *d = (struct design){ .kind = kind, .n = n, .n_dim = n_dim, .seed = seed };
    d->rng = gsl_rng_alloc(rng_philox);
    d->sobol = kind == DESIGN_SOBOL ? gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)n_dim) : NULL;
    if (!d->rng || (kind == DESIGN_SOBOL && !d->sobol)) {
        design_close(d);
        return error_set(err, ERR_MEMORY, "not enough memory for a design");
    }
    gsl_rng_set(d->rng, seed);
    rng_open(d->rng, STREAM_DESIGN_SHIFT, 0);
    for (size_t j = 0; j < n_dim; j++)
        d->shift[j] = gsl_rng_uniform(d->rng);
    return OK;
}

void design_close(struct design *d)
{
    if (d->rng)
        gsl_rng_free(d->rng);
    if (d->sobol)
        gsl_qrng_free(d->sobol);
    *d = (struct design){ .n = 0 };
}

/* A Feistel network of four rounds on the least even number of bits that holds n, walked until
 * it lands below n: no table of n places is needed.
 * Source: Black & Rogaway (2002) Ciphers with arbitrary finite domains, CT-RSA, LNCS 2271:114. */
uint64_t design_shuffle(uint64_t n, uint64_t seed, uint32_t dim, uint64_t index)
{
    enum { ROUNDS = 4 };
    const uint32_t key[2] = { (uint32_t)seed, (uint32_t)(seed >> 32) };
    unsigned half = 1;

    while (half < 32 && (n - 1) >> 2 * half)
        half++;
    const uint64_t mask = (UINT64_C(1) << half) - 1;
    do {
        uint64_t left = index >> half, right = index & mask;
        for (uint32_t i = 0; i < ROUNDS; i++) {
            uint32_t counter[4] = { i, (uint32_t)right, dim, STREAM_DESIGN_ORDER }, out[4];
            rng_block(key, counter, out);
            uint64_t next = left ^ (out[0] & mask);
            left = right;
            right = next;
        }
        index = left << half | right;
    } while (index >= n);
    return index;
}

/* Point 0 of GSL's sequence is that of index 1, in the middle of everything; the shift makes up
 * for the origin that it leaves out.
 * Source: Cranley & Patterson (1976) SIAM J. Numer. Anal. 13:904. */
static void sobol_point(struct design *d, uint64_t index, double u[])
{
    if (index < d->at) {
        gsl_qrng_init(d->sobol);
        d->at = 0;
    }
    for (; d->at <= index; d->at++)
        gsl_qrng_get(d->sobol, u);
    for (size_t j = 0; j < d->n_dim; j++) {
        u[j] += d->shift[j];
        u[j] -= floor(u[j]);
    }
}

void design_point(struct design *d, uint64_t index, double u[])
{
    if (d->kind == DESIGN_SOBOL) {
        sobol_point(d, index, u);
        return;
    }
    rng_open(d->rng, STREAM_DESIGN, index);
    for (size_t j = 0; j < d->n_dim; j++) {
        u[j] = gsl_rng_uniform(d->rng);
        if (d->kind == DESIGN_LHS) {
            const double stratum = (double)design_shuffle(d->n, d->seed, (uint32_t)j, index);
            u[j] = fmin((stratum + u[j]) / (double)d->n, 1 - DBL_EPSILON / 2); /* rounds to 1 */
        }
    }
}

void design_order(size_t n, uint64_t seed, uint64_t number, size_t order[])
{
    const uint32_t key[2] = { (uint32_t)seed, (uint32_t)(seed >> 32) };

    for (size_t i = 0; i < n; i++)
        order[i] = i;
    for (size_t i = n; i-- > 1;) {
        const uint32_t counter[4] = { (uint32_t)number, (uint32_t)(number >> 32), (uint32_t)i / 4,
                                      STREAM_WALK };
        uint32_t word[4];
        rng_block(key, counter, word);
        const size_t j = (size_t)((uint64_t)word[i % 4] * (i + 1) >> 32), at = order[i];
        order[i] = order[j];
        order[j] = at;
    }
}
