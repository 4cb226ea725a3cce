/* test_answers.c - answers as they were given: by leaders or ratified, own offers, inferred ones */
#include "example.h"
#include "kit.h"
#include "map.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

/* p gains .1 by x for good; w normal (.08, .05) makes its surplus normal (.02, .05); d is how much
 * better no deal is for a veto holder. */
#define WITH_A_BODY                                                                         \
    "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); },"          \
    "  { name = \"y\"; levels = (0); } );"                                                  \
    "parties = ( { name = \"p\"; weights = { x = 1; y = 9; }; no_deal = { normal = (0.08, " \
    "0.05); };"                                                                             \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 1; };"                         \
    "    y = { kind = \"linear\"; worst = 0; best = 1; }; };"                               \
    "  bodies = ( { name = \"b\"; veto = true; no_deal = { normal = (0, 0.03); }; } ); },"  \
    " { name = \"q\"; weights = { x = 1; y = 1; }; no_deal = 0;"                            \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 1; };"                         \
    "    y = { kind = \"linear\"; worst = 0; best = 1; }; }; } );"                          \
    "proposals = ( { name = \"z\"; by = \"q\"; terms = { x = 1; y = 0; };"                  \
    "  answers = { p = { said = \"accepts\"; by = \"leaders\"; }; q = \"accepts\"; }; } );"

/* Whether p, or its leaders, accept when its no deal is at quantile u. */
static bool accepts_at(struct appraisal *appraisal, double u, bool by_leaders)
{
    const struct scenario *s = appraisal->scenario;
    const size_t w = s->party[0].no_deal, *level = s->proposal[0].level;
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal->theta[w] = distribution_quantile(&s->parameter[w].distribution, u);
    appraisal_fill(appraisal);
    appraisal_surpluses(appraisal, level, surplus, felt);
    return by_leaders ? appraisal_leaders_accept(appraisal, 0, level, surplus)
                      : appraisal_accepts(appraisal, 0, level, surplus, felt);
}

/* The share of p's no deal at which it accepts, found by halving: it accepts below. */
static double share_below(struct appraisal *appraisal, bool by_leaders)
{
    double low = 0, high = 1;

    for (int i = 0; i < 45; i++)
        *(accepts_at(appraisal, (low + high) / 2, by_leaders) ? &low : &high) = (low + high) / 2;
    return low;
}

/* by_leaders_or_ratified: P(S >= 0), and P(S >= max(0, d)) as the mean over quantiles of d. */
Test(answers, leaders_do_not_ask_their_bodies)
{
    enum { N = 4000 };
    json_t *v = kit_vector("by_leaders_or_ratified");
    struct scenario s = kit_scenario(WITH_A_BODY);
    const size_t d = s.party[0].body[0].no_deal_excess;
    struct appraisal appraisal;
    double leaders, ratified = 0;

    example_at_mean(&appraisal, &s);
    leaders = share_below(&appraisal, true);
    for (int i = 0; i < N; i++) {
        appraisal.theta[d] = distribution_quantile(&s.parameter[d].distribution, (i + 0.5) / N);
        cr_assert_float_eq(share_below(&appraisal, true), leaders, 1e-12);
        ratified += share_below(&appraisal, false) / N;
    }
    cr_assert_float_eq(leaders, kit_number(v, "expected.leaders"), 1e-5);
    cr_assert_float_eq(ratified, kit_number(v, "expected.ratified"), 1e-5);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* p hands x over first (leverage -.1, worth nothing to it), q then y (.2 for p); it lasts with .7
 * and w = .03.  y is dear to q, which breaks off: nothing is performed then. */
#define OFFER_IF(more, offered_by, answers)                                                     \
    "scenario = { name = \"t\"; };"                                                             \
    "issues = ( { name = \"x\"; levels = (0, 1); all = 1; by = \"p\"; },"                       \
    "  { name = \"y\"; levels = (0, 1); all = 1; by = \"q\"; },"                                \
    "  { name = \"word\"; levels = (\"given\"); lasts = { given = 0.7; }; } );"                 \
    "phases = ( { name = \"one\"; days = 30; } );"                                              \
    "parties = ( { name = \"p\"; title = \"The P\"; weights = { x = 0; y = 0.2; word = 0.8; };" \
    "  no_deal = 0.03; leverage = ( { issue = \"x\"; shift = -0.1; } ); " more                  \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 1; };"                             \
    "    y = { kind = \"linear\"; worst = 0; best = 1; };"                                      \
    "    word = { kind = \"levels\"; given = 0.5; }; }; },"                                     \
    " { name = \"q\"; weights = { x = 0.3; y = 0.7; word = 0; }; no_deal = 0;"                  \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 1; };"                             \
    "    y = { kind = \"linear\"; worst = 1; best = 0; };"                                      \
    "    word = { kind = \"levels\"; given = 0.5; }; }; } );"                                   \
    "proposals = ( { name = \"z\"; by = \"" offered_by "\"; terms = { x = 1; y = 1; "           \
    "word = \"given\"; }; answers = { " answers " }; } );"
#define OFFER(offered_by, answers) OFFER_IF("", offered_by, answers)

/* own_offer: S if kept = G + (1 - pi)(w + L) - w = .149; as carried out p hands nothing over, and
 * the agreement is worth no deal, less what is taken where nothing is performed. */
Test(answers, an_own_offer_is_judged_as_if_kept)
{
    json_t *v = kit_vector("own_offer");
    struct scenario s = kit_scenario(OFFER("p", ""));
    double surplus[MAX_VETO], felt[MAX_PARTY];
    struct appraisal appraisal;

    example_at_mean(&appraisal, &s);
    appraisal_if_kept(&appraisal, s.proposal[0].level, surplus, felt);
    cr_assert_float_eq(surplus[0], kit_number(v, "expected.S"), 1e-12);
    appraisal_surpluses(&appraisal, s.proposal[0].level, surplus, felt);
    cr_assert_float_eq(surplus[0], -IDLE, 1e-12);
    appraisal_release(&appraisal);
    scenario_release(&s);
}

/* Who made the proposal is known by name or title, whatever the case; the file may say otherwise.
 */
Test(answers, by_says_whose_offer_it_is)
{
    static const struct {
        const char *text;
        bool own;
        enum answer_by by;
    } cases[] = {
        { OFFER("p", "p = \"accepts\";"), true, BY_LEADERS },
        { OFFER("the p", "p = \"accepts\";"), true, BY_LEADERS },
        { OFFER("somebody", "p = \"accepts\";"), false, BY_RATIFIED },
        { OFFER("q", "p = \"accepts\";"), false, BY_RATIFIED },
        { OFFER("q", "p = { said = \"accepts\"; own = true; };"), true, BY_LEADERS },
        { OFFER("p", "p = { said = \"accepts\"; own = false; };"), false, BY_RATIFIED },
        { OFFER("p", "p = { said = \"accepts\"; by = \"ratified\"; };"), true, BY_RATIFIED },
        { OFFER("q", "p = { said = \"accepts\"; by = \"leaders\"; };"), false, BY_LEADERS },
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct scenario s = kit_scenario(cases[i].text);
        const struct answer *answer = &s.proposal[0].answer[0];
        cr_assert(answer->is_recorded);
        cr_assert_eq(answer->said, SAID_ACCEPTS);
        cr_assert_eq(answer->own, cases[i].own, "case %zu", i);
        cr_assert_eq(answer->by, cases[i].by, "case %zu", i);
        cr_assert_eq(answer->doubt, 0);
        cr_assert_not(s.proposal[0].answer[1].is_recorded);
        scenario_release(&s);
    }
}

/* The probability of the recorded answer where the model accepts with .3. */
Test(answers, an_answer_is_given_or_not)
{
    const struct answer accepts = { .is_recorded = true, .said = SAID_ACCEPTS };
    const struct answer refuses = { .is_recorded = true, .said = SAID_REFUSES };
    const struct answer disputed = { .is_recorded = true, .said = SAID_DISPUTED };
    const struct answer none = { .is_recorded = false };

    cr_assert_eq(answer_given(&accepts, 0.3), 0.3);
    cr_assert_eq(answer_given(&refuses, 0.3), 0.7);
    cr_assert(isnan(answer_given(&disputed, 0.3)));
    cr_assert(isnan(answer_given(&none, 0.3)));
}

/* A map counts all four readings.  Where q breaks off and saying no pays p .01, it lacks that as
 * carried out and gains .139 if kept; where a body asks for .2 and .1 is gained, leaders accept. */
Test(answers, a_map_counts_each_reading)
{
    static const char *const texts[] = {
        OFFER_IF("refusal_cost = -0.01;", "q", "p = \"accepts\";"),
        "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); } );"
        "parties = ( { name = \"p\"; weights = { x = 1; }; no_deal = 0.9;"
        "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; };"
        "  bodies = ( { name = \"b\"; veto = true; no_deal = 0.2; } ); },"
        " { name = \"q\"; weights = { x = 1; }; no_deal = 0;"
        "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; }; } );"
        "proposals = ( { name = \"z\"; by = \"q\"; terms = { x = 1; };"
        "  answers = { p = { said = \"accepts\"; by = \"leaders\"; }; }; } );"
    };
    static const uint64_t accepts[][READ_COUNT] = { { 0, 0, 300, 300 }, { 0, 300, 0, 300 } };

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct scenario s = kit_scenario(texts[i]);
        struct error err = { .code = OK };
        struct pool_job job = { .tick = NULL };
        struct layout layout;
        struct mean_case mean_case;
        cr_assert_eq(layout_init(&layout, &s, &err), OK);
        cr_assert_eq(mean_case_init(&mean_case, &layout, &err), OK);
        struct map map = { .layout = &layout, .mean_case = &mean_case, .draws = 300, .seed = 1 };
        cr_assert_eq(map_run(&map, &job, 2, &err), OK, "%s", err.text);
        for (size_t reading = 0; reading < READ_COUNT; reading++)
            cr_assert_eq(record_accepts(&map.record, 0, 0, reading), accepts[i][reading],
                         "case %zu, reading %zu", i, reading);
        map_release(&map);
        mean_case_release(&mean_case);
        layout_release(&layout);
        scenario_release(&s);
    }
}
