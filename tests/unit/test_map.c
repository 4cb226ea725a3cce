/* test_map.c - the map over many draws against theory and against a plain evaluation */
#include "agreement.h"
#include "consent.h"
#include "draw.h"
#include "kit.h"
#include "map.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Everything from a scenario to its map. */
struct trial {
    struct scenario s;
    struct layout layout;
    struct mean_case mean_case;
    struct map map;
};

static void open_trial(struct trial *t, const char *text, uint64_t draws, int threads)
{
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };

    *t = (struct trial){ .s = kit_scenario(text) };
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(mean_case_init(&t->mean_case, &t->layout, &err), OK);
    t->map = (struct map){ .layout = &t->layout,
                           .mean_case = &t->mean_case,
                           .draws = draws,
                           .seed = 4,
                           .wants_draws = true };
    cr_assert_eq(map_run(&t->map, &job, threads, &err), OK, "%s", err.text);
}

static void close_trial(struct trial *t)
{
    map_release(&t->map);
    mean_case_release(&t->mean_case);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

/* One package that is worth u to each of two parties; reservations as given. */
static void one_package(char *text, size_t size, const double u[2], const char *const r[2],
                        const char *more)
{
    snprintf(text, size,
             "scenario = { name = \"t\"; };"
             "issues = ( { name = \"x\"; levels = (\"a\"); } );"
             "parties = ( { name = \"p\"; weights = { x = 1; }; reservation = %s;"
             "  values = { x = { kind = \"levels\"; a = %g; }; }; },"
             " { name = \"q\"; weights = { x = 1; }; reservation = %s;"
             "  values = { x = { kind = \"levels\"; a = %g; }; }; } ); %s",
             r[0], u[0], r[1], u[1], more);
}

static double share(const struct trial *t, size_t who)
{
    const size_t level[1] = { 0 };
    return map_accepts(&t->map, who, level);
}

/* acceptance_normal: P1, P2, and both with correlations 0, 0.5, -0.5 of the reservations, within
 * four standard errors of 100000 draws. */
Test(map, acceptance_normal, .timeout = 60)
{
    static const struct {
        double rho;
        const char *key;
    } cases[] = { { 0, "expected.P_both_indep" },
                  { 0.5, "expected.P_both_rho50" },
                  { -0.5, "expected.P_both_rhom50" } };
    json_t *v = kit_vector("acceptance_normal");
    const double u[] = { kit_number(v, "inputs.u.0"), kit_number(v, "inputs.u.1") };
    const double n = 100000;
    char text[1000], more[200], r[2][80];
    const char *reservation[] = { r[0], r[1] };

    for (int p = 0; p < 2; p++) {
        char m[20], s[20];
        snprintf(m, sizeof m, "inputs.m.%d", p);
        snprintf(s, sizeof s, "inputs.s.%d", p);
        snprintf(r[p], sizeof r[p], "{ normal = (%.17g, %.17g); }", kit_number(v, m),
                 kit_number(v, s));
    }
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct trial t;
        snprintf(
            more, sizeof more,
            "correlations = ( { between = (\"p.reservation\", \"q.reservation\"); rho = %g; } );",
            cases[i].rho);
        one_package(text, sizeof text, u, reservation, more);
        open_trial(&t, text, (uint64_t)n, 0);
        const char *const keys[] = { "expected.P1", "expected.P2", cases[i].key };
        for (size_t who = 0; who < 3; who++) {
            double want = kit_number(v, keys[who]);
            cr_assert_float_eq(share(&t, who), want, 4 * sqrt(want * (1 - want) / n), "%s: %g, %g",
                               keys[who], share(&t, who), want);
        }
        close_trial(&t);
    }
}

/* posted_price_*: a price p between a buyer worth U(0, 1) and a seller who is worth U(0, 1):
 * the buyer accepts when v >= p, the seller when c <= p; the reservations are v and 1 - c. */
Test(map, posted_price, .timeout = 60)
{
    static const char *const ids[] = { "posted_price_half", "posted_price_04" };
    static const char *const uniform[] = { "{ uniform = (0, 1); }", "{ uniform = (0, 1); }" };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        double p = kit_number(v, "inputs.p"), n = 100000,
               want = kit_number(v, "expected.prob_accept");
        const double u[] = { 1 - p, p };
        double mean_surplus = 0, histogram = 0;
        char text[1000];
        struct trial t;
        one_package(text, sizeof text, u, uniform, "");
        open_trial(&t, text, (uint64_t)n, 0);
        cr_assert_float_eq(share(&t, 2), want, 4 * sqrt(want * (1 - want) / n));
        /* what both gain where both accept, v - c: from the table of draws */
        size_t width = t.map.draw_table.sheet.table.n_column;
        for (size_t d = 0; d < t.map.draw_table.sheet.table.n_row; d++) {
            const double *row = t.map.draw_table.sheet.table.cell + d * width;
            double gain = row[3] > 0 ? u[0] - row[1] + u[1] - row[2] : 0;
            mean_surplus += gain / n;
            histogram += gain * gain / n;
        }
        cr_assert_float_eq(mean_surplus, kit_number(v, "expected.expected_surplus"),
                           4 * sqrt(histogram / n), "%s: %g", ids[i], mean_surplus);
        close_trial(&t);
    }
}

/* Who must ratify, at random: nobody, a veto holder, one with preferences of its own, a vote with
 * or without noise, whose blocs may have a veto, or preferences of their own, a partner. */
static size_t random_bodies(gsl_rng *r, size_t size, char text[size])
{
    static const char *const bodies[] = {
        "",
        "bodies = ( { name = \"v\"; veto = true; no_deal = { normal = (0.02, 0.03); }; } );",
        "bodies = ( { name = \"v\"; veto = true; no_deal = 0.01; weights = { i1 = { uniform = (-2, "
        "2); "
        "}; }; red_lines = ( { issue = \"i1\"; levels = { above = 2; }; probability = 0.5; } ); } "
        ");",
        "bodies = ( { name = \"c\"; quota = 4; blocs = ( { name = \"a\"; seats = 3; no_deal = { "
        "normal = (0, 0.1); }; }, { name = \"b\"; seats = 2; no_deal = 0.05; } ); } );",
        "bodies = ( { name = \"c\"; quota = 3; noise = 0.05; shock = 0.02; blocs = ( { name = "
        "\"a\"; "
        "seats = 3; no_deal = { normal = (0, 0.1); }; }, { name = \"b\"; seats = 2; as_one = true; "
        "no_deal = 0.05; } ); }, { name = \"v\"; veto = true; no_deal = -0.01; } );",
        "bodies = ( { name = \"c\"; quota = 2; noise = 0.05; vetoes = (\"b\"); blocs = ( { name = "
        "\"a\"; seats = 3; no_deal = -0.05; }, { name = \"b\"; seats = 2; as_one = true; } ); } );",
        "bodies = ( { name = \"c\"; quota = 4; blocs = ( { name = \"a\"; seats = 3; no_deal = { "
        "normal = (0, 0.1); }; weights = { i1 = { uniform = (-2, 2); }; }; }, { name = \"b\"; "
        "seats "
        "= 2; red_lines = ( { issue = \"i1\"; levels = { above = 2; }; probability = 0.5; } ); }, "
        "{ "
        "name = \"d\"; seats = 2; } ); } );",
        "bodies = ( { name = \"c\"; quota = 4; noise = 0.05; shock = 0.02; vetoes = (\"b\"); blocs "
        "= ( { name = \"a\"; seats = 3; no_deal = { normal = (0, 0.1); }; weights = { i0 = 1; }; "
        "}, "
        "{ name = \"b\"; seats = 2; as_one = true; weights = { i1 = { uniform = (-2, 2); }; }; "
        "red_lines = ( { issue = \"i1\"; levels = 0; probability = 0.2; } ); } ); }, { name = "
        "\"v\"; veto = true; no_deal = -0.01; } );",
        "bodies = ( { name = \"l\"; leaves = { uniform = (0, 0.1); }; no_deal = { normal = (0.1, "
        "0.1); }; }, { name = \"m\"; leaves = 0.02; no_deal = 0.03; } );",
    };
    return (size_t)snprintf(text, size, "%s", bodies[gsl_rng_uniform_int(r, COUNT_OF(bodies))]);
}

/* In three of four, a rule: a quota, seats and a veto, two lists, or a double majority. */
static size_t random_rule(gsl_rng *r, size_t n_party, size_t size, char text[size])
{
    const char *const third = n_party > 2 ? "p2" : "p1";
    const unsigned long kind = gsl_rng_uniform_int(r, 8);

    if (kind < 2)
        return 0;
    if (kind < 4)
        return (size_t)snprintf(text, size, "agreement = { quota = %lu; };",
                                1 + gsl_rng_uniform_int(r, n_party));
    if (kind < 6)
        return (size_t)snprintf(text, size,
                                "agreement = { seats = { p0 = %lu; p1 = 2; }; quota = 2; "
                                "vetoes = (\"%s\"); };",
                                gsl_rng_uniform_int(r, 4), third);
    if (kind == 6)
        return (size_t)snprintf(text, size,
                                "agreement = { any_of = ( (\"p0\", \"%s\"), (\"p1\") ); };", third);
    return (size_t)snprintf(text, size,
                            "agreement = { all_of = ( { quota = 1; vetoes = (\"p1\"); }, "
                            "{ seats = { p0 = 3; %s = 2; }; quota = 2; } ); };",
                            third);
}

/* A random scenario with everything in it, as text. */
static void random_scenario(gsl_rng *r, size_t size, char text[size], bool phases)
{
    const size_t n_issue = (phases ? 3 : 2) + gsl_rng_uniform_int(r, phases ? 3 : 4);
    const size_t n_party = 2 + gsl_rng_uniform_int(r, 2);
    const bool lasts = gsl_rng_uniform_int(r, 3) > 0, bans = gsl_rng_uniform_int(r, 2);
    const unsigned long kinds = gsl_rng_uniform_int(r, 3);
    size_t n_level[6], used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = (");
    for (size_t k = 0; k < n_issue; k++) {
        n_level[k] = 1 + gsl_rng_uniform_int(r, 5);
        ADD("%s{ name = \"i%zu\"; ", k ? ", " : "", k);
        if (k == 0 && lasts) {
            n_level[0] = 3;
            ADD("levels = (\"a\", \"b\", \"c\"); lasts = { a = 0; b = { uniform = (0, 1); }; c = "
                "1; }; }");
        } else {
            ADD("from = 0; to = %zu; step = 1; all = 6; ", n_level[k] - 1);
            if (phases && k > 0 && k < 3)
                ADD("by = \"p%zu\"; shares = (%g, { uniform = (0.1, 1); }, %g);", k - 1,
                    gsl_rng_uniform(r), k == 1 ? 1 : (double)gsl_rng_uniform_int(r, 2));
            if (phases && k == 3)
                ADD("penalty = ((0, 0), (4, { uniform = (0, 0.5); })); applied = ((0, 0.5), (4, "
                    "1)); "
                    "binds = (\"p0\"); compensation = ((0, 0), (4, 0.02));");
            ADD("}");
        }
    }
    if (phases)
        ADD("); phases = ( { name = \"one\"; days = 10; shock = { uniform = (0, 0.2); }; }, { name "
            "= "
            "\"two\"; days = { uniform = (0, 50); }; shock = 0.1; }, { name = \"three\"; days = 7; "
            "}");
    ADD("); parties = (");
    for (size_t p = 0; p < n_party; p++) {
        ADD("%s{ name = \"p%zu\"; bargains = %s; no_deal = { normal = (%g, 0.1); }; weights = {",
            p ? ", " : "", p, p < 2 ? "true" : "false", 0.2 * gsl_rng_uniform(r) - 0.1);
        for (size_t k = 0; k < n_issue; k++)
            ADD("i%zu = { uniform = (%g, 3); };", k, gsl_rng_uniform(r));
        ADD("}; values = {");
        for (size_t k = 0; k < n_issue; k++) {
            if (k == 0 && lasts)
                ADD("i0 = { kind = \"levels\"; a = %g; b = %g; c = %g; };", gsl_rng_uniform(r),
                    gsl_rng_uniform(r), gsl_rng_uniform(r));
            else
                ADD("i%zu = { kind = \"power\"; worst = %d; best = %d; exponent = { uniform = "
                    "(0.5, 2); }; };",
                    k, p % 2 ? 4 : 0, p % 2 ? 0 : 4);
        }
        ADD("}; leverage = ( { issue = \"i1\"; shift = { normal = (-0.2, 0.1); }; } );");
        ADD("red_lines = ( { issue = \"i1\"; levels = { above = %g; }; probability = 0.3; } );",
            1 + 3 * gsl_rng_uniform(r));
        if (!(lasts && n_issue == 2))
            ADD("interactions = ( { i1 = (0, %zu); i%zu = { below = 2; }; adds = { uniform = "
                "(-0.1, 0.2); }; } );",
                n_level[1] / 2, lasts ? 2 + gsl_rng_uniform_int(r, n_issue - 2) : (size_t)0);
        if (p < 2)
            ADD("reference = { terms = { i1 = %zu; }; loss_aversion = { uniform = (0, 2); }; };",
                p ? 0 : n_level[1] - 1);
        if (phases)
            ADD("discount = { uniform = (0.99, 1); }; breaking_off = %g; %s",
                0.2 * gsl_rng_uniform(r),
                p == 1 && kinds == 1   ? "noise = 0.05;"
                : p == 1 && kinds == 2 ? "keeps_word = { uniform = (0, 1); };"
                                       : "");
        used += random_bodies(r, size - used, text + used);
        ADD("}");
    }
    ADD(");");
    if (bans && lasts)
        ADD("forbidden = ( { i0 = \"b\"; i1 = { above = 0; }; } );");
    ADD("proposals = ( { name = \"first\"; by = \"nobody\"; terms = {");
    for (size_t k = 0; k < n_issue; k++)
        ADD(k == 0 && lasts ? "i%zu = \"a\";" : "i%zu = 0;", k);
    ADD("}; } );");
    used += random_rule(r, n_party, size - used, text + used);
#undef ADD
}

/* Counts of acceptances, the size of the zone and the Nash package of each draw, by evaluating
 * every package on its own. */
static void check_by_hand(const struct trial *t, uint64_t trial)
{
    const struct scenario *s = &t->s;
    const size_t n = (size_t)s->grid.total, width = t->map.draw_table.sheet.table.n_column;
    const size_t n_count = agreement_counts(s), passes = agreement_passes(s);
    uint32_t *count = calloc(n_count * n, sizeof *count);
    /* what stands behind the Nash package: answers of all, and by the rule, and three columns for
     * each party */
    const size_t nash = width - 1 - s->n_proposal * (1 + agreement_has_rule(s) + 3 * s->n_party);
    struct error err = { .code = OK };
    struct appraisal appraisal;
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    gsl_rng_set(r, t->map.seed);
    cr_assert_eq(appraisal_init(&appraisal, s, &err), OK);
    for (uint64_t d = 0; d < t->map.draws; d++) {
        size_t level[MAX_ISSUE] = { 0 }, zone = 0, harmless = 0;
        double best = -1, nash_score = -1;
        const double *row = t->map.draw_table.sheet.table.cell + d * width;
        cr_assert_eq(draw_make(s, r, d, appraisal.theta, &err), OK);
        appraisal_fill(&appraisal);
        for (uint64_t x = 0; x < s->grid.total; x++, grid_next(&s->grid, level)) {
            uint64_t yes = 0;
            double surplus[MAX_VETO], felt[MAX_PARTY], left[MAX_PARTY];
            appraisal_surpluses(&appraisal, level, surplus, felt);
            for (size_t p = 0; p < 2; p++)
                left[p] = consent_left(s, p, appraisal.theta, surplus[p], felt[p]);
            double product = sqrt(fmax(0, left[0]) * fmax(0, left[1]));
            for (size_t p = 0; p < s->n_party; p++) {
                bool accepts = !scenario_bans(s, level, NULL) &&
                               appraisal_accepts(&appraisal, p, level, surplus, felt);
                count[p * n + layout_cell(&t->layout, level)] += accepts;
                yes |= accepts ? UINT64_C(1) << p : 0;
            }
            const bool all = yes == rule_everyone(s->n_party);
            const bool agreed = agreement_has_rule(s) ? rule_passes(&s->agreement, yes) : all;
            const bool loses = left[0] < -2 * TIE || left[1] < -2 * TIE;
            count[s->n_party * n + layout_cell(&t->layout, level)] += all;
            if (agreement_has_rule(s))
                count[passes * n + layout_cell(&t->layout, level)] += agreed;
            zone += agreed;
            harmless += agreed && !loses;
            best = agreed && !loses ? fmax(best, product) : best;
            if (row[nash] == (double)x && agreed && !loses)
                nash_score = product;
        }
        cr_assert_eq(row[nash - 1], (double)zone, "trial %lu draw %lu", (unsigned long)trial,
                     (unsigned long)d);
        cr_assert_eq(isnan(row[nash]), harmless == 0);
        if (harmless > 0)
            cr_assert_float_eq(nash_score, best, 2e-9, "trial %lu draw %lu", (unsigned long)trial,
                               (unsigned long)d);
    }
    cr_assert_arr_eq(t->map.counts.accepts, count, n_count * n * sizeof *count, "trial %lu",
                     (unsigned long)trial);
    gsl_rng_free(r);
    appraisal_release(&appraisal);
    free(count);
}

Test(map, equals_a_plain_evaluation_of_every_package, .timeout = 120)
{
    static char text[20000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < 60; trial++) {
        struct trial t;
        rng_open(r, STREAM_TESTS, trial);
        random_scenario(r, sizeof text, text, trial % 2);
        open_trial(&t, text, 40, 0);
        check_by_hand(&t, trial);
        close_trial(&t);
    }
    gsl_rng_free(r);
}

/* The Pareto set of the mean case, by comparing every package with every other.  A red line of a
 * bloc that can be outvoted does not keep a package out. */
static bool is_out(const struct trial *t, const size_t level[])
{
    for (size_t j = 0; j < t->s.n_veto; j++)
        if ((!t->s.veto_player[j].bloc || t->s.veto_player[j].bloc->vetoes) &&
            utility_vetoes(&t->mean_case.appraisal.utility, j, level) > 0)
            return true;
    return scenario_bans(&t->s, level, NULL);
}

static bool is_beaten(const struct trial *t, const size_t x[])
{
    const struct appraisal *appraisal = &t->mean_case.appraisal;
    size_t q[MAX_ISSUE] = { 0 };

    do {
        double d0 = appraisal_surplus(appraisal, 0, q) - appraisal_surplus(appraisal, 0, x);
        double d1 = appraisal_surplus(appraisal, 1, q) - appraisal_surplus(appraisal, 1, x);
        if (!is_out(t, q) && d0 >= -TIE && d1 >= -TIE && (d0 > TIE || d1 > TIE))
            return true;
    } while (grid_next(&t->s.grid, q));
    return false;
}

Test(mean_case, pareto_set_by_plain_comparison, .timeout = 120)
{
    static char text[20000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < 40; trial++) {
        struct trial t;
        size_t x[MAX_ISSUE] = { 0 };
        rng_open(r, STREAM_TESTS, trial);
        random_scenario(r, sizeof text, text, trial % 2);
        open_trial(&t, text, 1, 1);
        do
            cr_assert_eq(mean_case_is_pareto(&t.mean_case, x), !is_out(&t, x) && !is_beaten(&t, x),
                         "trial %lu", (unsigned long)trial);
        while (grid_next(&t.s.grid, x));
        close_trial(&t);
    }
    gsl_rng_free(r);
}

/* No acceptance share rises when a party's value of no deal does: the draws are the same. */
Test(map, a_better_no_deal_never_raises_acceptance)
{
    static const char *const values[] = { "-0.2", "0", "0.1", "0.3" };
    const double u[] = { 0.6, 0.5 };
    double last = 1;
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        char text[1000], reservation[80];
        const char *const r[] = { reservation, "{ uniform = (0, 1); }" };
        struct trial t;
        snprintf(reservation, sizeof reservation, "{ normal = (%s, 0.3); }", values[i]);
        one_package(text, sizeof text, u, r, "");
        open_trial(&t, text, 5000, 0);
        cr_assert_leq(share(&t, 2), last);
        last = share(&t, 2);
        close_trial(&t);
    }
}

/* A body more never raises acceptance, of any package: veto holders, votes, partners, over the same
 * draws, with phases and without. */
Test(map, a_body_more_never_raises_acceptance, .timeout = 120)
{
    static const char *const more[] = {
        "{ name = \"w\"; veto = true; no_deal = { normal = (0, 0.1); }; }",
        "{ name = \"w\"; veto = true; weights = { i1 = { normal = (0, 1); }; }; }",
        ("{ name = \"w\"; veto = true; red_lines = ( { issue = \"i1\"; levels = { above = 0; }; "
         "probability = 0.5; } ); }"),
        "{ name = \"w\"; quota = 2; noise = 0.05; blocs = ( { name = \"a\"; seats = 3; } ); }",
        ("{ name = \"w\"; quota = 2; noise = 0.05; blocs = ( { name = \"a\"; seats = 2; weights = "
         "{ "
         "i1 = { normal = (0, 1); }; }; }, { name = \"b\"; seats = 1; } ); }"),
        "{ name = \"w\"; leaves = 0.05; no_deal = 0.1; }",
    };
    static char text[20000], longer[21000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    size_t compared = 0;

    for (uint64_t trial = 0; trial < 60; trial++) {
        struct trial few, many;
        rng_open(r, STREAM_TESTS, trial);
        random_scenario(r, sizeof text, text, trial % 2);
        const char *bodies = strstr(text, "bodies = ( ");
        if (!bodies)
            continue;
        snprintf(longer, sizeof longer, "%.*sbodies = ( %s, %s", (int)(bodies - text), text,
                 more[trial / 2 % COUNT_OF(more)], bodies + strlen("bodies = ( "));
        open_trial(&few, text, 40, 0);
        open_trial(&many, longer, 40, 0);
        compared++;
        for (size_t i = 0; i < (few.s.n_party + 1) * few.s.grid.total; i++)
            cr_assert_leq(many.map.counts.accepts[i], few.map.counts.accepts[i], "trial %lu",
                          (unsigned long)trial);
        close_trial(&few);
        close_trial(&many);
    }
    cr_assert_gt(compared, 30u);
    gsl_rng_free(r);
}
