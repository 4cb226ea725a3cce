/* test_lapse.c - phases as long as a term says, and what is performed level by level, by hand */
#include "example.h"
#include "kit.h"
#include "lapse.h"
#include "phase_rows.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* p performs goods, worth nothing to it; peace (.4) takes effect at the end, for good; a day costs
 * it a hundredth.  `phases` and the proposal's pause; q, who only looks on, discounts nothing. */
#define TRUCE(phases, pause)                                                                     \
    "scenario = { name = \"t\"; };"                                                              \
    "issues = ( { name = \"goods\"; levels = (0, 1); all = 1; by = \"p\"; },"                    \
    "  { name = \"pause\"; levels = (0, 30, 60); }, { name = \"peace\"; levels = (0, 1); } );"   \
    "phases = ( " phases " );"                                                                   \
    "parties = ( { name = \"p\"; weights = { goods = 0; pause = 0.6; peace = 0.4; }; no_deal = " \
    "0; discount = 0.99;"                                                                        \
    "  values = { goods = { kind = \"linear\"; worst = 0; best = 1; };"                          \
    "    pause = { kind = \"points\"; points = ((0, 0.5), (60, 0.5)); };"                        \
    "    peace = { kind = \"linear\"; worst = 0; best = 1; }; }; },"                             \
    " { name = \"q\"; weights = { goods = 1; pause = 0; peace = 1; }; no_deal = -0.2;"           \
    "  values = { goods = { kind = \"linear\"; worst = 0; best = 1; };"                          \
    "    pause = { kind = \"linear\"; worst = 0; best = 60; };"                                  \
    "    peace = { kind = \"linear\"; worst = 0; best = 1; }; }; } );"                           \
    "proposals = ( { name = \"z\"; by = \"q\"; terms = { goods = 1; pause = " pause              \
    "; peace = 1; }; } );"

static double surplus_of(const char *text)
{
    struct scenario s = kit_scenario(text);
    double surplus[MAX_VETO], felt[MAX_PARTY];
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    appraisal_surpluses(&appraisal, s.proposal[0].level, surplus, felt);
    appraisal_release(&appraisal);
    scenario_release(&s);
    return surplus[0];
}

/* Peace after 0, 30 or 60 days is worth .4 x .99^days; the days of other phases are added. */
Test(lapse, a_phase_is_as_long_as_a_term_says)
{
    static const struct {
        const char *text;
        double days;
    } cases[] = {
        { TRUCE("{ name = \"one\"; days = \"pause\"; }", "0"), 0 },
        { TRUCE("{ name = \"one\"; days = \"pause\"; }", "30"), 30 },
        { TRUCE("{ name = \"one\"; days = \"pause\"; }", "60"), 60 },
        { TRUCE("{ name = \"one\"; days = 60; }", "30"), 60 },
        { TRUCE("{ name = \"one\"; days = \"pause\"; }, { name = \"two\"; days = 10; }", "30"),
          40 },
        { TRUCE("{ name = \"one\"; days = \"pause\"; }, { name = \"two\"; days = \"pause\"; }",
                "60"),
          60 },
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_float_eq(surplus_of(cases[i].text), 0.4 * pow(0.99, cases[i].days), 1e-12,
                           "case %zu", i);
}

/* Two phases that name the pause have half of it each; equal phases share all days. */
Test(lapse, phases_that_name_a_term_share_it)
{
    struct scenario s = kit_scenario(
        TRUCE("{ name = \"one\"; days = \"pause\"; }, { name = \"two\"; days = 12; }, { name = "
              "\"three\"; days = \"pause\"; }",
              "60"));
    const size_t *level = s.proposal[0].level;
    struct error err = { .code = OK };
    struct implementation equal;
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    cr_assert_eq(lapse_days(&appraisal.implementation, 0, level), 30);
    cr_assert_eq(lapse_days(&appraisal.implementation, 1, level), 12);
    cr_assert_eq(lapse_days(&appraisal.implementation, 2, level), 30);
    cr_assert_eq(implementation_init(&equal, &appraisal.utility, 4, &err), OK);
    implementation_fill(&equal, appraisal.theta);
    for (size_t i = 0; i < 4; i++)
        cr_assert_float_eq(lapse_days(&equal, i, level), 18, 1e-12);
    implementation_release(&equal);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* The map has in every package what the package has alone. */
Test(lapse, the_map_minds_how_long_phases_are)
{
    struct scenario s = kit_scenario(TRUCE("{ name = \"one\"; days = \"pause\"; }", "30"));
    struct error err = { .code = OK };
    struct layout layout;
    struct phase_rows rows;
    struct appraisal appraisal;
    size_t level[MAX_ISSUE], n = 0;

    example_at_mean(&appraisal, &s);
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(phase_rows_init(&rows, &layout, &appraisal, &err), OK);
    phase_rows_fill(&rows, &appraisal);
    for (size_t row = 0; row < layout.n_row; row++) {
        cr_assert(phase_rows_solve(&rows, 0, row));
        layout_row_levels(&layout, 0, row, level);
        for (size_t column = 0; column < layout.n_column; column++, n++) {
            layout_column_levels(&layout, column, level);
            double days = s.issue[1].level[level[1]], peace = s.issue[2].level[level[2]];
            cr_assert_float_eq(rows.surplus[column], 0.4 * peace * pow(0.99, days), 1e-8);
        }
    }
    cr_assert_eq(n, s.grid.total);
    phase_rows_release(&rows);
    layout_release(&layout);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* h hands over a thing with levels, and one in numbers, in phases of shares 1 and 3; p looks on. */
#define HANDED(in_order)                                                                         \
    "scenario = { name = \"t\"; };"                                                              \
    "issues = ( { name = \"who\"; levels = (\"none\", \"young\", \"old\", \"all\"); by = \"h\";" \
    "    shares = (1, 3); in_order = " in_order "; },"                                           \
    "  { name = \"number\"; levels = (0, 40); all = 100; by = \"h\"; shares = (1, 3);"           \
    "    in_order = " in_order "; } );"                                                          \
    "phases = ( { name = \"one\"; days = 0; }, { name = \"two\"; days = 0; } );"                 \
    "parties = ( { name = \"h\"; weights = { who = 0.3; number = 0.7; }; no_deal = 0;"           \
    "  leverage = ( { issue = \"who\"; levels = { none = 0; young = -0.01; old = -0.02; all = "  \
    "-0.2; }; }, { issue = \"number\"; shift = -0.1; } );"                                       \
    "  values = { who = { kind = \"levels\"; none = 1; young = 0.9; old = 0.7; all = 0; };"      \
    "    number = { kind = \"linear\"; worst = 100; best = 0; }; }; },"                          \
    " { name = \"p\"; weights = { who = 0.4; number = 0.6; }; no_deal = 0;"                      \
    "  values = { who = { kind = \"levels\"; none = 0; young = 0.5; old = 0.6; all = 1; };"      \
    "    number = { kind = \"power\"; worst = 0; best = 100; exponent = 0.5; }; }; } );"         \
    "proposals = ( { name = \"z\"; by = \"p\"; terms = { who = \"all\"; number = 40; }; } );"

/* The amounts of the proposal: gain[row * 2 + j], and so of fall. */
static void amounts_of(const char *text, double gain[], double fall[])
{
    struct scenario s = kit_scenario(text);
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    cr_assert_eq(appraisal.implementation.n_step, 2u);
    implementation_begin(&appraisal.implementation, gain, fall);
    for (size_t k = 0; k < s.n_table; k++)
        implementation_add(&appraisal.implementation, k, s.proposal[0].level[k], gain, fall);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* A quarter of the way from none to all is .75 of the first of three levels; of 40 it is 10. */
Test(lapse, what_is_performed_in_order_goes_level_by_level)
{
    static const double want_gain[] = {
        /* first step: h, p */
        0.3 * (0.75 * -0.1) + 0.7 * -0.1, 0.4 * (0.75 * 0.5) + 0.6 * 0.31622776601683794,
        /* second: what is left to 1 for who, sqrt(.4) for 40 */
        0.3 * (-1 + 0.075) + 0.7 * -0.3,
        0.4 * (1 - 0.375) + 0.6 * (0.6324555320336759 - 0.31622776601683794)
    };
    double gain[COMMITMENT_ROWS(2) * 2], fall[COMMITMENT_ROWS(2) * 2];

    amounts_of(HANDED("true"), gain, fall);
    for (size_t i = 0; i < 4; i++)
        cr_assert_float_eq(gain[i], want_gain[i], 1e-12, "%zu", i);
    cr_assert_float_eq(fall[0], 0, 1e-12);
    cr_assert_float_eq(fall[2], 0.75 * -0.01 + 0.25 * -0.04, 1e-12);
    cr_assert_float_eq(fall[4], -0.2 - 0.04, 1e-12); /* after all steps */
    cr_assert_float_eq(fall[6], -0.2 - 0.04, 1e-12); /* at the end */
}

/* All parts alike: a quarter of everything first.  In both ways all of it adds up to the same. */
Test(lapse, or_all_parts_are_alike)
{
    double gain[2][COMMITMENT_ROWS(2) * 2], fall[2][COMMITMENT_ROWS(2) * 2];

    amounts_of(HANDED("false"), gain[0], fall[0]);
    amounts_of(HANDED("true"), gain[1], fall[1]);
    cr_assert_float_eq(gain[0][0], 0.25 * (0.3 * -1 + 0.7 * -0.4), 1e-12);
    cr_assert_float_eq(fall[0][2], 0.25 * -0.24, 1e-12);
    for (size_t j = 0; j < 2; j++) {
        cr_assert_float_eq(gain[0][j] + gain[0][2 + j], gain[1][j] + gain[1][2 + j], 1e-12);
        cr_assert_float_eq(fall[0][4 + j], fall[1][4 + j], 1e-12);
        cr_assert_float_eq(fall[0][6 + j], fall[1][6 + j], 1e-12);
    }
}
