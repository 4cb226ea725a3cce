/* net.c - pairs of points that fill a box of any dimension evenly, scrambled at random */
#include "net.h"

#include "arena.h"
#include "design.h"

#include <gsl/gsl_qrng.h>
#include <stdlib.h>

/* The first point of the table is the origin; GSL's first is the next. */
static void fill_table(struct net *net, gsl_qrng *sobol)
{
    enum { GSL_BITS = 30 };
    double v[NET_COLUMNS];

    for (size_t i = 1; i < (size_t)1 << net->log2_points; i++) {
        gsl_qrng_get(sobol, v);
        for (size_t j = 0; j < NET_COLUMNS; j++)
            net->integer[i * NET_COLUMNS + j] = (uint32_t)(v[j] * (1 << GSL_BITS))
                                                << (32 - GSL_BITS);
    }
}

enum error_code net_init(struct net *net, size_t n_input, unsigned log2_points, uint64_t seed,
                         struct error *err)
{
    *net = (struct net){ .n_input = n_input, .log2_points = log2_points, .seed = seed };
    net->integer = memory_alloc((size_t)NET_COLUMNS << log2_points, sizeof *net->integer, err);
    if (!net->integer)
        return err->code;
    gsl_qrng *sobol = gsl_qrng_alloc(gsl_qrng_sobol, NET_COLUMNS);
    if (!sobol)
        return error_set(err, ERR_MEMORY, "not enough memory for a sequence");
    fill_table(net, sobol);
    gsl_qrng_free(sobol);
    return OK;
}

void net_release(struct net *net)
{
    free(net->integer);
    *net = (struct net){ .n_input = 0 };
}

static uint32_t reversed(uint32_t x)
{
    x = (x >> 1 & 0x55555555U) | (x & 0x55555555U) << 1;
    x = (x >> 2 & 0x33333333U) | (x & 0x33333333U) << 2;
    x = (x >> 4 & 0x0f0f0f0fU) | (x & 0x0f0f0f0fU) << 4;
    return __builtin_bswap32(x);
}

/* Owen's scrambling: a bit is flipped or not by a hash of the bits above it.  In reverse, adding
 * and multiplying carry upwards only, so that a bit depends on those before it alone. */
static uint32_t scrambled(uint32_t x, uint32_t seed)
{
    x = reversed(x) + seed;
    x ^= x * 0x6c50b47cU;
    x ^= x * 0xb82f1e52U;
    x ^= x * 0xc7afe638U;
    x ^= x * 0x8d22f6e6U;
    return reversed(x);
}

/* The seeds of the scrambling of two columns, those of one input. */
static void column_seeds(const struct net *net, uint32_t scramble, size_t input, uint32_t out[4])
{
    const uint32_t key[2] = { (uint32_t)net->seed, (uint32_t)(net->seed >> 32) };
    const uint32_t counter[4] = { (uint32_t)input, scramble, 0, STREAM_NET };

    rng_block(key, counter, out);
}

/* Columns 0 .. n - 1 in another order in each scramble: from one to the next by a step that has no
 * factor in common with n. */
struct column_order {
    size_t n, step, first;
};

static struct column_order column_order(size_t n, const uint32_t seed[4])
{
    size_t step = 1 + seed[2] % n;

    for (;; step = 1 + step % n) {
        size_t a = n, b = step; /* Euclid's */
        while (b != 0) {
            const size_t rest = a % b;
            a = b;
            b = rest;
        }
        if (a == 1)
            return (struct column_order){ n, step, seed[3] % n };
    }
}

static size_t column_of(const struct column_order *o, size_t c)
{
    return (c * o->step + o->first) % o->n;
}

/* In (0, 1): the middle of a cell. */
static double coordinate(uint32_t x)
{
    return ((double)x + 0.5) * 0x1p-32;
}

void net_pair(const struct net *net, uint32_t scramble, uint64_t point, double a[], double b[])
{
    const uint64_t points = UINT64_C(1) << net->log2_points;

    for (size_t first = 0; first < net->n_input; first += NET_BLOCK) {
        const size_t left = net->n_input - first, n = left < NET_BLOCK ? left : NET_BLOCK;
        const uint32_t order = (uint32_t)(first / NET_BLOCK) << 16 | scramble;
        const uint32_t *at =
            net->integer + design_shuffle(points, net->seed, order, point) * NET_COLUMNS;
        uint32_t seed[4];
        column_seeds(net, scramble, first, seed);
        const struct column_order columns = column_order(2 * n, seed);
        for (size_t j = 0; j < n; j++) {
            column_seeds(net, scramble, first + j, seed);
            a[first + j] = coordinate(scrambled(at[column_of(&columns, j)], seed[0]));
            b[first + j] = coordinate(scrambled(at[column_of(&columns, n + j)], seed[1]));
        }
    }
}
