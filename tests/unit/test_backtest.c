/* test_backtest.c - what must hold of learning whatever the record is; scores; outcomes */
#include "foreseen.h"
#include "kit.h"
#include "record_kit.h"
#include "reliability.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static char text[KIT_SCENARIOS][4000];
static const char *texts[KIT_SCENARIOS] = { text[0], text[1], text[2], text[3] };

/* Dates 0 to n - 1 share a reservation; each has its circumstance and one answer. */
static void family(size_t n, const char *const said[])
{
    static const int c[] = { 2, -3, 4, 0 };

    for (size_t i = 0; i < n; i++)
        record_kit_text(text[i], sizeof text[i], (int)i, "{ normal = (0.5, 0.05); }", true,
                        "refusal_cost = { normal = (0, 0.04); };", 1,
                        (struct kit_answer[]){ { c[i], said[i] } });
}

Test(backtest, without_answers_every_world_counts)
{
    struct record_kit k;

    family(2, (const char *[]){ "", "" });
    record_kit_open(&k, 2, texts);
    record_kit_learn(&k, 500, 1, false, NAN, NAN);
    cr_expect_eq(k.learned.weighed.effective, 500);
    cr_expect_eq(k.learned.weighed.log_mean, 0);
    for (size_t i = 0; i < 500; i++)
        cr_assert_eq(k.learned.weight[i], 1.0 / 500);
    record_kit_forget(&k);
    record_kit_close(&k);
}

/* e = 1/2: an answer says nothing. */
Test(backtest, answers_that_say_nothing_leave_the_prior)
{
    struct record_kit k;
    struct moved moved;
    struct error err = { .code = OK };

    family(2, (const char *[]){ "\"accepts\"", "\"refuses\"" });
    record_kit_open(&k, 2, texts);
    record_kit_learn(&k, 500, 1, false, 0.5, NAN);
    cr_expect_eq(k.learned.weighed.effective, 500);
    cr_assert_eq(moved_find(&moved, &k.learned, &err), OK);
    for (size_t i = 0; i < moved.n; i++) {
        cr_expect_eq(moved.number[i].moved, 0);
        cr_expect_eq(moved.number[i].prior.q05, moved.number[i].posterior.q05);
        cr_expect_eq(moved_surely(&moved.number[i]), 0);
    }
    moved_release(&moved);
    record_kit_forget(&k);
    record_kit_close(&k);
}

static void same_weights(const struct learned *a, const struct learned *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cr_assert_eq(a->weight[i], b->weight[i]);
}

Test(backtest, a_disputed_answer_changes_nothing)
{
    struct record_kit with, without;

    family(2, (const char *[]){ "\"accepts\"", "\"disputed\"" });
    record_kit_open(&with, 2, texts);
    record_kit_learn(&with, 500, 1, false, NAN, NAN);
    family(2, (const char *[]){ "\"accepts\"", "" });
    record_kit_open(&without, 2, texts);
    record_kit_learn(&without, 500, 1, false, NAN, NAN);
    same_weights(&with.learned, &without.learned, 500);
    record_kit_forget(&with);
    record_kit_forget(&without);
    record_kit_close(&with);
    record_kit_close(&without);
}

Test(backtest, the_order_of_scenarios_does_not_matter)
{
    struct record_kit one, other;

    family(3, (const char *[]){ "\"accepts\"", "\"refuses\"", "\"accepts\"" });
    record_kit_open(&one, 3, texts);
    record_kit_open(&other, 3, (const char *[]){ text[2], text[0], text[1] });
    for (int by_population = 0; by_population < 2; by_population++) {
        record_kit_learn(&one, 300, 1, by_population, NAN, NAN);
        record_kit_learn(&other, 300, 1, by_population, NAN, NAN);
        same_weights(&one.learned, &other.learned, 300);
        const struct ensemble *a = one.learned.posterior, *b = other.learned.posterior;
        cr_expect_arr_eq(a->value, b->value, 300 * one.joint.n * sizeof *a->value);
        record_kit_forget(&one);
        record_kit_forget(&other);
    }
    record_kit_close(&one);
    record_kit_close(&other);
}

/* log Z = sum over dates of log p(answers of the date | earlier ones), on the same draws. */
Test(backtest, forward_scores_add_up_to_the_evidence)
{
    enum { N = 2000 };
    static double w[N];
    struct record_kit k;
    double sum = 0;

    family(4, (const char *[]){ "\"accepts\"", "\"refuses\"", "\"accepts\"", "\"accepts\"" });
    record_kit_open(&k, 4, texts);
    record_kit_learn(&k, N, 3, false, NAN, NAN);
    for (size_t date = 0; date < 4; date++) {
        const struct left_out out = { NONE, NONE, date };
        double p = 0;
        ensemble_weigh(&k.learned.prior, &out, w);
        for (size_t i = 0; i < N; i++)
            p += w[i] * exp(k.learned.prior.log[i * 4 + date]);
        sum += log(p);
        cr_expect_float_eq(sum, k.learned.evidence[date].log_z, 1e-12);
    }
    cr_expect_float_eq(sum, k.learned.weighed.log_mean, 1e-12);
    record_kit_forget(&k);
    record_kit_close(&k);
}

Test(backtest, without_a_scenario_that_says_nothing_is_the_posterior)
{
    enum { N = 500 };
    static double w[N];
    struct record_kit k;

    family(3, (const char *[]){ "\"accepts\"", "", "\"refuses\"" });
    record_kit_open(&k, 3, texts);
    record_kit_learn(&k, N, 1, false, NAN, NAN);
    ensemble_weigh(&k.learned.prior, &(struct left_out){ NONE, k.history.group[1], NONE }, w);
    for (size_t i = 0; i < N; i++)
        cr_assert_eq(w[i], k.learned.weight[i]);
    record_kit_forget(&k);
    record_kit_close(&k);
}

/* Twelve yes and three no are as fifteen answers; here as three of each kind. */
Test(backtest, counts_are_as_many_answers)
{
    struct record_kit counted, listed;
    struct scores a, b;
    struct error err = { .code = OK };

    record_kit_text(text[0], sizeof text[0], 0, "{ normal = (0.5, 0.05); }", false, "", 1,
                    (struct kit_answer[]){ { 2, "{ accepts = 2; refuses = 1; }" } });
    record_kit_text(
        text[1], sizeof text[1], 0, "{ normal = (0.5, 0.05); }", false, "", 3,
        (struct kit_answer[]){ { 2, "\"accepts\"" }, { 2, "\"accepts\"" }, { 2, "\"refuses\"" } });
    record_kit_open(&counted, 1, texts);
    record_kit_open(&listed, 1, texts + 1);
    record_kit_learn(&counted, 800, 1, false, NAN, NAN);
    record_kit_learn(&listed, 800, 1, false, NAN, NAN);
    cr_expect_float_eq(counted.learned.weighed.log_mean, listed.learned.weighed.log_mean, 1e-12);
    for (size_t i = 0; i < 800; i++)
        cr_assert_float_eq(counted.learned.weight[i], listed.learned.weight[i], 1e-15);
    cr_assert_eq(scores_find(&a, &counted.learned, &err), OK);
    cr_assert_eq(scores_find(&b, &listed.learned, &err), OK);
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        if (rule == RULE_WITHOUT_ANSWER)
            continue; /* one row leaves all three out */
        cr_expect_eq(a.of[rule][SCORE_ALL].n, 3);
        cr_expect_float_eq(a.of[rule][SCORE_ALL].brier.value, b.of[rule][SCORE_ALL].brier.value,
                           1e-12, "%s", rule_names[rule]);
        cr_expect_float_eq(a.of[rule][SCORE_ALL].logarithm.value,
                           b.of[rule][SCORE_ALL].logarithm.value, 1e-12, "%s", rule_names[rule]);
    }
    record_kit_forget(&counted);
    record_kit_forget(&listed);
    record_kit_close(&counted);
    record_kit_close(&listed);
}

/* By hand: p 0.1, 0.3, 0.6, 0.9 with no, yes, no, yes pool the middle two at 1/2.  S = (0.01 + 0.49
 * + 0.36 + 0.01) / 4; after pooling (0 + 0.25 + 0.25 + 0) / 4; uncertainty 1/4. */
Test(backtest, the_parts_of_the_brier_score)
{
    struct forecast f[] = { { 0.9, 1, 1 }, { 0.3, 1, 1 }, { 0.6, 1, 0 }, { 0.1, 1, 0 } };
    struct reliability_step step[4];
    const size_t n = corp_steps(4, f, step);
    const struct corp c = corp_parts(4, f, n, step);

    cr_assert_eq(n, 3);
    cr_expect_eq(step[1].rate, 0.5);
    cr_expect_eq(step[1].p_low, 0.3);
    cr_expect_eq(step[1].p_high, 0.6);
    cr_expect_float_eq(c.brier, 0.2175, 1e-12);
    cr_expect_float_eq(c.miscalibration, 0.0925, 1e-12);
    cr_expect_float_eq(c.discrimination, 0.125, 1e-12);
    cr_expect_float_eq(c.uncertainty, 0.25, 1e-12);
    cr_expect_float_eq(c.brier, c.miscalibration - c.discrimination + c.uncertainty, 1e-12);
}

/* Chances that are stated several times are one, in any order: S = (0.09 + 0.25 + 0.25) / 3; the
 * steps are 0 and 1/2, so that MCB = S - (0 + 1/4 + 1/4) / 3. */
Test(backtest, chances_stated_twice_are_one)
{
    for (int order = 0; order < 2; order++) {
        struct forecast f[] = { { 0.3, 1, 0 }, { 0.5, 1, order }, { 0.5, 1, !order } };
        struct reliability_step step[3];
        const size_t n = corp_steps(3, f, step);
        const struct corp c = corp_parts(3, f, n, step);
        cr_assert_eq(n, 2);
        cr_expect_eq(step[1].rate, 0.5);
        cr_expect_float_eq(c.miscalibration, 0.09 / 3, 1e-12);
    }
}

/* Weights 1, 2, 3, 4 of 10: an effective number of 100 / 30; of five equal worlds from u = 1/2, at
 * 0.1, 0.3, ..., one is the second, two the third, two the fourth. */
Test(backtest, worlds_are_resampled_evenly)
{
    double w[] = { log(1), log(2), log(3), log(4) };
    struct weighted_value value[] = { { 3, 0.3 }, { 1, 0.1 }, { 4, 0.4 }, { 2, 0.2 } };
    const struct weighed weighed = weighted_scale(4, w);
    size_t from[5];

    cr_expect_float_eq(weighed.effective, 100. / 30, 1e-12);
    cr_expect_float_eq(weighed.log_mean, log(2.5), 1e-12);
    cr_expect_float_eq(weighed.largest, 0.4, 1e-12);
    weighted_resample(4, w, 5, 0.5, from);
    static const size_t expected[] = { 0, 1, 2, 3, 3 };
    w[0] += 1e-9; /* at 0.1 exactly the first weight ends: rounding must not decide */
    weighted_resample(4, w, 5, 0.5, from);
    cr_expect_arr_eq(from, expected, sizeof expected);
    weighted_sort(4, value);
    cr_expect_eq(weighted_quantile(4, value, 0.05), 1);
    cr_expect_eq(weighted_quantile(4, value, 0.5), 3);
    cr_expect_eq(weighted_quantile(4, value, 0.95), 4);
}

/* The interval of a mean over 40 groups of standard normal numbers is 2 x 1.96 / sqrt(40) wide, to
 * what sampling does; that of a difference of a mean to itself is nothing. */
Test(backtest, intervals_resample_groups)
{
    enum { GROUPS = 40 };
    double sum[GROUPS], weight[GROUPS];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct bootstrap b;
    struct error err = { .code = OK };

    gsl_rng_set(r, 5);
    rng_open(r, STREAM_TESTS, 0);
    for (size_t i = 0; i < GROUPS; i++) {
        weight[i] = 3;
        sum[i] = 3 * joint_score(((double)i + 0.5) / GROUPS);
    }
    const struct grouped_mean mean = { GROUPS, sum, weight };
    cr_assert_eq(bootstrap_mean(&mean, false, r, &b, &err), OK);
    cr_expect_float_eq(b.value, 0, 1e-12);
    cr_expect_float_eq(b.high - b.low, 2 * 1.96 / sqrt(GROUPS), 0.06);
    cr_assert_eq(bootstrap_difference(&mean, &mean, false, r, &b, &err), OK);
    cr_expect_eq(b.high - b.low, 0);
    gsl_rng_free(r);
}

/* Without doubt the chosen worlds have none that says the opposite, so that they cannot tell what
 * would be without an answer: the prior's worlds do, or nobody. */
Test(backtest, a_population_does_not_tell_what_it_has_lost)
{
    struct record_kit few, many;
    size_t n_told = 0;

    family(3, (const char *[]){ "\"accepts\"", "\"refuses\"", "\"accepts\"" });
    record_kit_open(&few, 3, texts);
    record_kit_open(&many, 3, texts);
    record_kit_learn(&few, 1000, 1, false, 0, 0);
    cr_assert(few.learned.by_population);
    record_kit_learn(&many, 40000, 2, false, 0, 0);
    cr_assert_not(many.learned.by_population);
    for (size_t k = 0; k < 3; k++) {
        const double chance = few.learned.chance[CHANCE_WITHOUT_ANSWER][k];
        const double right = many.learned.chance[CHANCE_WITHOUT_ANSWER][k];
        /* of at least LEARNED_FEWEST worlds a share is known to 0.11 or better; all say the same
           of those that the answer itself has chosen */
        cr_expect(isnan(chance) || fabs(chance - right) < 0.22, "answer %zu: %g, by many worlds %g",
                  k, chance, right);
        n_told += isnan(chance) ? 0 : 1;
    }
    cr_expect_geq(n_told, 2);
    record_kit_forget(&few);
    record_kit_forget(&many);
    record_kit_close(&few);
    record_kit_close(&many);
}

/* Three parties on a scale of 0 to 10 that weigh it 1, 2 and 3, the last with power 2, one without
 * a view: (1 x 2 + 2 x 5 + 3 x 2 x 10) / 9 = 8.  Agreed 6: 20 points of 100.  Of names the shares
 * of weight are on what they want most. */
static const char council[] =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"x\"; from = 0; to = 10; step = 1; nothing = 0; },"
    "  { name = \"y\"; levels = (\"u\", \"v\"); } );"
    "parties = ("
    " { name = \"a\"; weights = { x = 1; y = 1; }; reservation = 0; values = {"
    "   x = { kind = \"peak\"; best = 2; exponent = 1; }; y = { kind = \"levels\"; u = 1; v = 0; "
    "}; }; },"
    " { name = \"b\"; weights = { x = 2; y = 3; }; reservation = 0; values = {"
    "   x = { kind = \"peak\"; best = 5; exponent = 2; }; y = { kind = \"levels\"; u = 0; v = 1; "
    "}; }; },"
    " { name = \"c\"; weights = { x = 3; y = 0; }; reservation = 0; bargaining_power = 2; values = "
    "{"
    "   x = { kind = \"linear\"; worst = 0; best = 10; }; }; },"
    " { name = \"d\"; weights = { x = 0; y = 4; }; reservation = 0; values = {"
    "   y = { kind = \"levels\"; u = 1; v = 0; }; }; } );"
    "outcome = { x = 6; y = \"v\"; };";

Test(backtest, rules_are_compared_with_what_was_agreed)
{
    struct scenario s = kit_scenario(council);
    const struct scenario *list[] = { &s };
    struct history h;
    struct outcomes o;
    struct error err = { .code = OK };

    s.draws = 1;
    cr_assert_eq(history_init(&h, 1, list, &err), OK);
    cr_assert_eq(outcomes_find(&o, &h, 1, NULL, NULL, 1, &err), OK);
    cr_assert_eq(o.n, 2);
    cr_expect_float_eq(o.settled[0].by[FORECAST_COMPROMISE].level, 8, 1e-12);
    cr_expect_float_eq(o.settled[0].by[FORECAST_COMPROMISE].error, 20, 1e-12);
    cr_expect_float_eq(o.settled[0].by[FORECAST_MIDDLE].error, 10, 1e-12);
    cr_expect_float_eq(o.settled[0].by[FORECAST_REFERENCE].error, 60, 1e-12);
    /* u has 1 + 4 of 8, v 3: 5/8 of the weight is wrong */
    cr_expect_float_eq(o.settled[1].by[FORECAST_COMPROMISE].error, 62.5, 1e-12);
    cr_expect(isnan(o.settled[1].by[FORECAST_MIDDLE].error), "names have no middle");
    cr_expect_eq(o.score[FORECAST_MIDDLE].n, 1);
    cr_expect_float_eq(o.score[FORECAST_COMPROMISE].mean.value, (20 + 62.5) / 2, 1e-12);
    cr_expect_float_eq(o.score[FORECAST_COMPROMISE].root.value, sqrt((20 * 20 + 62.5 * 62.5) / 2),
                       1e-12);
    /* of names the first is `nothing`, u here: (60 + 100) / 2 less the mean above */
    cr_expect_float_eq(o.score[FORECAST_REFERENCE].less.value, 80 - (20 + 62.5) / 2, 1e-12);
    /* everybody accepts everything in the one draw: the best is any package, its error the mean */
    cr_expect_float_eq(o.settled[0].by[FORECAST_BEST].error,
                       10. * (6 + 5 + 4 + 3 + 2 + 1 + 0 + 1 + 2 + 3 + 4) / 11, 1e-9);
    outcomes_release(&o);
    history_release(&h);
    scenario_release(&s);
}
