/* test_implementation.c - agreements carried out in phases, from scenario files */
#include "draw.h"
#include "example.h"
#include "implementation.h"
#include "kit.h"
#include "loader.h"
#include "map.h"
#include "phase_rows.h"
#include "tally.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* phased_G3 and phased_G5, through a scenario file: values, phases, hostages home, gaps. */
Test(implementation, worked_example_from_a_file)
{
    static const struct {
        const char *id, *text;
    } cases[] = { { "phased_G3", WORKED_EXAMPLE("0.03") },
                  { "phased_G5", WORKED_EXAMPLE("0.05") } };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        json_t *v = kit_vector(cases[i].id);
        struct scenario s = kit_scenario(cases[i].text);
        struct implemented implemented;
        struct appraisal appraisal;
        example_at_mean(&appraisal, &s);
        implementation_follow(&appraisal.implementation, s.proposal[0].level, &implemented);
        cr_assert_eq(appraisal.implementation.n_step, 6u);
        for (size_t j = 0; j < 2; j++) {
            char path[80];
            snprintf(path, sizeof path, "expected.V.%zu", j);
            cr_assert_float_eq(100 * (implemented.surplus[j] + 0.02), kit_number(v, path), 1e-6);
            snprintf(path, sizeof path, "expected.accept.%zu", j);
            json_t *accept =
                json_array_get(json_object_get(json_object_get(v, "expected"), "accept"), j);
            cr_assert_eq(appraisal_accepts(&appraisal, j, s.proposal[0].level, implemented.surplus,
                                           implemented.felt),
                         json_is_true(accept));
        }
        cr_assert_float_eq(implemented.complete, kit_number(v, "expected.prob_complete_phase.2"),
                           1e-9);
        double home = 0;
        for (size_t n = 0; n < 6; n++)
            home += 10 * appraisal.implementation.share[2][n] * implemented.reach[n] *
                    implemented.performs[n];
        cr_assert_float_eq(home, kit_number(v, "expected.expected_hostage_units"), 1e-6);
        json_t *need = json_object_get(
            json_object_get(kit_vector("phased_guarantee_profile"), "expected"), "need");
        static const char *const steps[] = { "H1", "S1", "H2", "S2", "H3", "S3" };
        for (size_t n = 0; n < 6; n++)
            cr_assert_float_eq(100 * implemented.gap[n],
                               json_number_value(json_object_get(need, steps[n])), 1e-6);
        appraisal_release(&appraisal);
        scenario_release(&s);
    }
}

/* A collapse after the last step finds what was handed over by then, and not what would have taken
 * effect at the end.  By hand, for p: it performs `goods` (gain -.2 x .5 = -.1, leverage -.06);
 * `peace` is performed by nobody (gain .5 x .8 = .4, leverage -.3) and lasts with .75; w = .02; the
 * shock after the only phase comes with .4.  V = -.1 + .6 (.4 + .25 (.02 - .06 - .3)) + .4 (.02 -
 * .06). */
Test(implementation, a_collapse_after_the_last_step_comes_before_the_end)
{
    struct scenario s = kit_scenario(
        "scenario = { name = \"t\"; };"
        "issues = ( { name = \"goods\"; levels = (0, 5, 10); all = 10; by = \"p\"; },"
        "  { name = \"peace\"; levels = (\"no\", \"yes\"); lasts = { no = 0; yes = 0.75; }; } );"
        "parties = ( { name = \"p\"; weights = { goods = 0.2; peace = 0.8; }; no_deal = 0.02;"
        "  breaking_off = 5;"
        "  values = { goods = { kind = \"linear\"; worst = 10; best = 0; };"
        "    peace = { kind = \"levels\"; no = 0.25; yes = 0.75; }; };"
        "  leverage = ( { issue = \"goods\"; shift = -0.12; },"
        "    { issue = \"peace\"; levels = { no = 0; yes = -0.3; }; } ); },"
        " { name = \"q\"; weights = { goods = 1; peace = 1; }; no_deal = 0;"
        "  values = { goods = { kind = \"linear\"; worst = 0; best = 10; };"
        "    peace = { kind = \"levels\"; no = 0; yes = 1; }; }; } );"
        "proposals = ( { name = \"x\"; by = \"q\"; terms = { goods = 5; peace = \"yes\"; }; } );"
        "phases = ( { name = \"only\"; days = 10; shock = 0.4; } );");
    struct implemented implemented;
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    implementation_follow(&appraisal.implementation, s.proposal[0].level, &implemented);
    const double value = -0.1 + 0.6 * (0.4 + 0.25 * (0.02 - 0.06 - 0.3)) + 0.4 * (0.02 - 0.06);
    cr_assert_float_eq(implemented.surplus[0], value - 0.02, 1e-12);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* p has to perform first, at a loss, and breaking off costs nothing: nothing is performed and
 * everybody is where no deal would leave them.  A tie with no deal is accepted; an agreement that
 * is none is not, but by who gains from its failure (compensation of .03). */
Test(implementation, what_nobody_would_begin_is_not_accepted_as_a_tie)
{
    static const struct {
        const char *guarantee;
        bool q_accepts;
    } cases[] = { { "penalty = { low = 0; high = 0; };", false },
                  { "penalty = { low = 0; high = 0; }; compensation = { low = 0; high = 0.03; };",
                    true } };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char text[2000];
        snprintf(text, sizeof text,
                 "scenario = { name = \"t\"; };"
                 "issues = ( { name = \"goods\"; levels = (0, 10); all = 10; by = \"p\"; },"
                 "  { name = \"guarantee\"; levels = (\"low\", \"high\"); %s } );"
                 "parties = ( { name = \"p\"; weights = { goods = 1; guarantee = 0; }; no_deal = 0;"
                 "  values = { goods = { kind = \"linear\"; worst = 10; best = 0; };"
                 "    guarantee = { kind = \"levels\"; low = 0; high = 0; }; }; },"
                 " { name = \"q\"; weights = { goods = 1; guarantee = 0; }; no_deal = 0;"
                 "  values = { goods = { kind = \"linear\"; worst = 0; best = 10; };"
                 "    guarantee = { kind = \"levels\"; low = 0; high = 0; }; }; } );"
                 "proposals = ( { name = \"x\"; by = \"q\"; terms = { goods = 10; guarantee = "
                 "\"high\"; }; } );"
                 "phases = ( { name = \"only\"; days = 10; } );",
                 cases[i].guarantee);
        struct scenario s = kit_scenario(text);
        const size_t *level = s.proposal[0].level;
        double surplus[MAX_VETO], felt[MAX_PARTY];
        struct appraisal appraisal;
        example_at_mean(&appraisal, &s);
        appraisal_surpluses(&appraisal, level, surplus, felt);
        cr_assert_not(appraisal_accepts(&appraisal, 0, level, surplus, felt), "p, case %zu", i);
        cr_assert_eq(appraisal_accepts(&appraisal, 1, level, surplus, felt), cases[i].q_accepts,
                     "q, case %zu", i);
        appraisal_release(&appraisal);
        scenario_release(&s);
    }
}

/* phased_mc_acceptance: a penalty of 8, applied with a chance that is uniform on (0, 1): the share
 * of draws in which both sign, within four standard errors of 20000 draws. */
Test(implementation, phased_mc_acceptance, .timeout = 60)
{
    const double n = 20000,
                 want = kit_number(kit_vector("phased_mc_acceptance"), "expected.prob_both_accept");
    struct scenario s =
        kit_scenario(WORKED_EXAMPLE("0.08; }; applied = { given = { uniform = (0, 1); }"));
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    struct layout layout;
    struct mean_case mean_case;

    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(mean_case_init(&mean_case, &layout, &err), OK);
    struct map map = {
        .layout = &layout, .mean_case = &mean_case, .draws = (uint64_t)n, .seed = 4
    };
    cr_assert_eq(map_run(&map, &job, 0, &err), OK);
    double share = map_accepts(&map, 2, s.proposal[0].level);
    cr_assert_float_eq(share, want, 4 * sqrt(want * (1 - want) / n), "%g", share);
    map_release(&map);
    mean_case_release(&mean_case);
    layout_release(&layout);
    scenario_release(&s);
}

/* The packages of a row of the layout, against the closed form. */
static void check_row(const struct appraisal *appraisal, const struct layout *l,
                      const struct phase_rows *phased, size_t at_case, size_t row)
{
    const struct scenario *s = appraisal->scenario;
    size_t level[MAX_ISSUE];

    if (!phase_rows_solve(phased, at_case, row))
        return;
    layout_row_levels(l, at_case, row, level);
    for (size_t column = 0; column < l->n_column; column++) {
        layout_column_levels(l, column, level);
        cr_assert_eq(phased->complete[column], 1);
        for (size_t j = 0; j < s->n_veto; j++) {
            const size_t at = j * l->n_column + column;
            const size_t lines = utility_vetoes(&appraisal->utility, j, level);
            cr_assert_eq(phased->lines[at], lines);
            cr_assert_eq(phased->least[at] == INFINITY, lines > 0);
            cr_assert_float_eq(phased->surplus[at], utility_surplus(&appraisal->utility, j, level),
                               1e-12, "%s", s->name);
        }
    }
}

/* What is agreed is performed when nobody may break off: V is then the closed form of a deal
 * without phases, to 1e-12, for every package of every bundled scenario that has phases, at the
 * mean and in three draws, as the map solves them. */
static void check_identity(const char *path)
{
    const char *const set[] = { "israel.breaking_off=10", "hamas.breaking_off=10",
                                "israel.discount=1", "hamas.discount=1" };
    struct scenario s;
    struct problems problems;
    struct error err = { .code = OK };
    struct layout layout;
    struct phase_rows rows;
    struct appraisal appraisal;
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    cr_assert_eq(scenario_load(&s, path, COUNT_OF(set), set, &problems, &err), OK, "%s: %s", path,
                 problems.list[0].text);
    cr_assert_gt(s.n_phase, 0u);
    for (size_t k = 0; k < s.n_phase; k++)
        s.phase[k].shock = NONE;
    gsl_rng_set(r, 11);
    example_at_mean(&appraisal, &s);
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(phase_rows_init(&rows, &layout, &appraisal, &err), OK);
    for (uint64_t draw = 0; draw < 4; draw++) {
        if (draw > 0)
            cr_assert_eq(draw_make(&s, r, draw, appraisal.theta, &err), OK);
        appraisal_fill(&appraisal);
        phase_rows_fill(&rows, &appraisal);
        for (size_t c = 0; c < layout.n_case; c++)
            for (size_t row = 0; row < layout.n_row; row++)
                check_row(&appraisal, &layout, &rows, c, row);
    }
    phase_rows_release(&rows);
    layout_release(&layout);
    appraisal_release(&appraisal);
    gsl_rng_free(r);
    scenario_release(&s);
}

Test(implementation, with_a_prohibitive_penalty_it_is_the_deal_without_phases, .timeout = 240)
{
    static const char *const names[] = { "six_week", "three_phase", "corridor_bridging",
                                         "sixty_day" };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char path[1000];
        snprintf(path, sizeof path, "%s/%s.cfg", getenv("NEGOSIM_SCENARIOS"), names[i]);
        check_identity(path);
    }
}

/* Phases as they are and as so many equal ones: shares of each issue sum to 1, days and the chance
 * of coming through are the same. */
Test(implementation, equal_phases_share_what_there_is)
{
    struct scenario s = kit_scenario(WORKED_EXAMPLE("0.05"));
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    cr_assert_eq(steps_most_split(&s), (size_t)MAX_PHASE);
    for (size_t split = 0; split <= 5; split++) {
        struct error err = { .code = OK };
        struct implementation implementation;
        double through = 1, discount = 1;
        cr_assert_eq(implementation_init(&implementation, &appraisal.utility, split, &err), OK);
        implementation_fill(&implementation, appraisal.theta);
        cr_assert_eq(implementation.n_step, split ? 2 * split : 6);
        for (size_t k = 0; k < s.n_table; k++) {
            double sum = implementation.share[k][implementation.n_step];
            for (size_t n = 0; n < implementation.n_step; n++)
                sum += implementation.share[k][n];
            cr_assert_float_eq(sum, 1, 1e-12);
        }
        for (size_t n = 0; n < implementation.n_step; n++) {
            through *= 1 - implementation.shock[n];
            discount *= implementation.discount[n * 2];
        }
        cr_assert_float_eq(through, 0.81, 1e-12);
        cr_assert_float_eq(discount, pow(0.95, 3), 1e-12);
        implementation_release(&implementation);
    }
    appraisal_release(&appraisal);
    scenario_release(&s);
}
