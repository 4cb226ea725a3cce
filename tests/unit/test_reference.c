/* test_reference.c - losses against a text that was accepted count more */
#include "appraisal.h"
#include "example.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* p accepted x = 1; `loss` is what x = 0 is worth less, and y brings it .1 + that.  %s: more of p,
 * phases. */
static const char scenario[] =
    "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1, 2); all = 2; %s },"
    "  { name = \"y\"; levels = (\"no\", \"yes\"); } );"
    "parties = ( { name = \"p\"; weights = { x = %.17g; y = %.17g; }; no_deal = 0; %s"
    "  values = { x = { kind = \"points\"; points = ((0, 0), (1, 1), (2, 1)); };"
    "    y = { kind = \"levels\"; no = 0; yes = 1; }; }; },"
    " { name = \"q\"; weights = { x = 1; y = 1; }; no_deal = 0; %s"
    "  values = { x = { kind = \"linear\"; worst = 2; best = 0; };"
    "    y = { kind = \"levels\"; no = 0; yes = 0; }; }; } );"
    "proposals = ( { name = \"a\"; by = \"q\"; terms = { x = 0; y = \"yes\"; }; },"
    "  { name = \"b\"; by = \"q\"; terms = { x = 2; y = \"yes\"; }; } ); %s";

struct implementation_text {
    const char *by, *of_q, *phases;
};

static struct scenario make(double loss, const char *more, struct implementation_text c)
{
    char text[3000];

    snprintf(text, sizeof text, scenario, c.by, loss, 1 - loss, more, c.of_q, c.phases);
    return kit_scenario(text);
}

static double surplus_of(const struct appraisal *appraisal, size_t proposal)
{
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(appraisal, appraisal->scenario->proposal[proposal].level, surplus, felt);
    return surplus[0];
}

/* With phases too, where it is charged on signing whatever is carried out: y takes effect at the
 * end. */
static const struct implementation_text courses[] = {
    { "", "", "" },
    { "by = \"q\";", "breaking_off = 5;",
      "phases = ( { name = \"one\"; days = 10; }, { name = \"two\"; days = 5; } );" },
};

/* By hand: a loses .3 against the reference, which counts 1 + 1.25 times; b gains, and is charged
 * nothing. Without a reference a is worth .7, b 1. */
Test(reference, a_loss_counts_more_and_a_gain_does_not)
{
    for (size_t i = 0; i < COUNT_OF(courses); i++) {
        struct scenario plain = make(0.3, "", courses[i]);
        struct scenario s =
            make(0.3, "reference = { terms = { x = 1; }; loss_aversion = 1.25; };", courses[i]);
        struct appraisal appraisal;
        example_at_mean(&appraisal, &plain);
        cr_assert_float_eq(surplus_of(&appraisal, 0), 0.7, 1e-12);
        cr_assert_float_eq(surplus_of(&appraisal, 1), 1, 1e-12);
        appraisal_release(&appraisal);
        example_at_mean(&appraisal, &s);
        cr_assert_float_eq(surplus_of(&appraisal, 0), 0.7 - 1.25 * 0.3, 1e-12, "course %zu", i);
        cr_assert_float_eq(surplus_of(&appraisal, 1), 1, 1e-12);
        appraisal_release(&appraisal);
        scenario_release(&plain);
        scenario_release(&s);
    }
}

/* reference_bridging: S = .1 before the charge, eta uniform (0, 1.5): accepted up to eta = S /
 * loss.  The reservation is what leaves S = .1. */
Test(reference, reference_bridging)
{
    enum { N = 20000 };
    json_t *v = kit_vector("reference_bridging");
    const double loss = kit_number(v, "expected.loss");
    struct scenario s =
        make(loss, "reference = { terms = { x = 1; }; loss_aversion = { uniform = (0, 1.5); }; };",
             courses[0]);
    const size_t eta = s.party[0].reference.loss_aversion;
    struct appraisal appraisal;
    int accepts = 0;

    example_at_mean(&appraisal, &s);
    appraisal.theta[s.party[0].no_deal] = 1 - loss - kit_number(v, "inputs.S");
    for (int i = 0; i < N; i++) {
        appraisal.theta[eta] = 1.5 * (i + 0.5) / N;
        appraisal_fill(&appraisal);
        accepts += surplus_of(&appraisal, 0) >= -TIE;
    }
    cr_assert_float_eq((double)accepts / N, kit_number(v, "expected.accept"), 1e-4);
    appraisal.theta[eta] = 1.25;
    appraisal_fill(&appraisal);
    cr_assert_float_eq(surplus_of(&appraisal, 0),
                       kit_number(v, "inputs.S") - kit_number(v, "expected.R_at_125"), 1e-9);
    appraisal_release(&appraisal);
    scenario_release(&s);
}
