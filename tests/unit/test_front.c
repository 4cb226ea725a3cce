/* test_front.c - points that no other beats, of many parties, in rooms that are used again */
#include "front.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <stdlib.h>

/* Whether q is as good as x for every party and before it: better for the first or the second, or
 * of a lower number. */
static bool beats(size_t n, const double *q, const double *x, uint64_t of_q, uint64_t of_x)
{
    for (size_t p = 0; p < n; p++)
        if (q[p] < x[p])
            return false;
    return q[0] > x[0] || q[1] > x[1] || of_q < of_x;
}

static void fill(struct front *f, size_t n_party, size_t n, const gsl_rng *r)
{
    struct error err = { .code = OK };

    cr_assert_eq(front_reserve(f, n_party, n, &err), OK);
    f->n = n;
    for (size_t i = 0; i < n; i++) {
        f->package[i] = i;
        for (size_t p = 0; p < n_party; p++) /* steps, so that there are ties */
            f->gain[i * n_party + p] = (double)gsl_rng_uniform_int(r, 12);
    }
}

/* Every point is kept that no point before it matches, in order of the first gain; by plain
 * comparison.  Rooms grow and change shape, as from one query to the next. */
Test(front, keeps_what_no_point_before_it_matches)
{
    static const size_t shape[][2] = { { 4, 100 }, { 20, 20 }, { 3, 300 }, { 9, 65 }, { 2, 200 },
                                       { 48, 7 },  { 5, 1 },   { 6, 500 }, { 7, 8 },  { 30, 33 } };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct front from = { 0 }, to = { 0 };
    struct error err = { .code = OK };

    gsl_rng_set(r, 7);
    rng_open(r, STREAM_TESTS, 0);
    for (size_t k = 0; k < sizeof shape / sizeof *shape; k++) {
        const size_t n_party = shape[k][0], n = shape[k][1];
        size_t kept = 0;
        fill(&from, n_party, n, r);
        cr_assert_eq(front_reserve(&to, n_party, n, &err), OK);
        front_keep(&from, SIZE_MAX, &to);
        for (size_t i = 0; i < n; i++) {
            bool stays = true;
            for (size_t q = 0; q < n && stays; q++)
                stays = q == i ||
                        !beats(n_party, from.gain + q * n_party, from.gain + i * n_party, q, i);
            bool found = false;
            for (size_t x = 0; x < to.n; x++)
                found = found || to.package[x] == i;
            cr_assert_eq(found, stays, "%zu parties, point %zu", n_party, i);
            kept += stays;
        }
        cr_assert_eq(to.n, kept);
        for (size_t x = 1; x < to.n; x++)
            cr_assert_geq(to.gain[(x - 1) * n_party], to.gain[x * n_party]);
    }
    front_release(&from);
    front_release(&to);
    gsl_rng_free(r);
}
