/* test_blocs.c - blocs of voting bodies that judge packages by weights and red lines of their own
 */
#include "agreement.h"
#include "agreements.h"
#include "consent.h"
#include "draw.h"
#include "kit.h"
#include "ratification.h"
#include "rng.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A scenario whose first party has the bodies, and whose issues are worth what they say. */
#define LINEAR(worst, best) "{ kind = \"linear\"; worst = " worst "; best = " best "; }"
#define TWO_ISSUES(bodies)                                                                        \
    "scenario = { name = \"t\"; };"                                                               \
    "issues = ( { name = \"land\"; levels = (0, 1); }, { name = \"money\"; levels = (0, 1); } );" \
    "parties = ( { name = \"p\"; weights = { land = 1; money = 1; }; reservation = 0.5;"          \
    "  values = { land = " LINEAR("0", "1") "; money = " LINEAR(                                  \
        "0", "1") "; }; bodies = ( " bodies                                                       \
                  " ); }, { name = \"q\"; weights = { land = 1; money = 1; }; reservation = 0;"   \
                  "  values = { land = " LINEAR("1", "0") "; money = " LINEAR(                    \
                      "1", "0") "; }; } );"                                                       \
                                "proposals = ( { name = \"o\"; by = \"q\"; terms = { land = 0; "  \
                                "money = 1; }; } );"

static void at_mean(struct appraisal *a, const struct scenario *s)
{
    struct error err = { .code = OK };

    cr_assert_eq(appraisal_init(a, s, &err), OK);
    draw_mean(s, a->theta);
    appraisal_fill(a);
}

/* blocs_own_weights, field case 11: two of three seats must gain at least nothing. */
Test(blocs, own_weights)
{
    static const char *const blocs[] = { "land_party", "money_party", "both" };
    json_t *v = kit_vector("blocs_own_weights");
    struct scenario s = kit_scenario(
        TWO_ISSUES("{ name = \"cabinet\"; quota = 2; blocs = ( { name = \"land_party\"; seats = 1; "
                   "weights = { land = 1; money = -1; }; }, { name = \"money_party\"; seats = 1; "
                   "weights = { land = -1; money = 1; }; }, { name = \"both\"; seats = 1; } ); }"));
    struct appraisal a;

    at_mean(&a, &s);
    cr_assert_eq(s.n_veto, 5u);
    for (size_t x = 0; x < 4; x++) {
        const size_t level[] = { x / 2, x % 2 };
        double surplus[MAX_VETO], felt[MAX_PARTY], votes = 0;
        char path[80];
        snprintf(path, sizeof path, "land=%zu money=%zu", level[0], level[1]);
        json_t *want = json_object_get(json_object_get(v, "expected"), path);
        appraisal_surpluses(&a, level, surplus, felt);
        for (size_t b = 0; b < 3; b++) {
            snprintf(path, sizeof path, "utility.%s", blocs[b]);
            cr_assert_float_eq(surplus[2 + b], kit_number(want, path) - 0.5, 1e-9);
            votes += consent_seat(&s.party[0].body[0], b, a.theta, surplus[2 + b], felt[0]);
        }
        cr_assert_eq(votes, kit_number(want, "votes"));
        cr_assert_eq(appraisal_body_agrees(&a, 0, 0, level, surplus, felt),
                     json_is_true(json_object_get(want, "passes")), "package %zu", x);
        cr_assert_eq(appraisal_accepts(&a, 0, level, surplus, felt),
                     json_is_true(json_object_get(want, "passes")));
    }
    appraisal_release(&a);
    scenario_release(&s);
}

/* The chance that k of n seats or more vote for it, each with chance p. */
static double at_least(size_t n, size_t k, double p)
{
    double sum = 0;

    for (size_t i = k; i <= n; i++)
        sum += exp(lgamma((double)n + 1) - lgamma((double)i + 1) - lgamma((double)(n - i) + 1)) *
               pow(p, (double)i) * pow(1 - p, (double)(n - i));
    return sum;
}

/* Of the ways in which blocs may vote: x, y, z seat by seat, and v. */
enum { BLOCS = 4, WAYS = 2 * 2 * 6 * 2 };
static const size_t answers_of[BLOCS] = { 1, 1, 5, 1 };

/* The chance of a way, with rolls in the middle of those by which the blocs vote so. */
static double take_way(struct appraisal *a, const double seat[], size_t way)
{
    const struct body *body = &a->scenario->party[0].body[0];
    double chance = 1;

    for (size_t b = 0; b < BLOCS; b++) {
        const size_t k = way % (answers_of[b] + 1);
        const double more = at_least(answers_of[b], k + 1, seat[b]),
                     enough = at_least(answers_of[b], k, seat[b]);
        way /= answers_of[b] + 1;
        a->theta[body->bloc[b].roll] = 1 - (enough + more) / 2;
        chance *= enough - more;
    }
    appraisal_fill(a);
    return chance;
}

/* vote_weighted_own_weights_noise: the chance that it passes, over all ways to vote. */
Test(blocs, own_weights_with_noise)
{
    static const char packages[] = "PQRS";
    json_t *v = kit_vector("vote_weighted_own_weights_noise");
    static const char issue[] =
        "levels = (0, 0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9); nothing = 0; all = 1; }";
    static const double levels[] = { 0, 0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9 };
    char text[4000];
    struct appraisal a;

    snprintf(
        text, sizeof text,
        "scenario = { name = \"t\"; }; issues = ( { name = \"a\"; %s, { name = \"b\"; %s, { name = "
        "\"c\"; %s );"
        "parties = ( { name = \"p\"; weights = { a = 1; b = 1; c = 1; }; reservation = 0.5; values "
        "= { a = " LINEAR("0", "1") "; b = " LINEAR("0", "1") "; c = " LINEAR(
            "0", "1") "; };"
                      "bodies = ( { name = \"d\"; quota = 36; noise = 0.1; blocs = ( { name = "
                      "\"x\"; seats = 32; "
                      "as_one = true; weights = { a = 2; }; }, { name = \"y\"; seats = 24; as_one "
                      "= true; "
                      "weights = { b = 2; }; no_deal = 0.05; }, { name = \"z\"; seats = 5; weights "
                      "= { c = 2; }; "
                      "no_deal = -0.05; }, { name = \"v\"; seats = 9; as_one = true; no_deal = "
                      "0.1; } ); } ); },"
                      " { name = \"q\"; weights = { a = 1; b = 1; c = 1; }; reservation = 0; "
                      "values = { a = " LINEAR("1", "0") "; b = " LINEAR("1", "0") "; c = " LINEAR(
                          "1", "0") "; }; } );",
        issue, issue, issue);
    struct scenario s = kit_scenario(text);
    at_mean(&a, &s);
    cr_assert_eq(s.n_veto, 10u); /* 2 parties, 3 blocs, 5 seats */
    for (size_t x = 0; x < 4; x++) {
        double surplus[MAX_VETO], felt[MAX_PARTY], seat[BLOCS], passes = 0, all = 0;
        size_t level[3];
        char path[80];
        for (size_t k = 0; k < 3; k++) {
            snprintf(path, sizeof path, "inputs.packages.%c.%zu", packages[x], k);
            for (level[k] = 0; fabs(levels[level[k]] - kit_number(v, path)) > 1e-9;)
                level[k]++;
        }
        appraisal_surpluses(&a, level, surplus, felt);
        for (size_t b = 0; b < BLOCS; b++) {
            const double own = surplus[b < 3 ? 2 + b : 9];
            snprintf(path, sizeof path, "expected.seat.%c.%zu", packages[x], b);
            seat[b] = consent_seat(&s.party[0].body[0], b, a.theta, own, felt[0]);
            cr_assert_float_eq(seat[b], kit_number(v, path), 1e-9);
        }
        for (size_t way = 0; way < WAYS; way++) {
            const double chance = take_way(&a, seat, way);
            all += chance;
            passes += appraisal_body_agrees(&a, 0, 0, level, surplus, felt) ? chance : 0;
        }
        snprintf(path, sizeof path, "expected.passes.%c", packages[x]);
        cr_assert_float_eq(all, 1, 1e-9);
        cr_assert_float_eq(passes, kit_number(v, path), 1e-9, "%c", packages[x]);
    }
    appraisal_release(&a);
    scenario_release(&s);
}

/* A body of six seats with noise, a shock and a veto; `own` makes its blocs judge by themselves. */
static void votes_of(char text[2000], const char *own)
{
    snprintf(text, 2000,
             TWO_ISSUES("{ name = \"c\"; quota = 4; noise = 0.2; shock = 0.1; vetoes = (\"b\"); "
                        "blocs = ( { name = \"a\"; seats = 3; no_deal = 0.1; %s }, { name = \"b\"; "
                        "seats = 2; as_one = true; no_deal = { normal = (0, 0.2); }; }, { name = "
                        "\"d\"; seats = 1; } ); }"),
             own);
}

/* Blocs whose weights differ from their party's by nothing vote as blocs without: with the same
 * rolls, in every draw and for every package. */
Test(blocs, that_differ_by_nothing)
{
    char text[2][2000];
    struct scenario s[2];
    struct appraisal a[2];
    struct error err = { .code = OK };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    size_t yes = 0;

    gsl_rng_set(r, 4);
    for (size_t i = 0; i < 2; i++) {
        votes_of(text[i], i ? "weights = { land = 0; };" : "");
        s[i] = kit_scenario(text[i]);
        at_mean(&a[i], &s[i]);
    }
    cr_assert_eq(s[0].n_veto, 2u);
    cr_assert_eq(s[1].n_veto, 7u);
    for (uint64_t draw = 0; draw < 2000; draw++) {
        bool accepts[2];
        for (size_t i = 0; i < 2; i++) {
            cr_assert_eq(draw_make(&s[i], r, draw, a[i].theta, &err), OK);
            appraisal_fill(&a[i]);
        }
        for (size_t x = 0; x < 4; x++) {
            const size_t level[] = { x / 2, x % 2 };
            double surplus[MAX_VETO], felt[MAX_PARTY], margin[2];
            for (size_t i = 0; i < 2; i++) {
                appraisal_surpluses(&a[i], level, surplus, felt);
                accepts[i] = appraisal_accepts(&a[i], 0, level, surplus, felt);
                margin[i] = appraisal_margin(&a[i], 0, level, surplus, felt);
            }
            cr_assert_eq(accepts[0], accepts[1], "draw %lu", (unsigned long)draw);
            cr_assert_float_eq(margin[0], margin[1], 1e-8);
            yes += accepts[0];
        }
    }
    cr_assert_gt(yes, 1000u);
    cr_assert_lt(yes, 5000u);
    for (size_t i = 0; i < 2; i++) {
        appraisal_release(&a[i]);
        scenario_release(&s[i]);
    }
    gsl_rng_free(r);
}

/* The largest m at which those with margins of at least m pass, against a look at every m. */
Test(blocs, margin_of_a_threshold)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 500; trial++) {
        struct threshold t = { .quota = 1 + (uint32_t)(trial % 9) };
        double margin[8], want = -INFINITY;
        rng_open(r, STREAM_TESTS, trial);
        for (size_t i = 0; i < 8; i++) {
            t.seats[i] = (uint32_t)gsl_rng_uniform_int(r, 4);
            t.vetoes |= gsl_rng_uniform_int(r, 8) == 0 ? UINT64_C(1) << i : 0;
            margin[i] =
                gsl_rng_uniform_int(r, 9) == 0 ? -INFINITY : (double)gsl_rng_uniform_int(r, 6) - 3;
        }
        for (double m = -3; m < 3; m++) {
            uint64_t yes = 0;
            for (size_t i = 0; i < 8; i++)
                yes |= margin[i] >= m ? UINT64_C(1) << i : 0;
            want = threshold_passes(&t, yes) ? m : want;
        }
        cr_assert_eq(threshold_margin(&t, 8, margin), want, "trial %lu", (unsigned long)trial);
    }
    gsl_rng_free(r);
}

/* Two parties that want the opposite of six issues, and ten blocs of the first that weigh them
 * each in their own way. */
static void many_blocs(char text[20000])
{
    enum { ISSUES = 6, MANY = 10 };
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, 20000 - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = (");
    for (int k = 0; k < ISSUES; k++)
        ADD("%s{ name = \"i%d\"; from = 0; to = 4; step = 1; }", k ? ", " : "", k);
    ADD("); parties = (");
    for (int p = 0; p < 2; p++) {
        ADD("%s{ name = \"p%d\"; reservation = { normal = (0.3, 0.1); }; weights = {",
            p ? ", " : "", p);
        for (int k = 0; k < ISSUES; k++)
            ADD("i%d = { uniform = (0.5, 2); };", k);
        ADD("}; values = {");
        for (int k = 0; k < ISSUES; k++)
            ADD("i%d = " LINEAR("%d", "%d") ";", k, p ? 4 : 0, p ? 0 : 4);
        ADD("};");
        for (int b = 0; p == 0 && b < MANY; b++) {
            ADD("%s{ name = \"b%d\"; seats = %d; as_one = true; weights = {",
                b ? ", " : "bodies = ( { name = \"c\"; quota = 50; noise = 0.05; blocs = ( ", b,
                5 + b);
            for (int k = 0; k < ISSUES; k++)
                ADD("i%d = { uniform = (-1, 1.5); };", k);
            ADD("}; }");
        }
        ADD(p ? "}" : "); } ); }");
    }
    ADD(");");
#undef ADD
}

/* The largest sum of the parties' gains of the packages that pass, each looked at. */
static double best_sum(const struct appraisal *a)
{
    const struct scenario *s = a->scenario;
    double best = -INFINITY;

    for (uint64_t x = 0; x < s->grid.total; x++) {
        double surplus[MAX_VETO], felt[MAX_PARTY], sum = 0;
        size_t level[MAX_ISSUE];
        grid_levels(&s->grid, x, level);
        appraisal_surpluses(a, level, surplus, felt);
        for (size_t p = 0; p < s->n_party; p++)
            sum += surplus[p];
        if (agreement_wins(s, appraisal_parties(a, level, surplus, felt)))
            best = fmax(best, sum);
    }
    return best;
}

/* Compares that with the zones of some draws; returns how many of these were looked at package by
 * package, since the search for them was given up. */
static size_t check_zones(const char *text, uint64_t draws)
{
    struct error err = { .code = OK };
    struct zone zone = { .addends = NULL };
    struct agreements agreements;
    struct layout layout;
    struct appraisal a;
    size_t given_up = 0;
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct scenario s = kit_scenario(text);
    const struct zone_query everyone = zone_of_agreement(&s);

    gsl_rng_set(r, 5);
    at_mean(&a, &s);
    cr_assert_eq(layout_init(&layout, &s, &err), OK);
    cr_assert_eq(agreements_init(&agreements, &layout, &a, &err), OK);
    for (uint64_t draw = 0; draw < draws; draw++) {
        double found = -INFINITY;
        cr_assert_eq(draw_make(&s, r, draw, a.theta, &err), OK);
        appraisal_fill(&a);
        const double best = best_sum(&a);
        agreements_fill(&agreements, &a);
        cr_assert_eq(agreements_find(&agreements, &a, &everyone, &zone, &err), OK);
        for (size_t i = 0; i < zone.now.n; i++) {
            double sum = 0;
            for (size_t p = 0; p < s.n_party; p++)
                sum += zone.now.gain[i * zone.now.n_party + p];
            found = fmax(found, sum);
        }
        cr_assert(found == best || fabs(found - best) < 1e-9, "draw %lu: %g, %g",
                  (unsigned long)draw, found, best);
        cr_assert_eq(zone.is_left_out, false);
        given_up += zone.query.n_veto == s.n_party;
    }
    zone_release(&zone);
    agreements_release(&agreements);
    appraisal_release(&a);
    layout_release(&layout);
    scenario_release(&s);
    gsl_rng_free(r);
    return given_up;
}

/* Ten blocs leave few packages that another beats for all: searches are given up, and a look at all
 * packages finds what is best for the parties. */
Test(blocs, many_are_looked_at, .timeout = 60)
{
    static char text[20000];

    many_blocs(text);
    const size_t given_up = check_zones(text, 12);
    cr_assert_gt(given_up, 1u);
    cr_assert_lt(given_up, 12u);
}

/* A body of such blocs within a party that may be outvoted itself; red lines of both. */
Test(blocs, in_a_party_that_can_be_outvoted)
{
    static const char *const rules[] = { "{ quota = 2; }", "{ quota = 2; vetoes = (\"p\"); }",
                                         "{ any_of = ( (\"p\", \"q\"), (\"q\", \"n\") ); }" };
    for (size_t i = 0; i < 3; i++) {
        static char text[6000];
        char more[300];
        snprintf(more, sizeof more, "agreement = %s;", rules[i]);
        trial_small(
            "red_lines = ( { issue = \"price\"; levels = { below = 6; }; probability = 0.5; "
            "} ); bodies = ( { name = \"c\"; quota = 3; noise = 0.1; shock = 0.1; blocs = ( "
            "{ name = \"x\"; seats = 3; weights = { terms = 1; }; red_lines = ( { issue = "
            "\"terms\"; levels = \"c\"; probability = 0.5; } ); }, { name = \"y\"; seats = "
            "2; as_one = true; weights = { price = -1; }; } ); } );",
            more, sizeof text, text);
        cr_assert_eq(check_zones(text, 60), 0u);
    }
}

/* In talks a side's packages are those that its bodies would pass, on the day of the vote too. */
static void check_talks(bool phases, bool later)
{
    static char text[6000], talks[900];
    struct error err = { .code = OK };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct trial t;
    struct world w;
    size_t yes = 0, no = 0;

    gsl_rng_set(r, 8);
    snprintf(talks, sizeof talks,
             "%s talks = { deadline = 9; round_days = 1; parties = ("
             " { name = \"p\"; strategy = \"micro\"; }, { name = \"q\"; strategy = \"micro\"; } );"
             " %s };",
             phases ? "phases = ( { name = \"one\"; days = 1; } );" : "",
             later ? "ratification = ( { party = \"p\"; body = \"c\"; } );" : "");
    trial_small("bodies = ( { name = \"c\"; quota = 3; noise = 0.1; vetoes = (\"y\"); blocs = ( { "
                "name = \"x\"; seats = 3; weights = { terms = 1; }; no_deal = 0.05; red_lines = ( "
                "{ issue = \"price\"; levels = { above = 17; }; probability = 1; } ); }, { name = "
                "\"y\"; seats = 1; as_one = true; weights = { price = -1; }; } ); } );",
                talks, sizeof text, text);
    char *at = strstr(text, "all = 20;");
    if (phases && at) { /* somebody must perform something */
        memmove(at + 9, at, strlen(at) + 1);
        memcpy(at, "by = \"p\";", 9);
    }
    trial_open(&t, text);
    cr_assert_eq(world_init(&w, &t.package_index, &err), OK);
    for (uint64_t draw = 0; draw < 10; draw++) {
        const struct ratifier vote = { .side = 0, .body = 0 };
        cr_assert_eq(world_draw(&w, r, draw, &err), OK);
        for (uint32_t x = 0; x < t.package_index.n_package; x++) {
            double surplus[MAX_VETO], felt[MAX_PARTY];
            size_t level[MAX_ISSUE];
            grid_levels(&t.s.grid, x, level);
            appraisal_surpluses(&w.appraisal, level, surplus, felt);
            const bool agrees = appraisal_body_agrees(&w.appraisal, 0, 0, level, surplus, felt);
            const double u = sides_utility(&w.sides, 0, x);
            if (!appraisal_accepts(&w.appraisal, 2, level, surplus, felt))
                continue;
            cr_assert_eq(u > -INFINITY, agrees || later, "draw %lu package %u", (unsigned long)draw,
                         x);
            if (u > -INFINITY)
                cr_assert_eq(ratifier_agrees(&w, &vote, x), agrees);
            yes += agrees;
            no += !agrees;
        }
    }
    cr_assert_gt(yes, 100u);
    cr_assert_gt(no, 100u);
    world_release(&w);
    trial_close(&t);
    gsl_rng_free(r);
}

Test(blocs, are_asked_in_talks)
{
    for (int i = 0; i < 4; i++)
        check_talks(i / 2, i % 2);
}
