/* test_rng.c - random streams */
#include "rng.h"

#include <criterion/criterion.h>

/* Vectors of the authors' own suite: Random123 1.14, tests/kat_vectors. */
Test(rng, gives_the_known_answers_of_philox4x32_10)
{
    static const struct {
        uint32_t counter[4], key[2], answer[4];
    } cases[] = {
        { { 0, 0, 0, 0 }, { 0, 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
        { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
          { 0xffffffff, 0xffffffff },
          { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
        { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
          { 0xa4093822, 0x299f31d0 },
          { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t out[4];
        rng_block(cases[i].key, cases[i].counter, out);
        cr_assert_arr_eq(out, cases[i].answer, sizeof out, "case %zu", i);
    }
}

enum { DRAWS = 10000 };

static void fill(double x[static DRAWS])
{
#pragma omp parallel
    {
        gsl_rng *r = gsl_rng_alloc(rng_philox);
        gsl_rng_set(r, 2026);
#pragma omp for schedule(dynamic, 7)
        for (uint64_t i = 0; i < DRAWS; i++) {
            rng_open(r, STREAM_PARAMETERS, i);
            x[i] = gsl_rng_uniform(r) + gsl_rng_uniform(r);
        }
        gsl_rng_free(r);
    }
}

Test(rng, draw_depends_on_its_index_and_not_on_the_thread_that_made_it)
{
    static double many[DRAWS], alone[DRAWS];
    fill(many);
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    gsl_rng_set(r, 2026);
    for (uint64_t i = DRAWS; i-- > 0;) { /* backwards, on one thread */
        rng_open(r, STREAM_PARAMETERS, i);
        alone[i] = gsl_rng_uniform(r) + gsl_rng_uniform(r);
    }
    gsl_rng_free(r);
    cr_assert_arr_eq(many, alone, sizeof many);
}

Test(rng, a_block_can_be_sought)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    rng_open(r, STREAM_TESTS, 9);
    for (int i = 0; i < 4 * 3; i++)
        gsl_rng_get(r);
    unsigned long walked = gsl_rng_get(r);
    rng_seek(r, 3);
    cr_assert_eq(gsl_rng_get(r), walked);
    gsl_rng_free(r);
}
