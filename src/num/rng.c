/* rng.c - random streams that can be opened at any index */
#include "rng.h"

#include <string.h>

/* Constants of Philox4x32 (Salmon et al. 2011). */
#define ROUNDS 10
#define MULTIPLIER_0 UINT32_C(0xD2511F53)
#define MULTIPLIER_1 UINT32_C(0xCD9E8D57)
#define WEYL_0 UINT32_C(0x9E3779B9)
#define WEYL_1 UINT32_C(0xBB67AE85)

/* counter = { block, index low, index high, purpose }: streams differ in the last three words
 * and so never overlap. */
struct philox {
    uint32_t key[2];
    uint32_t counter[4];
    uint32_t block[4];
    int unused; /* words of block not yet handed out */
};

static void round_once(uint32_t x[4], const uint32_t key[2])
{
    uint64_t p0 = (uint64_t)MULTIPLIER_0 * x[0];
    uint64_t p1 = (uint64_t)MULTIPLIER_1 * x[2];
    uint32_t y[4] = {
        (uint32_t)(p1 >> 32) ^ x[1] ^ key[0],
        (uint32_t)p1,
        (uint32_t)(p0 >> 32) ^ x[3] ^ key[1],
        (uint32_t)p0,
    };
    memcpy(x, y, sizeof y);
}

void rng_block(const uint32_t key[2], const uint32_t counter[4], uint32_t out[4])
{
    uint32_t k[2] = { key[0], key[1] };

    memcpy(out, counter, 4 * sizeof *out);
    for (int i = 0; i < ROUNDS; i++) {
        round_once(out, k);
        k[0] += WEYL_0;
        k[1] += WEYL_1;
    }
}

static void philox_set(void *state, unsigned long seed)
{
    struct philox *p = state;
    *p = (struct philox){ .key = { (uint32_t)seed, (uint32_t)((uint64_t)seed >> 32) } };
}

static unsigned long philox_get(void *state)
{
    struct philox *p = state;

    if (p->unused == 0) {
        rng_block(p->key, p->counter, p->block);
        p->counter[0]++;
        p->unused = 4;
    }
    return p->block[4 - p->unused--];
}

static double philox_get_double(void *state)
{
    uint64_t high = philox_get(state) >> 5, low = philox_get(state) >> 6;
    return ((double)(high << 26) + (double)low) * 0x1p-53; /* 53 bits in [0, 1) */
}

static const gsl_rng_type philox_type = {
    .name = "philox4x32-10",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(struct philox),
    .set = philox_set,
    .get = philox_get,
    .get_double = philox_get_double,
};
const gsl_rng_type *const rng_philox = &philox_type;

void rng_open(const gsl_rng *r, enum stream purpose, uint64_t index)
{
    struct philox *p = gsl_rng_state(r);

    p->counter[0] = 0;
    p->counter[1] = (uint32_t)index;
    p->counter[2] = (uint32_t)(index >> 32);
    p->counter[3] = (uint32_t)purpose;
    p->unused = 0;
}

void rng_seek(const gsl_rng *r, uint32_t block)
{
    struct philox *p = gsl_rng_state(r);

    p->counter[0] = block;
    p->unused = 0;
}
