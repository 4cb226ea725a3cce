/* test_blocking_issue.c - what saying no costs: acceptance, bodies, phases, talks */
#include "appraisal.h"
#include "draw.h"
#include "example.h"
#include "kit.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

/* p gives up the good x: G = .1, L = -.12, w = .03; `lasts` of the only case, and what follows. */
#define PAUSE(lasts, more)                                                                       \
    "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (1); nothing = 0; all = " \
    "1; },"                                                                                      \
    "  { name = \"y\"; levels = (\"a\"); lasts = { a = " lasts "; }; } );"                       \
    "parties = ( { name = \"p\"; weights = { x = 0.1; y = 0.9; }; no_deal = 0.03; " more         \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 1; };"                              \
    "    y = { kind = \"levels\"; a = 0; }; };"                                                  \
    "  leverage = ( { issue = \"x\"; shift = -0.12; } ); },"                                     \
    " { name = \"q\"; weights = { x = 1; y = 1; }; no_deal = 0;"                                 \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 1; };"                              \
    "    y = { kind = \"levels\"; a = 0; }; }; } );"                                             \
    "proposals = ( { name = \"z\"; by = \"q\"; terms = { x = 1; y = \"a\"; }; } );"

/* The surplus of p, and whether it accepts, at the mean of every doubt. */
static double surplus_of(const char *text, bool *accepts)
{
    struct scenario s = kit_scenario(text);
    double surplus[MAX_VETO], felt[MAX_PARTY];
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    appraisal_surpluses(&appraisal, s.proposal[0].level, surplus, felt);
    if (accepts)
        *accepts = appraisal_accepts(&appraisal, 0, s.proposal[0].level, surplus, felt);
    appraisal_release(&appraisal);
    scenario_release(&s);
    return surplus[0];
}

/* The share of the doubt about p's cost of refusing at which it accepts: at its quantiles. */
static double share_of(const char *text)
{
    enum { N = 20000 };
    struct scenario s = kit_scenario(text);
    const size_t cost = s.party[0].refusal_cost;
    double surplus[MAX_VETO], felt[MAX_PARTY];
    struct appraisal appraisal;
    int accepts = 0;

    example_at_mean(&appraisal, &s);
    for (int i = 0; i < N; i++) {
        appraisal.theta[cost] =
            distribution_quantile(&s.parameter[cost].distribution, (i + 0.5) / N);
        appraisal_fill(&appraisal);
        appraisal_surpluses(&appraisal, s.proposal[0].level, surplus, felt);
        accepts += appraisal_accepts(&appraisal, 0, s.proposal[0].level, surplus, felt);
    }
    appraisal_release(&appraisal);
    scenario_release(&s);
    return (double)accepts / N;
}

/* Where nothing lasts no deal cancels, and the cost of refusing does not. */
Test(refusal, refusal_cost_pause)
{
    json_t *v = kit_vector("refusal_cost_pause");

    cr_assert_float_eq(surplus_of(PAUSE("0", ""), NULL), kit_number(v, "expected.surplus_r0"),
                       1e-12);
    cr_assert_float_eq(share_of(PAUSE("0", "refusal_cost = { uniform = (0, 0.05); };")),
                       kit_number(v, "expected.accept_uniform_0_005"), 1e-4);
    cr_assert_float_eq(share_of(PAUSE("0", "refusal_cost = { normal = (0.01, 0.02); };")),
                       kit_number(v, "expected.accept_normal"), 1e-4);
}

/* By hand: V - w + r with G = .1, L = -.12, w = .03, r = .05: whatever lasts, r is added whole;
 * below 0 it is a reason to refuse. */
Test(refusal, is_added_whole_whatever_lasts)
{
    static const char *const texts[] = { PAUSE("0", "refusal_cost = 0.05;"),
                                         PAUSE("0.4", "refusal_cost = 0.05;"),
                                         PAUSE("1", "refusal_cost = 0.05;"),
                                         PAUSE("1", "refusal_cost = -0.08;") };
    static const double lasts[] = { 0, 0.4, 1, 1 }, cost[] = { 0.05, 0.05, 0.05, -0.08 };

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        bool accepts;
        double got = surplus_of(texts[i], &accepts);
        double want = 0.1 + (1 - lasts[i]) * (0.03 - 0.12) - 0.03 + cost[i];
        cr_assert_float_eq(got, want, 1e-12, "case %zu", i);
        cr_assert_eq(accepts, want >= 0, "case %zu", i);
    }
}

/* With a reservation on the utility scale: u - (reservation - r). */
Test(refusal, lowers_a_reservation)
{
    static const char text[] =
        "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); } );"
        "parties = ( { name = \"p\"; weights = { x = 1; }; reservation = 1.1; refusal_cost = 0.15;"
        "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
        " { name = \"q\"; weights = { x = 1; }; reservation = 0;"
        "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; }; } );"
        "proposals = ( { name = \"z\"; by = \"q\"; terms = { x = 1; }; } );";
    bool accepts;

    cr_assert_float_eq(surplus_of(text, &accepts), 0.05, 1e-12);
    cr_assert(accepts);
}

/* leader_stake: a leader who loses z by signing asks for S >= z: a veto holder whose refusing costs
 * it z less than its party.  S normal (.05, .06), z uniform (0, .1): P(S >= z) = 1/2 by symmetry.
 */
Test(refusal, a_leader_with_something_to_lose_asks_for_more)
{
    static const double z[] = { 0, 0.02, 0.06 };
    static const char *const kinds[] = {
        "", "red_lines = ( { issue = \"x\"; levels = 0; probability = 1; } );"
    };

    for (size_t k = 0; k < COUNT_OF(kinds); k++)
        for (size_t i = 0; i < COUNT_OF(z); i++) {
            char text[3000];
            bool accepts;
            snprintf(text, sizeof text,
                     PAUSE("0", "refusal_cost = 0.06; bodies = ( { name = \"b\"; veto = true; %s "
                                "refusal_cost = %g; } );"),
                     kinds[k], -z[i]);
            cr_assert_float_eq(surplus_of(text, &accepts), 0.04, 1e-12);
            cr_assert_eq(accepts, 0.04 >= z[i], "kind %zu, z %g", k, z[i]);
        }
}

/* refusal_cost_event: an event that adds m to r moves every surplus by m, whatever lasts; the same
 * taken from w moves it by lasts * m. */
Test(refusal, an_event_moves_every_package_alike)
{
    json_t *v = kit_vector("refusal_cost_event");
    const double m = kit_number(v, "inputs.m");
    const double lasts[] = { 0, 0.4, 1 };
    static const char *const want[] = { "expected.dw0", "expected.dw04", "expected.dw1" };

    for (size_t i = 0; i < COUNT_OF(lasts); i++) {
        cr_assert_float_eq(shift_takes((struct shift){ 0, m }, lasts[i]),
                           -kit_number(v, "expected.dr"), 1e-12);
        cr_assert_float_eq(shift_takes((struct shift){ -m, 0 }, lasts[i]), -kit_number(v, want[i]),
                           1e-12);
    }
}

/* A pause that neither side would take: q would, p lacks .02 (above).  From day 5 on refusing costs
 * p .03 more, and they agree; with pressure of .002 a day they do from day 10 on. */
Test(refusal, moves_talks_where_nothing_lasts)
{
    static const struct {
        const char *talks;
        double day;
    } cases[] = {
        { "events = ( { name = \"march\"; on = 5; party = \"p\"; shift_refusal_cost = 0.03; } ); "
          "parties = ( { "
          "name = \"p\"; strategy = \"micro\"; }, { name = \"q\"; strategy = \"micro\"; } );",
          5 },
        { "parties = ( { name = \"p\"; strategy = \"micro\"; refusal_pressure = 0.002; }, { name = "
          "\"q\"; "
          "strategy = \"micro\"; } );",
          10 },
        { "events = ( { name = \"march\"; on = 5; party = \"p\"; shift_no_deal = -0.5; } ); "
          "parties = ( { name = "
          "\"p\"; strategy = \"micro\"; }, { name = \"q\"; strategy = \"micro\"; } );",
          INFINITY },
    };
    static struct watched w;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char text[4000];
        struct trial t;
        snprintf(text, sizeof text, PAUSE("0", "") "talks = { deadline = 30; round_days = 1; %s };",
                 cases[i].talks);
        trial_open(&t, text);
        const struct talks_run r = trial_watch(&t, 0, &w);
        if (isinf(cases[i].day)) {
            cr_assert_eq(r.outcome.ending, ENDING_DEADLINE);
        } else {
            cr_assert_eq(r.outcome.ending, ENDING_AGREEMENT, "case %zu", i);

            cr_assert(r.outcome.day >= cases[i].day && r.outcome.day <= cases[i].day + 2,
                      "case %zu: day %g", i, r.outcome.day);
        }
        trial_close(&t);
    }
}
