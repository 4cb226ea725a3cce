/* test_course.c - agreements carried out in phases, from scenario files */
#include "course.h"
#include "draw.h"
#include "kit.h"
#include "loader.h"
#include "phased.h"
#include "survey.h"
#include "tally.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* theory.md 4.2 as a scenario.  All amounts are a hundredth of those there: H gains -0.3 by each
 * release and 2, 2, 3 by S's turns; `peace`, which nobody performs, is worth 4 and 5 at the end.
 * Weights are the amounts themselves and sum to 1 with `rest`, on which nothing moves; shares give
 * what falls into each phase.  No deal is worth 2 to both; handing over moves it by 0.8 and -0.6
 * for each of 10 hostages, by -0.4 and 0.2 for each of 10 parts of the ground. */
#define WORKED_EXAMPLE(guarantee)                                                                  \
    "scenario = { name = \"t\"; };"                                                                \
    "issues = ("                                                                                   \
    "  { name = \"relief\"; levels = (0, 1); by = \"h\"; shares = (2, 1.5, 1.5); },"               \
    "  { name = \"cost_h\"; levels = (0, 1); by = \"h\"; shares = (1, 1, 1); },"                   \
    "  { name = \"hostages\"; unit = \"persons\"; levels = (0, 10); all = 10; by = \"h\"; shares " \
    "= "                                                                                           \
    "    (4, 3, 3); },"                                                                            \
    "  { name = \"return\"; levels = (0, 1); by = \"s\"; shares = (2, 2, 3); },"                   \
    "  { name = \"cost_s\"; levels = (0, 1); by = \"s\"; shares = (1, 1, 2); },"                   \
    "  { name = \"ground\"; levels = (0, 10); all = 10; by = \"s\"; shares = (2, 3, 5); },"        \
    "  { name = \"peace\"; levels = (0, 1); },"                                                    \
    "  { name = \"rest\"; levels = (0, 1); },"                                                     \
    "  { name = \"word\"; levels = (\"given\"); penalty = { given = " guarantee "; }; binds = "    \
    "    (\"s\"); } );"                                                                            \
    "phases = ( { name = \"one\"; days = 1; shock = 0.1; }, { name = \"two\"; days = 1; shock = "  \
    "  0.1; }, { name = \"three\"; days = 1; } );"                                                 \
    "parties = ( { name = \"h\"; no_deal = 0.02; discount = 0.95; breaking_off = 0.01;"            \
    "  weights = { relief = 0; cost_h = 0.009; hostages = 0; return = 0.07; cost_s = 0; ground = " \
    "    0; peace = 0.04; rest = 0.881; word = 0; };"                                              \
    "  values = { " VALUES("1", "0", "0", "1", "0", "0",                                           \
                           "1") " };"                                                              \
                                "  leverage = ( { issue = \"hostages\"; shift = -0.08; }, { "      \
                                "issue = \"ground\"; shift = 0.04; "                               \
                                "    } ); },"                                                      \
                                " { name = \"s\"; no_deal = 0.02; discount = 0.95;"                \
                                "  weights = { relief = 0.05; cost_h = 0; hostages = 0; return = " \
                                "0; cost_s = 0.04; ground = "                                      \
                                "    0; peace = 0.05; rest = 0.86; word = 0; };"                   \
                                "  values = { " VALUES(                                            \
                                    "1", "0", "0", "1", "0", "0",                                  \
                                    "1") " };"                                                     \
                                         "  leverage = ( { issue = \"hostages\"; shift = 0.06; "   \
                                         "}, { issue = \"ground\"; shift = -0.02; "                \
                                         "    } ); } );"                                           \
                                         "proposals = ( { name = \"all\"; by = \"nobody\"; terms " \
                                         "= { relief = 1; cost_h = 1; hostages = "                 \
                                         "  10; return = 1; cost_s = 1; ground = 10; peace = 1; "  \
                                         "rest = 0; word = \"given\"; }; } );"
#define VALUES(relief, cost_h, hostages, back, cost_s, ground, peace)                      \
    "relief = { kind = \"points\"; points = ((0, 0), (1, " relief ")); };"                 \
    "cost_h = { kind = \"points\"; points = ((0, 1), (1, " cost_h ")); };"                 \
    "hostages = { kind = \"points\"; points = ((0, " hostages "), (10, " hostages ")); };" \
    "return = { kind = \"points\"; points = ((0, 0), (1, " back ")); };"                   \
    "cost_s = { kind = \"points\"; points = ((0, 1), (1, " cost_s ")); };"                 \
    "ground = { kind = \"points\"; points = ((0, " ground "), (10, " ground ")); };"       \
    "peace = { kind = \"points\"; points = ((0, 0), (1, " peace ")); };"                   \
    "rest = { kind = \"points\"; points = ((0, 0.5), (1, 0.5)); };"                        \
    "word = { kind = \"levels\"; given = 0.5; };"

/* Opens a deal at the mean of every doubt. */
static void open_at_mean(struct deal *deal, const struct scenario *s)
{
    struct error err = { .code = OK };

    cr_assert_eq(deal_init(deal, s, &err), OK);
    draw_mean(s, deal->theta);
    deal_fill(deal);
}

/* phased_G3 and phased_G5, through a scenario file: values, phases, hostages home, gaps. */
Test(course, worked_example_from_a_file)
{
    static const struct {
        const char *id, *text;
    } cases[] = { { "phased_G3", WORKED_EXAMPLE("0.03") },
                  { "phased_G5", WORKED_EXAMPLE("0.05") } };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        json_t *v = kit_vector(cases[i].id);
        struct scenario s = kit_scenario(cases[i].text);
        struct passage passage;
        struct deal deal;
        open_at_mean(&deal, &s);
        course_follow(&deal.course, s.proposal[0].level, &passage);
        cr_assert_eq(deal.course.n_step, 6u);
        for (size_t j = 0; j < 2; j++) {
            char path[80];
            snprintf(path, sizeof path, "expected.V.%zu", j);
            cr_assert_float_eq(100 * (passage.surplus[j] + 0.02), kit_number(v, path), 1e-6);
            snprintf(path, sizeof path, "expected.accept.%zu", j);
            json_t *accept =
                json_array_get(json_object_get(json_object_get(v, "expected"), "accept"), j);
            cr_assert_eq(deal_accepts(&deal, j, s.proposal[0].level, passage.surplus),
                         json_is_true(accept));
        }
        cr_assert_float_eq(passage.complete, kit_number(v, "expected.prob_complete_phase.2"), 1e-9);
        double home = 0;
        for (size_t n = 0; n < 6; n++)
            home += 10 * deal.course.share[2][n] * passage.reach[n] * passage.performs[n];
        cr_assert_float_eq(home, kit_number(v, "expected.expected_hostage_units"), 1e-6);
        json_t *need = json_object_get(
            json_object_get(kit_vector("phased_guarantee_profile"), "expected"), "need");
        static const char *const steps[] = { "H1", "S1", "H2", "S2", "H3", "S3" };
        for (size_t n = 0; n < 6; n++)
            cr_assert_float_eq(100 * passage.gap[n],
                               json_number_value(json_object_get(need, steps[n])), 1e-6);
        deal_release(&deal);
        scenario_release(&s);
    }
}

/* phased_mc_acceptance: a penalty of 8, applied with a chance that is uniform on (0, 1): the share
 * of draws in which both sign, within four standard errors of 20000 draws. */
Test(course, phased_mc_acceptance, .timeout = 60)
{
    const double n = 20000,
                 want = kit_number(kit_vector("phased_mc_acceptance"), "expected.prob_both_accept");
    struct scenario s =
        kit_scenario(WORKED_EXAMPLE("0.08; }; applied = { given = { uniform = (0, 1); }"));
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    struct layout layout;
    struct outlook outlook;

    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(outlook_init(&outlook, &layout, &err), OK);
    struct survey survey = {
        .layout = &layout, .outlook = &outlook, .draws = (uint64_t)n, .seed = 4
    };
    cr_assert_eq(survey_run(&survey, &job, 0, &err), OK);
    double share = survey_accepts(&survey, 2, s.proposal[0].level);
    cr_assert_float_eq(share, want, 4 * sqrt(want * (1 - want) / n), "%g", share);
    survey_release(&survey);
    outlook_release(&outlook);
    layout_release(&layout);
    scenario_release(&s);
}

/* The packages of a row of the layout, against the closed form. */
static void check_row(const struct deal *deal, const struct layout *l, const struct phased *phased,
                      size_t at_case, size_t row)
{
    static double surplus[8 * TALLY_COLUMNS], complete[TALLY_COLUMNS];
    const struct scenario *s = deal->scenario;
    size_t level[MAX_ISSUE];

    if (!phased_row(phased, at_case, row, surplus, complete))
        return;
    layout_row_levels(l, at_case, row, level);
    for (size_t column = 0; column < l->n_column; column++) {
        layout_column_levels(l, column, level);
        cr_assert_eq(complete[column], 1);
        for (size_t j = 0; j < s->n_judge; j++) {
            double got = surplus[j * l->n_column + column];
            if (worth_vetoes(&deal->worth, j, level) > 0)
                cr_assert_eq(got, -INFINITY);
            else
                cr_assert_float_eq(got, worth_surplus(&deal->worth, j, level), 1e-12, "%s",
                                   s->name);
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
    struct phased phased;
    struct deal deal;
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    cr_assert_eq(scenario_load(&s, path, COUNT_OF(set), set, &problems, &err), OK, "%s: %s", path,
                 problems.list[0].text);
    cr_assert_gt(s.n_phase, 0u);
    for (size_t k = 0; k < s.n_phase; k++)
        s.phase[k].shock = NO_PARAMETER;
    gsl_rng_set(r, 11);
    open_at_mean(&deal, &s);
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(phased_init(&phased, &layout, &deal, &err), OK);
    for (uint64_t draw = 0; draw < 4; draw++) {
        if (draw > 0)
            draw_make(&s, r, draw, deal.theta);
        deal_fill(&deal);
        phased_fill(&phased, &deal);
        for (size_t c = 0; c < layout.n_case; c++)
            for (size_t row = 0; row < layout.n_row; row++)
                check_row(&deal, &layout, &phased, c, row);
    }
    phased_release(&phased);
    layout_release(&layout);
    deal_release(&deal);
    gsl_rng_free(r);
    scenario_release(&s);
}

Test(course, with_a_prohibitive_penalty_it_is_the_deal_without_phases, .timeout = 240)
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
Test(course, equal_phases_share_what_there_is)
{
    struct scenario s = kit_scenario(WORKED_EXAMPLE("0.05"));
    struct deal deal;

    open_at_mean(&deal, &s);
    cr_assert_eq(course_most_split(&s), (size_t)MAX_PHASE);
    for (size_t split = 0; split <= 5; split++) {
        struct error err = { .code = OK };
        struct course course;
        double through = 1, discount = 1;
        cr_assert_eq(course_init(&course, &deal.worth, split, &err), OK);
        course_fill(&course, deal.theta);
        cr_assert_eq(course.n_step, split ? 2 * split : 6);
        for (size_t k = 0; k < s.n_table; k++) {
            double sum = course.share[k][course.n_step];
            for (size_t n = 0; n < course.n_step; n++)
                sum += course.share[k][n];
            cr_assert_float_eq(sum, 1, 1e-12);
        }
        for (size_t n = 0; n < course.n_step; n++) {
            through *= 1 - course.shock[n];
            discount *= course.discount[n * 2];
        }
        cr_assert_float_eq(through, 0.81, 1e-12);
        cr_assert_float_eq(discount, pow(0.95, 3), 1e-12);
        course_release(&course);
    }
    deal_release(&deal);
    scenario_release(&s);
}

/* A survey of a scenario in a text. */
struct trial {
    struct scenario s;
    struct layout layout;
    struct outlook outlook;
    struct survey survey;
};

static void open_trial(struct trial *t, const char *text, uint64_t draws)
{
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };

    *t = (struct trial){ .s = kit_scenario(text) };
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(outlook_init(&t->outlook, &t->layout, &err), OK);
    t->survey =
        (struct survey){ .layout = &t->layout, .outlook = &t->outlook, .draws = draws, .seed = 4 };
    cr_assert_eq(survey_run(&t->survey, &job, 0, &err), OK, "%s", err.text);
}

static void close_trial(struct trial *t)
{
    survey_release(&t->survey);
    outlook_release(&t->outlook);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

/* The worked example with a guarantee of 3, in draws that are all alike: what is kept of it is
 * phased_G3, phased_guarantee_profile and phased_trust_threshold. */
Test(course, what_is_kept_of_a_proposal)
{
    static const char *const steps[] = { "H1", "S1", "H2", "S2", "H3", "S3" };
    json_t *v = kit_vector("phased_G3"), *trust = kit_vector("phased_trust_threshold");
    json_t *need = json_object_get(
        json_object_get(kit_vector("phased_guarantee_profile"), "expected"), "need");
    struct trial t;

    open_trial(&t, WORKED_EXAMPLE("0.03"), 300);
    const struct hold *h = &t.survey.hold;
    for (size_t n = 0; n < 6; n++) {
        char path[80];
        double gap = json_number_value(json_object_get(need, steps[n])) / 100;
        snprintf(path, sizeof path, "expected.nodes.%zu.q", n);
        cr_assert_eq(mean_of(hold_at(h, 0, HOLD_PERFORMS, n)), kit_number(v, path));
        snprintf(path, sizeof path, "expected.nodes.%zu.reach", n);
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_REACH, n)), kit_number(v, path), 1e-9);
        cr_assert_float_eq(spread_mean(hold_at(h, 0, HOLD_GAP, n)), gap, 1e-9);
        cr_assert_eq(mean_of(hold_at(h, 0, HOLD_UNDONE, n)), n == 5); /* S3 undoes H3 */
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_GUARANTEE, n)), n % 2 ? 0.03 : 0, 1e-9);
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_OWN, n)), n % 2 ? 0 : 0.01, 1e-9);
    }
    for (size_t k = 0; k < 3; k++) {
        char path[80];
        snprintf(path, sizeof path, "expected.prob_complete_phase.%zu", k);
        cr_assert_float_eq(spread_mean(hold_at(h, 0, HOLD_ALIVE, hold_alive(k, false))),
                           kit_number(v, path), 1e-9);
    }
    /* hostages: 6.7 of 10 by the end; H would sign if all were kept, S signs as it is */
    cr_assert_float_eq(10 * spread_mean(hold_at(h, 0, HOLD_DELIVERED, hold_of_phase(h, 2, 2))),
                       kit_number(v, "expected.expected_hostage_units"), 1e-7);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_MISTRUSTS, 0)), 1);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_MISTRUSTS, 1)), 0);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_MISTRUSTED, hold_of_phase(h, 0, 2))), 1);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_KEPT, 0)), 0);
    cr_assert_eq(h->pair[0].signer, 0u);
    cr_assert_float_eq(spread_quantile(hold_at(h, 0, HOLD_TRUST, hold_trust(0, false)), 0.5),
                       kit_number(trust, "expected.theta_sign"), 0.0011);
    cr_assert_float_eq(spread_quantile(hold_at(h, 0, HOLD_TRUST, hold_trust(0, true)), 0.5),
                       kit_number(trust, "expected.theta_continue_H3"), 0.0011);
    /* equal phases, as a course of its own finds them */
    for (size_t split = 1; split <= h->n_split; split++) {
        struct error err = { .code = OK };
        struct course course;
        struct passage passage;
        cr_assert_eq(course_init(&course, &t.outlook.deal.worth, split, &err), OK);
        course_fill(&course, t.outlook.deal.theta);
        course_follow(&course, t.s.proposal[0].level, &passage);
        cr_assert_float_eq(
            mean_of(hold_at(h, 0, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_COMPLETE))),
            passage.complete, 1e-9);
        course_release(&course);
    }
    close_trial(&t);
}

/* Bodies of p, which gains 0.6 by its proposal: a veto holder that asks for 0.5 agrees; one with
 * weights of its own gains 0.2, and asks for 0.3; a vote passes at 0.55 with 5 of 9 seats; a
 * partner leaves below 0.7, at a cost of 0.1.  Only the second veto holder is against. */
Test(course, who_ratifies_by_hand)
{
    struct trial t;

    open_trial(
        &t,
        "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); }, { name = "
        "\"y\"; levels = (0, 1); } ); parties = ( { name = \"p\"; weights = { x = 3; y = 2; }; "
        "no_deal = 0; values = { x = { kind = \"linear\"; worst = 0; best = 1; }; y = { kind = "
        "\"linear\"; worst = 0; best = 1; }; }; bodies = ( { name = \"a\"; veto = true; no_deal = "
        "0.5; }, { name = \"b\"; veto = true; no_deal = 0.3; weights = { x = -2; y = 2; }; }, { "
        "name "
        "= \"c\"; quota = 5; blocs = ( { name = \"u\"; seats = 5; no_deal = 0.55; }, { name = "
        "\"v\"; seats = 4; no_deal = 0.9; } ); }, { name = \"d\"; leaves = 0.1; no_deal = 0.7; } "
        "); "
        "}, { name = \"q\"; weights = { x = 1; y = 1; }; reservation = 0; values = { x = { kind = "
        "\"linear\"; worst = 1; best = 0; }; y = { kind = \"linear\"; worst = 1; best = 0; }; }; } "
        "); proposals = ( { name = \"o\"; by = \"q\"; terms = { x = 1; y = 0; }; } );",
        10);
    const struct ratify *r = &t.survey.ratify;
    static const double agrees[] = { 1, 0, 1, 0 };
    for (size_t b = 0; b < 4; b++) {
        cr_assert_eq(mean_of(ratify_agrees(r, 0, b)), agrees[b], "body %zu", b);
        cr_assert_eq(r->stops[b], b == 1 ? 10u : 0u);
    }
    cr_assert_eq(mean_of(ratify_votes(r, 0, 0)), 1);
    cr_assert_eq(mean_of(ratify_votes(r, 0, 1)), 0);
    cr_assert_eq(survey_accepts(&t.survey, 0, t.s.proposal[0].level), 0);
    /* y as well: 1 for p, 1 for b: all agree, and the partner stays */
    cr_assert_eq(survey_accepts(&t.survey, 0, (const size_t[]){ 1, 1 }), 1);
    close_trial(&t);
}

/* winset_1d: on a line with the status quo at 0.9, veto players at 0.3, 0.45 and 0.6 (consenting
 * parties here, by distance) accept what is no further from them; a setter at 0.1 picks of that. */
Test(course, winset_1d)
{
    json_t *v = kit_vector("winset_1d");
    char text[4000];
    size_t used = (size_t)snprintf(
        text, sizeof text,
        "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; from = 0; to = 1; "
        "step = 0.05; } ); parties = (");
    const double quo = kit_number(v, "inputs.status_quo");

    for (int p = 0; p < 4; p++) {
        char path[80];
        snprintf(path, sizeof path, p < 3 ? "inputs.ideal.%d" : "inputs.setter", p);
        double ideal = kit_number(v, path);
        used += (size_t)snprintf(
            text + used, sizeof text - used,
            "%s{ name = \"p%d\"; bargains = %s; weights = { x = 1; }; reservation = %.17g; values "
            "= { x = "
            "{ kind = \"points\"; points = ((0, %.17g), (%.17g, 1), (1, %.17g)); }; }; }",
            p ? ", " : "", p, p == 0 || p == 3 ? "true" : "false", 1 - fabs(quo - ideal), 1 - ideal,
            ideal, ideal);
    }
    snprintf(text + used, sizeof text - used, ");");
    struct scenario s = kit_scenario(text);
    struct deal deal;
    double low = 2, high = -1, best = -1, outcome = -1;

    open_at_mean(&deal, &s);
    for (size_t l = 0; l < s.issue[0].n_level; l++) {
        const size_t level[] = { l };
        double surplus[MAX_JUDGE], x = s.issue[0].level[l];
        bool all = true;
        deal_surpluses(&deal, level, surplus);
        for (size_t p = 0; p < 3; p++)
            all = all && deal_accepts(&deal, p, level, surplus);
        if (!all)
            continue;
        low = fmin(low, x);
        high = fmax(high, x);
        if (surplus[3] > best) {
            best = surplus[3];
            outcome = x;
        }
    }
    cr_assert_float_eq(low, kit_number(v, "expected.winset.0"), 1e-9);
    cr_assert_float_eq(high, kit_number(v, "expected.winset.1"), 1e-9);
    cr_assert_float_eq(outcome, kit_number(v, "expected.outcome"), 1e-9);
    deal_release(&deal);
    scenario_release(&s);
}

/* ratify_*: a ratifier (a veto holder) whose least share is uniform on [a, b]; the proposer gets
 * 1 - x if it passes, else q.  The chance of passing is (x - a) / (b - a) within four standard
 * errors, and the best offer on a grid of 0.02 by those chances is the closed form's. */
static void check_ratify(const char *id)
{
    json_t *v = kit_vector(id);
    const double a = kit_number(v, "inputs.a"), b = kit_number(v, "inputs.b");
    const double q = kit_number(v, "inputs.q"), n = 40000;
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    char text[2000];

    snprintf(
        text, sizeof text,
        "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; from = 0; to = 1; step = 0.02; } "
        ");"
        "parties = ( { name = \"home\"; weights = { x = 1; }; no_deal = 0; values = { x = { kind = "
        "\"linear\"; worst = 0; best = 1; }; }; bodies = ( { name = \"r\"; veto = true; no_deal = "
        "{ "
        "uniform = (%g, %g); }; } ); }, { name = \"away\"; weights = { x = 1; }; reservation = %g; "
        "values = { x = { kind = \"linear\"; worst = 1; best = 0; }; }; } );",
        a, b, q);
    struct scenario s = kit_scenario(text);
    struct layout layout;
    struct outlook outlook;
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(outlook_init(&outlook, &layout, &err), OK);
    struct survey survey = {
        .layout = &layout, .outlook = &outlook, .draws = (uint64_t)n, .seed = 9
    };
    cr_assert_eq(survey_run(&survey, &job, 0, &err), OK);
    double best = -1, offer = -1, passes = -1;
    for (size_t l = 0; l < s.issue[0].n_level; l++) {
        const size_t level[] = { l };
        double x = s.issue[0].level[l], got = survey_accepts(&survey, 0, level);
        double want = fmin(1, fmax(0, (x - a) / (b - a)));
        cr_assert_float_eq(got, want, 4 * sqrt(want * (1 - want) / n) + 1e-9, "%s %g: %g", id, x,
                           got);
        double worth = got * (1 - x) + (1 - got) * q;
        if (worth > best) {
            best = worth;
            offer = x;
            passes = got;
        }
    }
    cr_assert_float_eq(offer, kit_number(v, "expected.offer"), 0.021);
    cr_assert_float_eq(passes, kit_number(v, "expected.prob_ratify"), 0.04);
    cr_assert_float_eq(best, kit_number(v, "expected.value_proposer"), 0.01);
    survey_release(&survey);
    outlook_release(&outlook);
    layout_release(&layout);
    scenario_release(&s);
}

Test(course, ratify_uniform, .timeout = 60)
{
    check_ratify("ratify_uniform");
    check_ratify("ratify_uniform_corner");
}
