/* test_consent.c - who agrees to a proposal, and what is kept of it, from scenario files */
#include "example.h"
#include "implementation.h"
#include "kit.h"
#include "map.h"
#include "phase_rows.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

/* A map of a scenario in a text. */
struct trial {
    struct scenario s;
    struct layout layout;
    struct mean_case mean_case;
    struct map map;
};

static void open_trial(struct trial *t, const char *text, uint64_t draws)
{
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };

    *t = (struct trial){ .s = kit_scenario(text) };
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(mean_case_init(&t->mean_case, &t->layout, &err), OK);
    t->map =
        (struct map){ .layout = &t->layout, .mean_case = &t->mean_case, .draws = draws, .seed = 4 };
    cr_assert_eq(map_run(&t->map, &job, 0, &err), OK, "%s", err.text);
}

static void close_trial(struct trial *t)
{
    map_release(&t->map);
    mean_case_release(&t->mean_case);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

/* The worked example with a guarantee of 3, in draws that are all alike: what is kept of it is
 * phased_G3, phased_guarantee_profile and phased_trust_threshold. */
Test(consent, what_is_kept_of_a_proposal)
{
    static const char *const steps[] = { "H1", "S1", "H2", "S2", "H3", "S3" };
    json_t *v = kit_vector("phased_G3"), *trust = kit_vector("phased_trust_threshold");
    json_t *need = json_object_get(
        json_object_get(kit_vector("phased_guarantee_profile"), "expected"), "need");
    struct trial t;

    open_trial(&t, WORKED_EXAMPLE("0.03"), 300);
    const struct hold *h = &t.map.hold;
    for (size_t n = 0; n < 6; n++) {
        char path[80];
        double gap = json_number_value(json_object_get(need, steps[n])) / 100;
        snprintf(path, sizeof path, "expected.nodes.%zu.q", n);
        const double performs = kit_number(v, path);
        snprintf(path, sizeof path, "expected.nodes.%zu.reach", n);
        const double reach = kit_number(v, path);
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_REACH, n)), reach, 1e-9);
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_DONE, n)), reach * performs, 1e-9);
        cr_assert_float_eq(histogram_mean(hold_at(h, 0, HOLD_GAP, n)), gap, 1e-9);
        cr_assert_eq(mean_of(hold_at(h, 0, HOLD_UNDONE, n)), n == 5); /* S3 undoes H3 */
        cr_assert_eq(mean_of(hold_at(h, 0, HOLD_PAYS, n)), gap > (n % 2 ? 0.03 : 0.01), "%s",
                     steps[n]);
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_GUARANTEE, n)), n % 2 ? 0.03 : 0, 1e-9);
        cr_assert_float_eq(mean_of(hold_at(h, 0, HOLD_OWN, n)), n % 2 ? 0 : 0.01, 1e-9);
    }
    for (size_t k = 0; k < 3; k++) {
        char path[80];
        snprintf(path, sizeof path, "expected.prob_complete_phase.%zu", k);
        cr_assert_float_eq(histogram_mean(hold_at(h, 0, HOLD_ALIVE, hold_alive(k, false))),
                           kit_number(v, path), 1e-9);
        cr_assert_eq(histogram_share_from(hold_at(h, 0, HOLD_ALIVE, hold_alive(k, false)), 0.5),
                     kit_number(v, path) >= 0.5, "%zu", k);
    }
    /* hostages: 6.7 of 10 by the end; H would sign if all were kept, S signs as it is */
    cr_assert_float_eq(10 * histogram_mean(hold_at(h, 0, HOLD_DELIVERED, hold_of_phase(h, 2, 2))),
                       kit_number(v, "expected.expected_hostage_units"), 1e-7);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_MISTRUSTS, 0)), 1);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_MISTRUSTS, 1)), 0);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_MISTRUSTED, hold_of_phase(h, 0, 2))), 1);
    cr_assert_eq(mean_of(hold_at(h, 0, HOLD_KEPT, 0)), 0);
    cr_assert_eq(h->pair[0].signer, 0u);
    cr_assert_float_eq(histogram_quantile(hold_at(h, 0, HOLD_TRUST, hold_trust(0, false)), 0.5),
                       kit_number(trust, "expected.theta_sign"), 0.0011);
    cr_assert_float_eq(histogram_quantile(hold_at(h, 0, HOLD_TRUST, hold_trust(0, true)), 0.5),
                       kit_number(trust, "expected.theta_continue_H3"), 0.0011);
    /* equal phases, as a course of its own finds them */
    for (size_t split = 1; split <= h->n_split; split++) {
        struct error err = { .code = OK };
        struct implementation implementation;
        struct implemented implemented;
        cr_assert_eq(
            implementation_init(&implementation, &t.mean_case.appraisal.utility, split, &err), OK);
        implementation_fill(&implementation, t.mean_case.appraisal.theta);
        implementation_follow(&implementation, t.s.proposal[0].level, &implemented);
        cr_assert_float_eq(
            mean_of(hold_at(h, 0, HOLD_SPLIT, hold_split(split, HOLD_SPLIT_COMPLETE))),
            implemented.complete, 1e-9);
        implementation_release(&implementation);
    }
    close_trial(&t);
}

/* Bodies of p, which gains 0.6 by its proposal: a veto holder that asks for 0.5 agrees; one with
 * weights of its own gains 0.2, and asks for 0.3; a vote passes at 0.55 with 5 of 9 seats; a
 * partner leaves below 0.7, at a cost of 0.1.  Only the second veto holder is against. */
Test(consent, who_ratifies_by_hand)
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
    const struct ratify *r = &t.map.ratify;
    static const double agrees[] = { 1, 0, 1, 0 };
    for (size_t b = 0; b < 4; b++) {
        cr_assert_eq(mean_of(ratify_agrees(r, 0, b)), agrees[b], "body %zu", b);
        cr_assert_eq(r->stops[b], b == 1 ? 10u : 0u);
    }
    cr_assert_eq(mean_of(ratify_votes(r, 0, 0)), 1);
    cr_assert_eq(mean_of(ratify_votes(r, 0, 1)), 0);
    cr_assert_eq(map_accepts(&t.map, 0, t.s.proposal[0].level), 0);
    /* y as well: 1 for p, 1 for b: all agree, and the partner stays */
    cr_assert_eq(map_accepts(&t.map, 0, (const size_t[]){ 1, 1 }), 1);
    close_trial(&t);
}

/* winset_1d: on a line with the status quo at 0.9, veto players at 0.3, 0.45 and 0.6 (consenting
 * parties here, by distance) accept what is no further from them; a setter at 0.1 picks of that. */
Test(consent, winset_1d)
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
    struct appraisal appraisal;
    double low = 2, high = -1, best = -1, outcome = -1;

    example_at_mean(&appraisal, &s);
    for (size_t l = 0; l < s.issue[0].n_level; l++) {
        const size_t level[] = { l };
        double surplus[MAX_VETO], felt[MAX_PARTY], x = s.issue[0].level[l];
        bool all = true;
        appraisal_surpluses(&appraisal, level, surplus, felt);
        for (size_t p = 0; p < 3; p++)
            all = all && appraisal_accepts(&appraisal, p, level, surplus, felt);
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
    appraisal_release(&appraisal);
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
    struct mean_case mean_case;
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(mean_case_init(&mean_case, &layout, &err), OK);
    struct map map = {
        .layout = &layout, .mean_case = &mean_case, .draws = (uint64_t)n, .seed = 9
    };
    cr_assert_eq(map_run(&map, &job, 0, &err), OK);
    double best = -1, offer = -1, passes = -1;
    for (size_t l = 0; l < s.issue[0].n_level; l++) {
        const size_t level[] = { l };
        double x = s.issue[0].level[l], got = map_accepts(&map, 0, level);
        double want = fmin(1, fmax(0, (x - a) / (b - a)));
        cr_assert_float_eq(got, want, 4 * sqrt(want * (1 - want) / n) + 1e-9, "%s %g: %g", id, x,
                           got);
        double utility = got * (1 - x) + (1 - got) * q;
        if (utility > best) {
            best = utility;
            offer = x;
            passes = got;
        }
    }
    cr_assert_float_eq(offer, kit_number(v, "expected.offer"), 0.021);
    cr_assert_float_eq(passes, kit_number(v, "expected.prob_ratify"), 0.04);
    cr_assert_float_eq(best, kit_number(v, "expected.value_proposer"), 0.01);
    map_release(&map);
    mean_case_release(&mean_case);
    layout_release(&layout);
    scenario_release(&s);
}

Test(consent, ratify_uniform, .timeout = 60)
{
    check_ratify("ratify_uniform");
    check_ratify("ratify_uniform_corner");
}
