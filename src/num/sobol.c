/* sobol.c - Sobol' points, any of them at once, and their scrambling */
#include "sobol.h"

#include <gsl/gsl_qrng.h>
#include <string.h>

enum { WORD = 32 };

/* Point 2^k is point 2^k - 1 with direction k added to it bit by bit. */
enum error_code sobol_init(struct sobol *s, unsigned log2_points, struct error *err)
{
    gsl_qrng *sequence = gsl_qrng_alloc(gsl_qrng_sobol, SOBOL_COLUMNS);
    uint32_t before[SOBOL_COLUMNS] = { 0 };
    double x[SOBOL_COLUMNS];
    unsigned k = 0;

    *s = (struct sobol){ .log2_points = log2_points };
    if (!sequence)
        return error_set(err, ERR_MEMORY, "not enough memory for a sequence");
    for (uint64_t point = 1; k < log2_points; point++) {
        gsl_qrng_get(sequence, x);
        for (size_t j = 0; j < SOBOL_COLUMNS; j++) {
            const uint32_t now = (uint32_t)(x[j] * (1 << SOBOL_BITS)) << (WORD - SOBOL_BITS);
            if (point == UINT64_C(1) << k)
                s->direction[k][j] = now ^ before[j];
            before[j] = now;
        }
        k += point == UINT64_C(1) << k;
    }
    gsl_qrng_free(sequence);
    return OK;
}

/* The coordinate as the upper bits of a word. */
static uint32_t integer(const struct sobol *s, uint64_t point, size_t column)
{
    uint32_t x = 0;

    for (uint64_t left = point ^ point >> 1; left; left &= left - 1)
        x ^= s->direction[__builtin_ctzll(left)][column];
    return x;
}

static uint32_t reversed(uint32_t x)
{
    x = (x >> 1 & 0x55555555U) | (x & 0x55555555U) << 1;
    x = (x >> 2 & 0x33333333U) | (x & 0x33333333U) << 2;
    x = (x >> 4 & 0x0f0f0f0fU) | (x & 0x0f0f0f0fU) << 4;
    return __builtin_bswap32(x);
}

/* In reverse, adding and multiplying carry upwards only, so that a bit depends on those before it
 * alone. */
static uint32_t scrambled(uint32_t x, uint32_t seed)
{
    x = reversed(x) + seed;
    x ^= x * 0x6c50b47cU;
    x ^= x * 0xb82f1e52U;
    x ^= x * 0xc7afe638U;
    x ^= x * 0x8d22f6e6U;
    return reversed(x);
}

double sobol_coordinate(const struct sobol *s, uint64_t point, size_t column, uint32_t seed)
{
    return ((double)scrambled(integer(s, point, column), seed) + 0.5) * 0x1p-32;
}

uint64_t sobol_shuffle(const struct sobol *s, uint64_t point, uint32_t seed)
{
    const unsigned unused = WORD - s->log2_points;

    return s->log2_points == 0 ? 0 : scrambled((uint32_t)point << unused, seed) >> unused;
}
