/* test_vague.c - terms that may be read in several ways */
#include "appraisal.h"
#include "example.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* p values x 0, .3, 1 and y 0, 1, with weights .6 and .4; z decides what lasts.  Handing over x
 * moves its no deal by -.1, -.4 at levels 1, 2.  %s: of issues; of p; the proposal's terms, and its
 * readings; more. */
static const char scenario[] =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"x\"; levels = (\"a\", \"b\", \"c\"); %s },"
    "  { name = \"y\"; levels = (0, 1); %s },"
    "  { name = \"z\"; levels = (\"short\", \"long\"); lasts = { short = 0.2; long = 0.8; }; } );"
    "parties = ( { name = \"p\"; weights = { x = 0.6; y = 0.4; z = 0; }; no_deal = 0.05; %s"
    "  values = { x = { kind = \"levels\"; a = 0; b = 0.3; c = 1; };"
    "    y = { kind = \"linear\"; worst = 0; best = 1; };"
    "    z = { kind = \"levels\"; short = 0; long = 0; }; };"
    "  leverage = ( { issue = \"x\"; levels = { a = 0; b = -0.1; c = -0.4; }; } ); },"
    " { name = \"q\"; weights = { x = 1; y = 0; z = 0; }; no_deal = 0;"
    "  values = { x = { kind = \"levels\"; a = 1; b = 0.5; c = 0; };"
    "    y = { kind = \"linear\"; worst = 0; best = 1; };"
    "    z = { kind = \"levels\"; short = 0; long = 0; }; }; } );"
    "proposals = ( { name = \"open\"; by = \"q\"; terms = { %s }; %s } ); %s";

struct texts {
    const char *of_x, *of_y, *of_p, *terms, *readings, *more;
};

static struct scenario make(struct texts t)
{
    char text[4000];

    snprintf(text, sizeof text, scenario, t.of_x, t.of_y, t.of_p, t.terms, t.readings, t.more);
    return kit_scenario(text);
}

static void surpluses(const struct appraisal *appraisal, const size_t level[], double surplus[])
{
    double felt[MAX_PARTY];
    appraisal_surpluses(appraisal, level, surplus, felt);
}

/* By hand: x is b or c as 1 to 3.  Of p: G = .6 (.25 * .3 + .75 * 1) + .4 = .895,
 * L = .25 * -.1 + .75 * -.4 = -.325, V = .895 + .8 (.05 - .325) = .675, S = .625.
 * q gains less than nothing done brings: .25 * .5 - 1 = -.875. */
Test(vague, a_party_values_the_mean_of_its_readings)
{
    struct scenario s = make(
        (struct texts){ "", "", "", "x = { b = 0.1; c = 0.3; }; y = 1; z = \"short\";", "", "" });
    struct appraisal appraisal;
    double surplus[MAX_VETO];

    example_at_mean(&appraisal, &s);
    surpluses(&appraisal, s.proposal[0].level, surplus);
    cr_assert_float_eq(surplus[0], 0.625, 1e-12, "%.17g", surplus[0]);
    cr_assert_float_eq(surplus[1], -0.875, 1e-12, "%.17g", surplus[1]);
    cr_assert_eq(s.proposal[0].package[0], 2, "c is likelier");
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* q reads a where the rest read as above: it loses nothing. */
Test(vague, each_party_by_its_own_reading)
{
    struct scenario s =
        make((struct texts){ "", "", "", "x = { b = 1; c = 3e-1; }; y = 1; z = \"short\";",
                             "readings = { q = { x = \"a\"; }; };", "" });
    struct appraisal appraisal;
    double surplus[MAX_VETO];
    const double b = 1 / 1.3, c = 0.3 / 1.3;

    example_at_mean(&appraisal, &s);
    surpluses(&appraisal, s.proposal[0].level, surplus);
    cr_assert_float_eq(surplus[0],
                       0.6 * (0.3 * b + c) + 0.4 + 0.8 * (0.05 - 0.1 * b - 0.4 * c) - 0.05, 1e-12);
    cr_assert_float_eq(surplus[1], 0, 1e-12);
    cr_assert_eq(s.proposal[0].vague->n_reading, 3);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* c with y = 0 is forbidden, as is b with y = 1: (b, 0) and (c, 1) are left, .2 * .3 to .8 * .7.
 * An interaction of both follows the pairs, not each by itself: adds .1 with chance .56 / .62. */
Test(vague, forbidden_combinations_are_no_readings)
{
    struct scenario s =
        make((struct texts){ "", "", "interactions = ( { x = \"c\"; y = 1; adds = 0.1; } );",
                             "x = { b = 0.2; c = 0.8; }; y = ((0, 0.3), (1, 0.7)); z = \"short\";",
                             "", "forbidden = ( { x = \"c\"; y = 0; }, { x = \"b\"; y = 1; } );" });
    struct appraisal appraisal;
    double surplus[MAX_VETO];
    const double c = 0.56 / 0.62, b = 1 - c;

    example_at_mean(&appraisal, &s);
    surpluses(&appraisal, s.proposal[0].level, surplus);
    cr_assert_eq(s.proposal[0].vague->n_reading, 2);
    cr_assert_float_eq(
        surplus[0],
        0.6 * (0.3 * b + c) + 0.4 * c + 0.1 * c + 0.8 * (0.05 - 0.1 * b - 0.4 * c) - 0.05, 1e-12);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* A line that is real in .8 of draws, over a reading with chance .25, holds where its roll is
 * below .2. */
Test(vague, a_red_line_holds_as_often_as_a_reading_crosses_it)
{
    struct scenario s = make((struct texts){
        "", "", "red_lines = ( { issue = \"x\"; levels = \"c\"; probability = 0.8; } );",
        "x = { b = 0.75; c = 0.25; }; y = 1; z = \"short\";", "", "" });
    const size_t roll = s.party[0].red_line[0].roll;
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    for (int i = 0; i < 10; i++) {
        appraisal.theta[roll] = 0.05 + 0.1 * i;
        appraisal_fill(&appraisal);
        cr_assert_eq(utility_vetoes(&appraisal.utility, 0, s.proposal[0].level),
                     appraisal.theta[roll] < 0.2);
    }
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* What lasts is open: pi = .5 * .2 + .5 * .8, the same as in the formula. */
Test(vague, what_lasts_may_be_open)
{
    struct scenario s = make((struct texts){
        "", "", "", "x = \"c\"; y = 1; z = { short = 0.5; long = 0.5; };", "", "" });
    struct appraisal appraisal;
    double surplus[MAX_VETO];

    example_at_mean(&appraisal, &s);
    surpluses(&appraisal, s.proposal[0].level, surplus);
    cr_assert_float_eq(surplus[0], 1 + 0.5 * (0.05 - 0.4) - 0.05, 1e-12);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* In phases amounts are those of the mean, and who breaks off pays by its own reading: a chance
 * of 1 gives what the clear text gives, whatever is carried out, and a penalty of 0 or 2 with
 * chances .9 and .1 is one of .2, from which on q performs x = c. */
Test(vague, promises_go_by_the_reading_of_who_performs)
{
    static const char phases[] = "phases = ( { name = \"one\"; days = 10; } );";
    static const char *const chances[] = { "((0, 0.91), (1, 0.09))", "((0, 0.9), (1, 0.1))" };
    char terms[200];

    /* q loses 1 by x = c; breaking off costs 0, or 10 once y is 1 */
    for (int i = 0; i < 2; i++) {
        snprintf(terms, sizeof terms, "x = { c = 1; b = 0; }; y = %s; z = \"short\";", chances[i]);
        struct scenario s =
            make((struct texts){ "by = \"q\";", "penalty = ((0, 0), (1, 10)); binds = (\"q\");", "",
                                 terms, "", phases });
        struct appraisal appraisal;
        struct implemented implemented;
        example_at_mean(&appraisal, &s);
        implementation_follow(&appraisal.implementation, s.proposal[0].level, &implemented);
        cr_assert_float_eq(implemented.guarantee[0], i ? 1 : 0.9, 1e-12);
        cr_assert_eq(implemented.performs[0], i, "chances %d", i);
        appraisal_release(&appraisal);
        scenario_release(&s);
    }
}

Test(vague, mistakes_are_said)
{
    static const struct {
        const char *terms, *readings, *says;
    } wrong[] = {
        { "x = { b = 1.5; };", "", "x.b' is 1.5, expected 0 to 1" },
        { "x = { d = 1; };", "", "unknown level of 'x', 'd'; expected a, b or c" },
        { "x = { };", "", "expected at least one reading of 'x'" },
        { "x = (0, 1);", "", "expected the readings of 'x' as { NAME = chance; ... }" },
        { "x = \"a\";", "readings = { r = { x = \"b\"; }; };",
          "unknown party 'r'; expected p or q" },
        { "x = \"a\";", "readings = { q = \"b\"; };",
          "expected what 'q' reads as a group: { ISSUE = ...; }" },
        { "x = \"a\";", "readings = 3;",
          "'readings' must be a group: { PARTY = { ISSUE = ...; }; }" },
    };
    char text[4000], terms[200];

    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        snprintf(terms, sizeof terms, "%s y = 1; z = \"short\";", wrong[i].terms);
        snprintf(text, sizeof text, scenario, "", "", "", terms, wrong[i].readings, "");
        const char *mistake = kit_mistake(text);
        cr_assert(strstr(mistake, wrong[i].says), "case %zu: %s", i, mistake);
    }
}
