/* net.c - pairs of points that fill a box of any dimension evenly, scrambled at random */
#include "net.h"

#include "design.h"

enum error_code net_init(struct net *net, size_t n_input, unsigned log2_points, uint64_t seed,
                         struct error *err)
{
    *net = (struct net){ .n_input = n_input, .seed = seed };
    return sobol_init(&net->sobol, log2_points, err);
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

void net_pair(const struct net *net, uint32_t scramble, uint64_t point, double a[], double b[])
{
    const uint64_t points = UINT64_C(1) << net->sobol.log2_points;

    for (size_t first = 0; first < net->n_input; first += NET_BLOCK) {
        const size_t left = net->n_input - first, n = left < NET_BLOCK ? left : NET_BLOCK;
        const uint32_t order = (uint32_t)(first / NET_BLOCK) << 16 | scramble;
        const uint64_t at = design_shuffle(points, net->seed, order, point);
        uint32_t seed[4];
        column_seeds(net, scramble, first, seed);
        const struct column_order columns = column_order(2 * n, seed);
        for (size_t j = 0; j < n; j++) {
            column_seeds(net, scramble, first + j, seed);
            a[first + j] = sobol_coordinate(&net->sobol, at, column_of(&columns, j), seed[0]);
            b[first + j] = sobol_coordinate(&net->sobol, at, column_of(&columns, n + j), seed[1]);
        }
    }
}
