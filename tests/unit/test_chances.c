/* test_chances.c - proposals exactly in the value of no deal: against closed forms, and the map */
#include "finding.h"
#include "kit.h"
#include "map_kit.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>

static const char parties[] =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"pay\"; levels = (0, 1, 2, 3, 4); all = 4; },"
    " { name = \"term\"; levels = (\"short\", \"long\"); lasts = { short = 0.5; long = 0.8; }; } );"
    "parties = ( { name = \"a\"; weights = { pay = %s; term = 1; }; no_deal = %s; %s"
    "  values = { pay = { kind = \"linear\"; worst = 4; best = 0; };"
    "   term = { kind = \"levels\"; short = 0; long = 1; }; }; },"
    " { name = \"b\"; weights = { pay = 1; term = %s; }; no_deal = { normal = (-0.4, 0.1); };"
    "  values = { pay = { kind = \"linear\"; worst = 0; best = 4; };"
    "   term = { kind = \"levels\"; short = 1; long = 0; }; }; } ); %s"
    "proposals = ( { name = \"half\"; by = \"a\"; terms = { pay = 2; term = \"long\"; }; } );"
    "run = { design = \"sobol\"; seed = %d; };";

static void open_parties(struct trial *t, const char *pay, const char *no_deal, const char *more,
                         const char *term, const char *top, int seed)
{
    char text[4000];

    snprintf(text, sizeof text, parties, pay, no_deal, more, term, top, seed);
    open_trial(t, text, 1024);
}

/* Only the values of no deal are in doubt: nothing is left to chance.  V - w = G - pi w
 * (docs/methods.md, "A deal against none"), so that w up to G / pi is accepted.  Of a, by hand,
 * with weights of a half: G = (0.25 + 0.5) - (0.5 + 0), pi = 0.8. */
Test(chances, of_doubts_about_no_deal_alone_are_closed_forms)
{
    struct trial t;

    open_parties(&t, "1", "{ uniform = (0.2, 0.6); }", "", "1", "", 1);
    const struct utility *w = &t.mean_case.appraisal.utility;
    const size_t *level = t.s.proposal[0].level;
    double limit[2];
    for (size_t p = 0; p < 2; p++)
        limit[p] = (utility_of(w, p, level) - w->stake[p].nothing) / utility_lasts(w, p, level);
    cr_assert_float_eq(limit[0], 0.25 / 0.8, 1e-12);
    const double a = fmin(fmax((limit[0] - 0.2) / 0.4, 0), 1);
    const double b = gsl_cdf_gaussian_P(limit[1] + 0.4, 0.1);
    cr_assert(a > 0.05 && a < 0.95 && b > 0.05 && b < 0.95, "%g, %g: nothing is tested", a, b);
    cr_assert_float_eq(map_answer(&t.map, 0, 0), a, 1e-7); /* a tie is accepted, up to 1e-9 */
    cr_assert_float_eq(map_answer(&t.map, 0, 1), b, 1e-7);
    cr_assert_float_eq(map_answer(&t.map, 0, 2), a * b, 1e-7);
    cr_assert_lt(proportion_error_by(a, map_knows_answer(&t.map, 0, 0)), 1e-7);
    close_trial(&t);
}

/* A value of no deal that goes with another number is no longer free: then answers are counted, and
 * the chance is the map's share to the last digit. */
Test(chances, of_correlated_numbers_are_counts)
{
    struct trial t;

    open_parties(&t, "{ uniform = (1, 3); }", "{ uniform = (0, 0.6); }", "", "1",
                 "correlations = ( { between = (\"a.no_deal\", \"a.weights.pay\"); rho = 0.5; } );",
                 1);
    const size_t *level = t.s.proposal[0].level;
    cr_assert_float_eq(map_answer(&t.map, 0, 0), map_accepts(&t.map, 0, level), 1e-12);
    cr_assert(fabs(map_answer(&t.map, 0, 1) - map_accepts(&t.map, 1, level)) > 1e-6);
    close_trial(&t);
}

/* Red lines, a veto holder, weights in doubt: 20 seeds.  Counts of the map and chances have one
 * mean; chances vary less, and the stated errors of both are true within a factor of 1.5. */
Test(chances, and_counts_agree_within_their_errors, .timeout = 60)
{
    enum { SEEDS = 20 };
    double mean[2] = { 0 }, squares[2] = { 0 }, stated[2] = { 0 };

    for (int seed = 1; seed <= SEEDS; seed++) {
        struct trial t;
        open_parties(
            &t, "{ uniform = (0.5, 2); }", "{ triangular = (0, 0.2, 0.8); }",
            "red_lines = ( { issue = \"term\"; levels = \"long\"; probability = 0.2; } );"
            "bodies = ( { name = \"house\"; veto = true; no_deal = { uniform = (0, 0.1); }; "
            "} );",
            "{ uniform = (0, 2); }", "", seed);
        const size_t cell = layout_cell(&t.layout, t.s.proposal[0].level), all = t.s.n_party;
        const double found[2] = { map_share(&t.map, all, cell), map_answer(&t.map, 0, all) };
        const struct surety known[2] = { map_knows_cell(&t.map, false, cell),
                                         map_knows_answer(&t.map, 0, all) };
        for (int k = 0; k < 2; k++) {
            mean[k] += found[k] / SEEDS;
            squares[k] += found[k] * found[k] / SEEDS;
            stated[k] += pow(proportion_error_by(found[k], known[k]), 2) / SEEDS;
        }
        close_trial(&t);
    }
    cr_assert(mean[0] > 0.1 && mean[0] < 0.9);
    const double error = sqrt((stated[0] + stated[1]) / SEEDS);
    cr_assert_float_eq(mean[0], mean[1], 4 * error);
    for (int k = 0; k < 2; k++) {
        const double ratio =
            sqrt(stated[k] / ((squares[k] - mean[k] * mean[k]) * SEEDS / (SEEDS - 1)));
        cr_assert(ratio > 1 / 1.5 && ratio < 1.5, "%d: stated errors %g times the true ones", k,
                  ratio);
    }
    cr_assert_lt(stated[1], stated[0] / 2);
}

/* Two of three parties are enough: the chance is that of two or three yes, by hand.  Nearly
 * everybody accepts nearly always, so that refusals are rarer than one in the draws that there are.
 */
Test(chances, by_a_rule_and_of_rare_refusals)
{
    struct trial t;

    open_trial(
        &t,
        "scenario = { name = \"t\"; };"
        "issues = ( { name = \"pay\"; levels = (0, 1); all = 1; } );"
        "parties = ( { name = \"a\"; weights = { pay = 1; }; no_deal = { uniform = (0, 2); };"
        "  values = { pay = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
        " { name = \"b\"; weights = { pay = 1; }; no_deal = { normal = (0, 0.25); };"
        "  values = { pay = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
        " { name = \"c\"; weights = { pay = 1; }; no_deal = { uniform = (0, 4); };"
        "  values = { pay = { kind = \"linear\"; worst = 0; best = 1; }; }; } );"
        "agreement = { quota = 2; };"
        "proposals = ( { name = \"all\"; by = \"a\"; terms = { pay = 1; }; } );"
        "run = { design = \"sobol\"; };",
        256);
    const double a = 0.5, b = gsl_cdf_ugaussian_P(4), c = 0.25;
    cr_assert_float_eq(map_answer(&t.map, 0, agreement_passes(&t.s)),
                       a * b * (1 - c) + a * (1 - b) * c + (1 - a) * b * c + a * b * c, 1e-7);
    cr_assert_float_eq(map_answer(&t.map, 0, t.s.n_party), a * b * c, 1e-7);
    cr_assert_float_eq(1 - map_answer(&t.map, 0, 1), 1 - b, 1e-7);
    const struct finding f = finding_of(&t.map, 0);
    cr_assert(f.blocking_share >= 0 && f.blocking_share <= 1, "%g", f.blocking_share);
    close_trial(&t);
}
