/* test_valuation.c - what talks know of every package at once */
#include "rng.h"
#include "trial.h"

#include <criterion/criterion.h>

/* What talks value package after package, from sums of the first issues, is what a look at one
 * package gives: with interactions too, and a veto player that the party's bodies add. */
Test(valuation, packages_are_valued_as_one_by_one)
{
    static const char talks[] =
        "talks = { deadline = 9; round_days = 1; parties = ("
        " { name = \"p\"; strategy = \"micro\"; }, { name = \"q\"; strategy = \"micro\"; } ); };";
    static const char more[] =
        "interactions = ( { price = (3, 4, 5); terms = \"b\"; adds = -0.2; },"
        "  { terms = \"c\"; price = (0, 20); adds = { uniform = (0, 0.3); }; } );";
    static char text[6000];
    struct error err = { .code = OK };
    struct trial t;
    struct world w;

    gsl_rng *r = gsl_rng_alloc(rng_philox);
    gsl_rng_set(r, 8);
    trial_small(more, talks, sizeof text, text);
    trial_open(&t, text);
    cr_assert_eq(world_init(&w, &t.package_index, &err), OK);
    for (uint64_t draw = 0; draw < 10; draw++) {
        cr_assert_eq(world_draw(&w, r, draw, &err), OK);
        for (uint32_t x = 0; x < t.package_index.n_package; x++) {
            double surplus[MAX_VETO], felt[MAX_PARTY];
            size_t level[MAX_ISSUE];
            grid_levels(&t.s.grid, x, level);
            appraisal_surpluses(&w.appraisal, level, surplus, felt);
            if (level[0] != 13) /* which the third party refuses */
                cr_assert_eq(sides_utility(&w.sides, 0, x), surplus[0], "package %u", x);
        }
    }
    world_release(&w);
    trial_close(&t);
    gsl_rng_free(r);
}
