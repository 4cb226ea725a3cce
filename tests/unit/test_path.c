/* test_path.c - widest paths, compared with a search of all thresholds */
#include "names.h"
#include "path.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Whether `to` can be reached from `from` over packages of at least `least`; in how many steps. */
static bool reaches(const struct grid *g, const float share[], float least, uint64_t from,
                    uint64_t to, size_t *steps)
{
    size_t n = (size_t)g->total;
    int *at = malloc(n * sizeof *at);
    bool moved = true;

    for (size_t i = 0; i < n; i++)
        at[i] = -1;
    at[from] = share[from] >= least ? 0 : -1;
    for (int step = 1; moved; step++) {
        moved = false;
        for (uint64_t i = 0; i < n; i++)
            for (size_t k = 0; at[i] == step - 1 && k < g->n; k++)
                for (uint64_t l = 0; l < g->axis[k].size; l++) {
                    const uint64_t next = i + (l - grid_level(g, i, k)) * g->axis[k].stride;
                    if (at[next] < 0 && share[next] >= least) {
                        at[next] = step;
                        moved = true;
                    }
                }
    }
    const bool is_reached = at[to] >= 0;
    *steps = is_reached ? (size_t)at[to] : 0;
    free(at);
    return is_reached;
}

static bool is_one_change(const struct grid *g, uint64_t a, uint64_t b)
{
    size_t apart = 0;

    for (size_t k = 0; k < g->n; k++)
        apart += grid_level(g, a, k) != grid_level(g, b, k);
    return apart == 1;
}

static void compare(const struct grid *g, const float share[], uint64_t from, uint64_t to)
{
    struct error err = { .code = OK };
    struct path path;
    float best = -1;
    size_t steps;

    for (uint64_t i = 0; i < g->total; i++)
        if (share[i] > best && reaches(g, share, share[i], from, to, &steps))
            best = share[i];
    cr_assert_eq(path_find(&path, g, share, from, to, &err), OK);
    if (best < 0) {
        cr_assert_eq(path.n, 0);
        return;
    }
    cr_assert(reaches(g, share, best, from, to, &steps));
    cr_assert_eq((float)path.least, best);
    cr_assert_eq(path.n, steps + 1);
    cr_assert(path.package[0] == from && path.package[path.n - 1] == to);
    for (size_t i = 0; i < path.n; i++) {
        cr_assert(share[path.package[i]] >= best);
        cr_assert(i == 0 || is_one_change(g, path.package[i - 1], path.package[i]));
    }
    path_release(&path);
}

/* Random shares of a small grid, a third of it forbidden. */
Test(path, no_other_path_is_wider_or_shorter)
{
    static const size_t size[] = { 3, 4, 2, 3 };
    gsl_rng *rng = gsl_rng_alloc(rng_philox);
    struct grid g;
    float share[72];

    cr_assert(grid_init(&g, COUNT_OF(size), size));
    cr_assert_eq(g.total, COUNT_OF(share));
    gsl_rng_set(rng, 7);
    for (uint64_t trial = 0; trial < 300; trial++) {
        rng_open(rng, STREAM_TESTS, trial);
        for (size_t i = 0; i < COUNT_OF(share); i++) {
            const double u = gsl_rng_uniform(rng);
            share[i] = u < 1.0 / 3 ? -1 : (float)(gsl_rng_uniform_int(rng, 20)) / 20;
        }
        const uint64_t from = gsl_rng_uniform_int(rng, 72), to = gsl_rng_uniform_int(rng, 72);
        compare(&g, share, from, to);
    }
    gsl_rng_free(rng);
}
