/* test_utility.c - what packages are worth: theory.md 4.0, the textbook case, value functions */
#include "appraisal.h"
#include "draw.h"
#include "kit.h"
#include "utility.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* p values 'hostages kept' with weight 0.6 and permanence with weight 0.4; b = 0.6, w = 0.05,
 * leverage for all 100 hostages -0.20.  q is there because two must bargain. */
#define DEAL_AGAINST_NONE(lasts, stake)                                                           \
    "scenario = { name = \"t\"; };"                                                               \
    "issues = ( { name = \"hostages\"; levels = (40, 100); nothing = 0; all = 100; },"            \
    "  { name = \"permanence\"; levels = (\"none\", \"talks\", \"after\", \"start\"); " lasts     \
    " });"                                                                                        \
    "parties = ( { name = \"p\"; weights = { hostages = 0.6; permanence = 0.4; };"                \
    "  values = { hostages = { kind = \"linear\"; worst = 100; best = 0; };"                      \
    "    permanence = { kind = \"levels\"; none = 0; talks = 0.3; after = 0.75; start = 1; }; };" \
    "  leverage = ( { issue = \"hostages\"; shift = -0.20; } ); " stake " },"                     \
    " { name = \"q\"; weights = { hostages = 1; permanence = 0; };"                               \
    "  values = { hostages = { kind = \"linear\"; worst = 0; best = 100; };"                      \
    "    permanence = { kind = \"levels\"; none = 0; talks = 0; after = 0; start = 0; }; };"      \
    "  no_deal = 0; } );"

#define LASTS "lasts = { none = 0; talks = 0.25; after = 0.7; start = 0.9; };"

/* A party without bodies, and a deal without phases. */
static bool accepts(const struct utility *w, size_t p, const size_t level[])
{
    return utility_vetoes(w, p, level) == 0 && utility_surplus(w, p, level) >= -TIE;
}

static struct utility at_mean(const struct scenario *s)
{
    struct error err = { .code = OK };
    struct utility w;
    double theta[200];

    cr_assert_lt(s->n_parameter, 200u);
    cr_assert_eq(utility_init(&w, s, &err), OK);
    draw_mean(s, theta);
    utility_fill(&w, theta);
    return w;
}

/* theory.md, section 4.0: the table, row by row. */
Test(utility, table_of_a_deal_against_none)
{
    static const struct {
        size_t level[2];
        double u, v;
        bool accepts;
    } rows[] = {
        { { 0, 0 }, 0.36, -0.27, false },
        { { 0, 2 }, 0.66, 0.051, true },
        { { 0, 3 }, 0.76, 0.157, true },
        { { 1, 3 }, 0.40, -0.215, false },
    };
    struct scenario s = kit_scenario(DEAL_AGAINST_NONE(LASTS, "no_deal = 0.05;"));
    struct utility w = at_mean(&s);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_assert_float_eq(utility_of(&w, 0, rows[i].level), rows[i].u, 1e-12);
        cr_assert_float_eq(utility_surplus(&w, 0, rows[i].level) + 0.05, rows[i].v, 1e-12);
        cr_assert_eq(accepts(&w, 0, rows[i].level), rows[i].accepts, "row %zu", i);
    }
    utility_release(&w);
    scenario_release(&s);
}

/* Its last row: with pi = 1 the same package has V = G = -0.20, u = 0.40 < reservation 0.65. */
Test(utility, without_lasts_the_reservation_decides)
{
    const size_t level[] = { 1, 3 };
    struct scenario s = kit_scenario(DEAL_AGAINST_NONE("", "no_deal = 0.05;"));
    struct utility w = at_mean(&s);
    cr_assert_float_eq(utility_surplus(&w, 0, level) + 0.05, -0.20, 1e-12);
    cr_assert_float_eq(w.stake[0].reservation, 0.65, 1e-12);
    cr_assert_not(accepts(&w, 0, level));
    utility_release(&w);
    scenario_release(&s);
}

/* With pi = 1, by no `lasts` or by lasts = 1, leverage and nothing do not touch u - reservation:
 * to the last bit. */
Test(utility, textbook_case_to_the_last_bit)
{
    static const char *const texts[] = {
        DEAL_AGAINST_NONE("", "reservation = 0.37;"),
        DEAL_AGAINST_NONE("lasts = { none = 1; talks = 1; after = 1; start = 1; };",
                          "reservation = 0.37;"),
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct scenario s = kit_scenario(texts[i]);
        struct utility w = at_mean(&s);
        size_t level[2] = { 0, 0 };
        do {
            double u = 0.6 * (level[0] ? 0 : 0.6) / 1.0;
            static const double permanence[] = { 0, 0.3, 0.75, 1 };
            u += 0.4 * permanence[level[1]];
            cr_assert_eq(utility_surplus(&w, 0, level), utility_of(&w, 0, level) - 0.37);
            cr_assert_float_eq(utility_of(&w, 0, level), u, 1e-15);
        } while (grid_next(&s.grid, level));
        utility_release(&w);
        scenario_release(&s);
    }
}

Test(utility, a_tie_is_accepted_and_a_red_line_is_not)
{
    struct scenario s = kit_scenario(DEAL_AGAINST_NONE(
        "", "reservation = 0.36; red_lines = ( { issue = \"permanence\"; levels = (\"start\"); "
            "probability = 0.51; } );"));
    struct utility w = at_mean(&s);
    cr_assert(accepts(&w, 0, (size_t[]){ 0, 0 })); /* u = 0.36 */
    cr_assert_not(accepts(&w, 0, (size_t[]){ 0, 3 }));
    cr_assert_eq(utility_vetoes(&w, 0, (size_t[]){ 0, 3 }), 1u);
    utility_release(&w);
    scenario_release(&s);
}

Test(utility, red_lines_are_counted_by_lines_not_by_issues)
{
    struct scenario s = kit_scenario(DEAL_AGAINST_NONE(
        "", "reservation = 0.36; red_lines = ( { issue = \"permanence\"; levels = (\"start\"); "
            "probability = 0.51; }, { issue = \"permanence\"; levels = (\"start\"); probability = "
            "0.9; }, { issue = \"permanence\"; levels = (\"start\"); probability = 0.1; } );"));
    struct utility w = at_mean(&s);
    cr_assert_eq(utility_vetoes(&w, 0, (size_t[]){ 0, 3 }), 2u); /* the third does not hold */
    cr_assert_eq(utility_vetoes(&w, 0, (size_t[]){ 0, 0 }), 0u);
    utility_release(&w);
    scenario_release(&s);
}

/* By hand: t = (42 - 4) / (90 - 4); rate 2: (1 - e^(-2t)) / (1 - e^-2). */
Test(value, kinds_by_hand)
{
    const double theta[] = { 90, 4, 0.5, 2, 30, -0.1, 0.2, 0.9 };
    const double x[] = { 10, 50 }, t = (90.0 - 42) / (90 - 4);
    const size_t y[] = { 6, 7 };
    const struct {
        struct value v;
        double want;
    } cases[] = {
        { { .kind = VALUE_LINEAR, .argument = { 0, 1 } }, t },
        { { .kind = VALUE_POWER, .argument = { 0, 1, 2 } }, sqrt(t) },
        { { .kind = VALUE_EXPONENTIAL, .argument = { 0, 1, 3 } },
          (1 - exp(-2 * t)) / (1 - exp(-2)) },
        { { .kind = VALUE_LOGISTIC, .argument = { 4, 5 } }, 1 / (1 + exp(1.2)) },
        { { .kind = VALUE_POINTS, .n_point = 2, .x = x, .y = y }, 0.2 + 0.7 * 32 / 40 },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_float_eq(value_at(&cases[i].v, theta, 42), cases[i].want, 1e-14, "%s",
                           value_names[cases[i].v.kind].text);
    cr_assert_eq(value_at(&cases[4].v, theta, 5), 0.2);
    cr_assert_eq(value_at(&cases[4].v, theta, 60), 0.9);
    cr_assert_eq(value_at(&cases[0].v, theta, 200), 0);
    cr_assert_eq(value_at(&cases[0].v, theta, 1), 1);
}

/* p's value of releasing x of `all` (nothing 0), with this end of its power function. */
static double value_of_release(int x, int all, const char *end)
{
    char text[1500];

    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (%d); nothing = 0; "
             "all = %d; } );"
             "parties = ( { name = \"p\"; weights = { x = 1; }; reservation = 0; values = { x = { "
             "kind = \"power\"; "
             "worst = 0; %s }; }; }, { name = \"q\"; weights = { x = 1; }; reservation = 0;"
             "  values = { x = { kind = \"linear\"; worst = \"all\"; best = 0; }; }; } );",
             x, all, end);
    struct scenario s = kit_scenario(text);
    double theta[64];
    draw_mean(&s, theta);
    const double value = value_at(&s.party[0].value[0], theta, x);
    cr_assert_float_eq(value_at(&s.party[1].value[0], theta, x), 1 - (double)x / all, 1e-12);
    scenario_release(&s);
    return value;
}

/* values_to_what_is_left: 40 of 100 against 40 on a scale of 220, with exponent .55; a doubt
 * between the two moves the end geometrically, sqrt(220 x 100) half way. */
Test(utility, values_may_count_what_is_left)
{
    json_t *v = kit_vector("values_to_what_is_left");
    static const struct {
        const char *end, *want;
    } cases[] = {
        { "best = 220; exponent = 0.55;", "expected.v_fixed" },
        { "best = 220; left = 0; exponent = 0.55;", "expected.v_fixed" },
        { "best = \"all\"; exponent = 0.55;", "expected.v_all" },
        { "best = 220; left = 1; exponent = 0.55;", "expected.v_all" },
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_float_eq(value_of_release(40, 100, cases[i].end), kit_number(v, cases[i].want),
                           1e-9, "%s", cases[i].end);
    cr_assert_float_eq(
        value_of_release(40, 100, "best = 220; left = { uniform = (0, 1); }; exponent = 0.55;"),
        pow(40 / sqrt(220.0 * 100), 0.55), 1e-12);
}

/* With all released it is 1 at every date; linear values are the share that leverage counts. */
Test(utility, values_all_linear_identity)
{
    json_t *v = kit_vector("values_all_linear_identity");
    static const char *const want[] = { "expected.v33", "expected.v66", "expected.v109" };
    static const int x[] = { 33, 66, 109 };

    for (size_t i = 0; i < COUNT_OF(x); i++)
        cr_assert_float_eq(value_of_release(x[i], 109, "best = \"all\"; exponent = 1;"),
                           kit_number(v, want[i]), 1e-12);
    cr_assert_eq(value_of_release(105, 105, "best = \"all\"; exponent = 0.55;"), 1);
}

Test(draw, a_parameter_keeps_its_numbers_when_another_changes)
{
    static const char plain[] = DEAL_AGAINST_NONE(LASTS, "no_deal = { normal = (0, 0.1); };");
    static const char other[] = DEAL_AGAINST_NONE(
        "lasts = { none = 0; talks = { uniform = (0, 1); }; after = 0.7; start = 0.9; };",
        "no_deal = { normal = (0, 0.1); };");
    struct scenario a = kit_scenario(plain), b = kit_scenario(other);
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct error err = { .code = OK };
    double x[200], y[200];
    gsl_rng_set(r, 7);
    for (uint64_t i = 0; i < 50; i++) {
        cr_assert_eq(draw_make(&a, r, i, x, &err), OK);
        cr_assert_eq(draw_make(&b, r, i, y, &err), OK);
        cr_assert_eq(x[a.party[0].no_deal], y[b.party[0].no_deal]);
    }
    gsl_rng_free(r);
    scenario_release(&a);
    scenario_release(&b);
}

/* A quantile beyond the largest double: P(|Z| > 1.798) = 7.2 % of a normal with sd 1e308. */
Test(draw, a_value_that_is_not_finite_is_an_error_with_path_and_draw)
{
    struct scenario s = kit_scenario(DEAL_AGAINST_NONE(LASTS, "no_deal = { normal = (0, 0.1); };"));
    struct parameter *stake = &s.parameter[s.party[0].no_deal];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct error err = { .code = OK };
    double theta[200];
    char begin[80];
    uint64_t draw = 0;

    stake->distribution.argument[1] = 1e308;
    gsl_rng_set(r, 8);
    while (draw < 1000 && draw_make(&s, r, draw, theta, &err) == OK)
        draw++;
    cr_assert(draw > 0 && draw < 1000);
    cr_assert_eq(err.code, ERR_SCENARIO);
    cr_assert_eq(err.line, stake->line);
    snprintf(begin, sizeof begin, "'p.no_deal', normal (0, 1e+308), has no finite value in draw %d",
             (int)draw);
    cr_assert_eq(strncmp(err.text, begin, strlen(begin)), 0, "%s", err.text);
    gsl_rng_free(r);
    scenario_release(&s);
}

/* price: how many prisoners more for each hostage make up for one hostage less, at 40 of 100 with
 * exponent .55 and the means of weights triangular (6, 9, 12) and (0.5, 1.5, 3): slopes of the
 * parts, by central differences. */
Test(utility, price)
{
    static const char *const text =
        "scenario = { name = \"t\"; };"
        "issues = ( { name = \"hostages\"; levels = (0, 40, 100); all = 100; },"
        "           { name = \"ratio\"; levels = (0, 3, 30); } );"
        "parties = ( { name = \"p\"; weights = { hostages = { triangular = (6, 9, 12); };"
        "   ratio = { triangular = (0.5, 1.5, 3); }; }; reservation = 0.5;"
        "  values = { hostages = { kind = \"power\"; worst = 0; best = 100; exponent = 0.55; };"
        "   ratio = { kind = \"linear\"; worst = 30; best = 0; }; }; },"
        " { name = \"q\"; weights = { hostages = 0; ratio = 1; }; reservation = 0.5;"
        "  values = { hostages = { kind = \"linear\"; worst = 0; best = 100; };"
        "   ratio = { kind = \"linear\"; worst = 0; best = 30; }; }; } );";
    json_t *v = kit_vector("price");
    struct scenario s = kit_scenario(text);
    struct error err = { .code = OK };
    const double at[2] = { kit_number(v, "inputs.x"), 3 }, step = 1e-3;
    double slope[2];
    struct appraisal appraisal;

    cr_assert_eq(appraisal_init(&appraisal, &s, &err), OK);
    draw_mean(&s, appraisal.theta);
    appraisal_fill(&appraisal);
    for (size_t k = 0; k < 2; k++)
        slope[k] = (utility_part_at(&appraisal.utility, 0, k, at[k] + step, appraisal.theta) -
                    utility_part_at(&appraisal.utility, 0, k, at[k] - step, appraisal.theta)) /
                   (2 * step);
    cr_assert_float_eq(-slope[0] / slope[1], kit_number(v, "expected.rate"), 1e-6);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* 1 - (d / range) ^ exponent by hand: 20 is 40 of 100 from the peak at 60; 0 is 60 of it. */
Test(utility, a_value_may_have_its_peak_inside_the_range)
{
    static const char *const text =
        "scenario = { name = \"t\"; };"
        "issues = ( { name = \"speed\"; levels = (0, 20, 60, 100); } );"
        "parties = ( { name = \"p\"; weights = { speed = 1; }; reservation = 0.5;"
        "  values = { speed = { kind = \"peak\"; best = 60; exponent = 1; }; }; },"
        " { name = \"q\"; weights = { speed = 1; }; reservation = 0.5;"
        "  values = { speed = { kind = \"peak\"; best = 60; exponent = 2; }; }; } );";
    static const double expected[2][4] = { { 0.4, 0.6, 1, 0.6 }, { 0.64, 0.84, 1, 0.84 } };
    struct scenario s = kit_scenario(text);
    struct error err = { .code = OK };
    struct appraisal appraisal;

    cr_assert_eq(appraisal_init(&appraisal, &s, &err), OK);
    draw_mean(&s, appraisal.theta);
    appraisal_fill(&appraisal);
    for (size_t p = 0; p < 2; p++)
        for (size_t l = 0; l < 4; l++)
            cr_expect_float_eq(utility_of(&appraisal.utility, p, &l), expected[p][l], 1e-12);
    appraisal_release(&appraisal);
    scenario_release(&s);
}
