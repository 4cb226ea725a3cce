/* test_extension.c - a deal that holds may go on, on the same terms */
#include "draw.h"
#include "kit.h"
#include "map.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What going on is worth to each, with a lasting level of 0.4 and no other doubt; p discounts. */
static const char *const text =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"x\"; levels = (0, 1, 2); %s },"
    "           { name = \"terms\"; levels = (\"pause\", \"peace\"); lasts = { pause = 0.4; peace "
    "= 1; }; } );"
    "parties = ( { name = \"p\"; weights = { x = 1; terms = 1; }; no_deal = 0.1; discount = 0.999; "
    "%s"
    "  values = { x = { kind = \"linear\"; worst = 2; best = 0; };"
    "             terms = { kind = \"levels\"; pause = 0; peace = 1; }; }; },"
    " { name = \"q\"; weights = { x = 1; terms = 1; }; no_deal = -0.2; %s"
    "  values = { x = { kind = \"linear\"; worst = 0; best = 2; };"
    "             terms = { kind = \"levels\"; pause = 0.5; peace = 0; }; }; } ); %s %s";

/* The surplus of (1, terms) to both, of the scenario with these pieces. */
static void surplus_of(const char *phases, const char *p, const char *q, const char *group,
                       size_t terms, double surplus[2])
{
    char all[4000];
    double felt[MAX_PARTY], utility[MAX_VETO];
    struct error err = { .code = OK };
    const size_t level[2] = { 1, terms };
    struct appraisal appraisal;

    snprintf(all, sizeof all, text, phases[0] ? "shares = (1); by = \"p\";" : "", p, q, group,
             phases);
    struct scenario s = kit_scenario(all);
    cr_assert_eq(appraisal_init(&appraisal, &s, &err), OK);
    draw_mean(&s, appraisal.theta);
    appraisal_fill(&appraisal);
    appraisal_surpluses(&appraisal, level, utility, felt);
    surplus[0] = utility[0];
    surplus[1] = utility[1];
    appraisal_release(&appraisal);
    scenario_release(&s);
}

static const char *const phased =
    "phases = ( { name = \"one\"; days = 10; shock = 0.2; order = (\"p\"); } );";

static void group_of(json_t *v, char group[static 200])
{
    snprintf(group, 200, "extension = { chance = %g; times = %g; days = %g; };",
             kit_number(v, "inputs.e"), kit_number(v, "inputs.K"), kit_number(v, "inputs.d"));
}

/* A pause that does not last gains (1 - 0.4) times what the vector adds, to p, who discounts; one
 * that lasts nothing; q, who does not discount, 0.6 * 0.05 * (0.6 + 0.36 + 0.216). */
Test(extension, extension_option)
{
    json_t *v = kit_vector("extension_option");
    double with[2], without[2];
    char group[200], p[60];

    group_of(v, group);
    snprintf(p, sizeof p, "extension = %g;", kit_number(v, "inputs.s"));
    for (size_t terms = 0; terms < 2; terms++) {
        surplus_of("", p, "extension = 0.05;", group, terms, with);
        surplus_of("", "", "", "", terms, without);
        cr_expect_float_eq(with[0] - without[0],
                           terms == 0 ? 0.6 * kit_number(v, "expected.adds") : 0, 1e-12);
        cr_expect_float_eq(with[1] - without[1], terms == 0 ? 0.6 * 0.05 * (0.6 + 0.36 + 0.216) : 0,
                           1e-12);
    }
}

/* At the end of a phase of ten days, which comes through its shock in four of five cases; p does
 * not break it off. */
Test(extension, comes_after_the_last_phase)
{
    json_t *v = kit_vector("extension_option");
    double with[2], without[2];
    char group[200], p[60];

    group_of(v, group);
    snprintf(p, sizeof p, "breaking_off = 5; extension = %g;", kit_number(v, "inputs.s"));
    surplus_of(phased, p, "extension = 0.05;", group, 0, with);
    surplus_of(phased, "breaking_off = 5;", "", "", 0, without);
    cr_expect_float_eq(with[0] - without[0],
                       pow(0.999, 10) * 0.8 * 0.6 * kit_number(v, "expected.adds"), 1e-12);
    cr_expect_float_eq(with[1] - without[1], 0.8 * 0.6 * 0.05 * (0.6 + 0.36 + 0.216), 1e-12);
}

/* Whom it would cost something says no, for nothing: then it is worth nothing to the other, too. */
Test(extension, whom_it_costs_does_without)
{
    static const char *const group = "extension = { chance = 1; times = 3; days = 0; };";
    double with[2], without[2];

    surplus_of("", "", "", "", 0, without);
    surplus_of("", "extension = -0.01;", "extension = 0.05;", group, 0, with);
    cr_expect_eq(with[0], without[0]);
    cr_expect_eq(with[1], without[1]);
    surplus_of("", "", "extension = 0.05;", group, 0, with);
    cr_expect_eq(with[0], without[0], "who says nothing of it neither gains nor loses");
    cr_expect_float_eq(with[1] - without[1], 0.6 * 3 * 0.05, 1e-12);
}

/* The map counts what a look at each package finds, where going on is a doubt. */
Test(extension, the_map_counts_it)
{
    enum { DRAWS = 500 };
    char all[4000];
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    struct layout layout;
    struct mean_case mean_case;
    struct appraisal appraisal;

    snprintf(all, sizeof all, text, "", "extension = { uniform = (-0.2, 0.4); };",
             "extension = { uniform = (-0.1, 0.4); };",
             "extension = { chance = { uniform = (0, 1); }; times = 2; days = 30; };", "");
    struct scenario s = kit_scenario(all);
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(mean_case_init(&mean_case, &layout, &err), OK);
    struct map map = { .layout = &layout, .mean_case = &mean_case, .draws = DRAWS, .seed = 2 };
    cr_assert_eq(map_run(&map, &job, 1, &err), OK);
    cr_assert_eq(appraisal_init(&appraisal, &s, &err), OK);
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    gsl_rng_set(r, 2);
    for (size_t x = 0; x < s.grid.total; x++) {
        size_t n[2] = { 0 }, level[MAX_ISSUE];
        grid_levels(&s.grid, x, level);
        for (uint64_t draw = 0; draw < DRAWS; draw++) {
            double utility[MAX_VETO], felt[MAX_PARTY];
            cr_assert_eq(draw_make(&s, r, draw, appraisal.theta, &err), OK);
            appraisal_fill(&appraisal);
            appraisal_surpluses(&appraisal, level, utility, felt);
            n[0] += utility[0] >= -TIE;
            n[1] += utility[1] >= -TIE;
        }
        for (size_t p = 0; p < 2; p++)
            cr_expect_float_eq(map_accepts(&map, p, level), (double)n[p] / DRAWS, 1e-12);
    }
    gsl_rng_free(r);
    appraisal_release(&appraisal);
    map_release(&map);
    mean_case_release(&mean_case);
    layout_release(&layout);
    scenario_release(&s);
}
