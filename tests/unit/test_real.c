/* test_real.c - what is agreed, and how much of it is really there */
#include "appraisal.h"
#include "example.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* p wants x, up to 109, by a power of .55; q hands them over.  %s: of x; phases. */
static const char scenario[] =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"x\"; levels = (0, 55, 109); all = 109; by = \"q\"; %s },"
    "  { name = \"z\"; levels = (\"short\", \"long\"); lasts = { short = 0.25; long = 1; }; } );"
    "parties = ( { name = \"p\"; weights = { x = 1; z = 0; }; no_deal = 0.1; values = {"
    "    x = { kind = \"power\"; worst = 0; best = 109; exponent = 0.55; };"
    "    z = { kind = \"levels\"; short = 0; long = 0; }; };"
    "  leverage = ( { issue = \"x\"; shift = 0.2; } ); },"
    " { name = \"q\"; weights = { x = 1; z = 0; }; no_deal = 0; breaking_off = 9; values = {"
    "    x = { kind = \"linear\"; worst = 109; best = 0; };"
    "    z = { kind = \"levels\"; short = 0; long = 0; }; };"
    "  leverage = ( { issue = \"x\"; shift = -0.4; } ); } ); %s";

static struct scenario make(const char *of_x, const char *phases)
{
    char text[3000];

    snprintf(text, sizeof text, scenario, of_x, phases);
    return kit_scenario(text);
}

/* Simpson's rule over the shares that a beta allows. */
Test(real, alive_share)
{
    enum { N = 4000 };
    json_t *v = kit_vector("alive_share");
    const double a = kit_number(v, "inputs.a"), b = kit_number(v, "inputs.b");
    struct scenario s = make("real = { beta = (6, 6); };", "");
    const size_t all = 2;
    struct appraisal appraisal;
    double sum = 0;

    example_at_mean(&appraisal, &s);
    for (size_t i = 0; i <= N; i++) {
        const double theta = (double)i / N, weight = i == 0 || i == N ? 1 : i % 2 ? 4 : 2;
        appraisal.theta[s.issue[0].real] = theta;
        appraisal_fill(&appraisal);
        sum += weight / (3 * N) * gsl_ran_beta_pdf(theta, a, b) *
               appraisal.utility.part[appraisal.utility.first[0] + all];
    }
    cr_assert_float_eq(sum, kit_number(v, "expected.value"), kit_number(v, "tol"), "%.12f", sum);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* By hand, 55 of 109 agreed and two fifths of them there, in all that is counted: the way is
 * t = .4 * 55 / 109.  p: t^.55 + .75 (.1 + .2 t) - .1; q: -t + .75 (-.4 t), all performed. */
Test(real, values_and_leverage_count_what_is_there)
{
    static const char *const phases[] = {
        "", "phases = ( { name = \"one\"; days = 1; }, { name = \"two\"; days = 1; } );"
    };
    static const char *const in_order[] = { "real = 0.4;", "real = 0.4; in_order = true;" };
    const double t = 0.4 * 55 / 109;

    for (size_t i = 0; i < 3; i++) {
        struct scenario s = make(in_order[i > 1], phases[i > 0]);
        struct appraisal appraisal;
        const size_t level[] = { 1, 0 };
        double surplus[MAX_VETO], felt[MAX_PARTY];
        example_at_mean(&appraisal, &s);
        appraisal_surpluses(&appraisal, level, surplus, felt);
        cr_assert_float_eq(surplus[0], pow(t, 0.55) + 0.75 * (0.1 + 0.2 * t) - 0.1, 1e-12,
                           "course %zu", i);
        cr_assert_float_eq(surplus[1], -t - 0.75 * 0.4 * t, 1e-12, "course %zu", i);
        appraisal_release(&appraisal);
        scenario_release(&s);
    }
}

/* All of it there is what a text that says nothing has, to the last bit. */
Test(real, all_of_it_is_as_if_nothing_were_said)
{
    struct scenario plain = make("", ""), s = make("real = 1;", "");
    struct appraisal one, other;

    example_at_mean(&one, &plain);
    example_at_mean(&other, &s);
    for (size_t i = 0; i < s.n_veto * one.utility.n_slot; i++) {
        cr_assert_eq(one.utility.part[i], other.utility.part[i]);
        cr_assert_eq(one.utility.leverage[i], other.utility.leverage[i]);
    }
    appraisal_release(&one);
    appraisal_release(&other);
    scenario_release(&plain);
    scenario_release(&s);
}

Test(real, mistakes_are_said)
{
    char text[3000];

    snprintf(text, sizeof text, scenario, "real = 1.5;", "");
    cr_assert(strstr(kit_mistake(text), "'issues.x.real' is 1.5, expected 0 to 1"), "%s",
              kit_mistake(text));
    snprintf(text, sizeof text, scenario, "}, { name = \"y\"; levels = (\"a\", \"b\"); real = 0.5;",
             "");
    cr_assert(strstr(kit_mistake(text), "'real' is for issues with numbers"), "%s",
              kit_mistake(text));
}
