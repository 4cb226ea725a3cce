/* test_vote.c - votes, and what the bodies of a party ask for */
#include "ballot.h"
#include "deal.h"
#include "draw.h"
#include "kit.h"
#include "rng.h"
#include "vote.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* cabinet_poisson_binomial: 11 ministers, their chances, 6 or 8 needed. */
Test(vote, cabinet_poisson_binomial)
{
    json_t *v = kit_vector("cabinet_poisson_binomial");
    double p[11], for_it[12], passes[2] = { 0 }, mean = 0;
    char path[80];

    for (size_t i = 0; i < 11; i++) {
        snprintf(path, sizeof path, "inputs.p.%zu", i);
        p[i] = kit_number(v, path);
    }
    vote_distribution(11, p, for_it);
    for (size_t k = 0; k <= 11; k++) {
        snprintf(path, sizeof path, "expected.pmf.%zu", k);
        cr_assert_float_eq(for_it[k], kit_number(v, path), 1e-12);
        passes[0] += k >= 6 ? for_it[k] : 0;
        passes[1] += k >= 8 ? for_it[k] : 0;
        mean += (double)k * for_it[k];
    }
    cr_assert_float_eq(passes[0], kit_number(v, "expected.pass6"), 1e-9);
    cr_assert_float_eq(passes[1], kit_number(v, "expected.pass8"), 1e-9);
    cr_assert_float_eq(mean, kit_number(v, "expected.mean"), 1e-9);
}

/* The same through blocs of one seat: logit of each chance at noise 1. */
Test(vote, passes_is_the_poisson_binomial)
{
    json_t *v = kit_vector("cabinet_poisson_binomial");
    struct vote_bloc bloc[11];
    struct vote vote = { .n_bloc = 11, .quota = 6, .bloc = bloc, .noise = 1 };
    char path[80];

    for (size_t i = 0; i < 11; i++) {
        snprintf(path, sizeof path, "inputs.p.%zu", i);
        double p = kit_number(v, path);
        bloc[i] = (struct vote_bloc){ .seats = 1, .as_one = i % 2, .least = -log(p / (1 - p)) };
        cr_assert_float_eq(vote_seat(&vote, i, 0), p, 1e-12);
    }
    cr_assert_float_eq(vote_passes(&vote, 0), kit_number(v, "expected.pass6"), 1e-9);
    vote.quota = 8;
    cr_assert_float_eq(vote_passes(&vote, 0), kit_number(v, "expected.pass8"), 1e-9);
}

/* cabinet_iid: n ministers who each vote for x with probability x. */
Test(vote, cabinet_iid)
{
    json_t *v = kit_vector("cabinet_iid");

    for (size_t i = 0; i < 4; i++) {
        char path[80];
        snprintf(path, sizeof path, "inputs.x.%zu", i);
        double x = kit_number(v, path);
        const struct vote_bloc bloc = { .seats = 11, .least = -log(x / (1 - x)) };
        const struct vote vote = { .n_bloc = 1, .quota = 6, .bloc = &bloc, .noise = 1 };
        snprintf(path, sizeof path, "expected.prob.%zu", i);
        cr_assert_float_eq(vote_passes(&vote, 0), kit_number(v, path), 1e-9);
    }
}

/* phased_with_cabinet: minister k votes for V_S with probability logistic(V_S - r_k). */
Test(vote, phased_with_cabinet)
{
    json_t *v = kit_vector("phased_with_cabinet");
    json_t *rows = json_object_get(json_object_get(v, "expected"), "rows");
    static const char *const guarantees[] = { "3", "5" };
    struct vote_bloc bloc[11];
    const struct vote vote = { .n_bloc = 11, .quota = 6, .bloc = bloc, .noise = 1 };

    for (size_t i = 0; i < 11; i++) {
        char path[80];
        snprintf(path, sizeof path, "inputs.reservation_ministers.%zu", i);
        bloc[i] = (struct vote_bloc){ .seats = 1, .least = kit_number(v, path) };
    }
    for (size_t i = 0; i < 2; i++) {
        json_t *row = json_object_get(rows, guarantees[i]);
        cr_assert_float_eq(vote_passes(&vote, kit_number(row, "V_S")), kit_number(row, "pass_prob"),
                           1e-9);
    }
}

static struct vote random_vote(gsl_rng *r, struct vote_bloc bloc[5])
{
    size_t seats = 0, n = 1 + gsl_rng_uniform_int(r, 5);

    for (size_t b = 0; b < n; b++) {
        bloc[b] = (struct vote_bloc){ .seats = 1 + gsl_rng_uniform_int(r, 6),
                                      .as_one = gsl_rng_uniform_int(r, 2),
                                      .least = gsl_rng_uniform(r) - 0.5 };
        seats += bloc[b].seats;
    }
    return (struct vote){ .n_bloc = n,
                          .quota = 1 + gsl_rng_uniform_int(r, seats),
                          .bloc = bloc,
                          .noise = gsl_rng_uniform_int(r, 2) ? 0.2 * gsl_rng_uniform(r) : 0,
                          .shock = gsl_rng_uniform_int(r, 2) ? 0.2 * gsl_rng_uniform(r) : 0 };
}

/* Over rolls and swings, the threshold lets x pass as often as the vote does: within four standard
 * errors, of random votes. */
Test(vote, threshold_and_probability_agree, .timeout = 120)
{
    enum { ROLLS = 4000 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 60; trial++) {
        struct vote_bloc bloc[5];
        size_t passed = 0;
        rng_open(r, STREAM_TESTS, trial);
        struct vote vote = random_vote(r, bloc);
        double x = gsl_rng_uniform(r) - 0.5, p = vote_passes(&vote, x);
        for (int i = 0; i < ROLLS; i++) {
            double roll = gsl_rng_uniform_pos(r), swing = gsl_rng_uniform_pos(r);
            passed += x >= vote_threshold(&vote, roll, swing);
        }
        cr_assert_float_eq((double)passed / ROLLS, p, 4 * sqrt(p * (1 - p) / ROLLS) + 1e-9,
                           "trial %lu: %g, %g", (unsigned long)trial, (double)passed / ROLLS, p);
    }
    gsl_rng_free(r);
}

/* Quadrature over the shock against 40000 midpoints: one seat, a cabinet, a parliament, with shocks
 * up to 20 times the noise. */
Test(vote, passing_over_a_shock_by_plain_integration, .timeout = 120)
{
    static const struct {
        size_t seats;
        double ratio;
    } cases[] = { { 1, 0.5 }, { 1, 20 }, { 11, 5 }, { 38, 0.7 }, { 38, 20 }, { 120, 5 } };
    enum { POINTS = 40000 };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct vote_bloc bloc[] = { { .seats = cases[i].seats, .least = 0.1 },
                                          { .seats = 1, .as_one = true, .least = -0.2 } };
        struct vote vote = { 2, cases[i].seats / 2 + 1, bloc, 0.03, 0.03 * cases[i].ratio };
        struct vote still = vote;
        still.shock = 0;
        for (double x = -0.3; x < 0.5; x += 0.21) {
            double sum = 0, weights = 0;
            for (int k = 0; k < POINTS; k++) {
                double z = 8 * (2 * (k + 0.5) / POINTS - 1), weight = exp(-z * z / 2);
                sum += weight * vote_passes(&still, x + vote.shock * z);
                weights += weight;
            }
            cr_assert_float_eq(vote_passes(&vote, x), sum / weights, 1e-8, "case %zu, x = %g", i,
                               x);
        }
    }
}

/* A higher quota never makes passing likelier, nor a threshold lower; more worth never less. */
Test(vote, quota_and_worth_are_monotone)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 300; trial++) {
        struct vote_bloc bloc[5];
        rng_open(r, STREAM_TESTS, trial);
        struct vote vote = random_vote(r, bloc), stricter = vote;
        double x = gsl_rng_uniform(r) - 0.5, roll = gsl_rng_uniform_pos(r);
        if (vote.quota == 1)
            continue;
        vote.quota--;
        cr_assert_leq(vote_passes(&stricter, x), vote_passes(&vote, x) + 1e-12);
        cr_assert_leq(vote_threshold(&vote, roll, 0.4),
                      vote_threshold(&stricter, roll, 0.4) + 1e-9);
        cr_assert_leq(vote_passes(&vote, x), vote_passes(&vote, x + 0.1) + 1e-12);
    }
    gsl_rng_free(r);
}

/* Two parties over x, which p likes and q does not; p with bodies. */
#define SPLIT(bodies)                                                                 \
    "scenario = { name = \"t\"; };"                                                   \
    "issues = ( { name = \"x\"; from = 0; to = 10; step = 1; } );"                    \
    "parties = ( { name = \"p\"; weights = { x = 1; }; no_deal = 0;"                  \
    "  values = { x = { kind = \"linear\"; worst = 0; best = 10; }; }; " bodies " }," \
    " { name = \"q\"; weights = { x = 1; }; reservation = 0;"                         \
    "  values = { x = { kind = \"linear\"; worst = 10; best = 0; }; }; } );"

static double least_of(const char *text)
{
    struct scenario s = kit_scenario(text);
    struct error err = { .code = OK };
    struct deal deal;
    double least;

    cr_assert_eq(deal_init(&deal, &s, &err), OK);
    draw_mean(&s, deal.theta);
    deal_fill(&deal);
    least = deal_least(&deal, 0, 1);
    deal_release(&deal);
    scenario_release(&s);
    return least;
}

/* By hand: the most that any body asks for; the quota's seat decides; a partner that leaves costs
 * as much more as it takes, unless the deal suits it. */
Test(ballot, least_surplus_by_hand)
{
    static const struct {
        const char *text;
        double least;
    } cases[] = {
        { SPLIT(""), 0 },
        { SPLIT("bodies = ( { name = \"v\"; veto = true; no_deal = 0.2; } );"), 0.2 },
        { SPLIT("bodies = ( { name = \"v\"; veto = true; no_deal = -0.2; } );"), 0 },
        { SPLIT("bodies = ( { name = \"v\"; veto = true; no_deal = 0.2; }, { name = \"w\"; veto = "
                "true; no_deal = 0.3; } );"),
          0.3 },
        { SPLIT("bodies = ( { name = \"c\"; quota = 6; blocs = ( { name = \"a\"; seats = 5; "
                "no_deal = "
                "0.1; }, { name = \"b\"; seats = 3; no_deal = 0.4; }, { name = \"d\"; seats = 3; "
                "no_deal = 0.5; } ); } );"),
          0.4 },
        /* it leaves below 0.3 and costs 0.1: from 0.1 on enough is left */
        { SPLIT("bodies = ( { name = \"l\"; leaves = 0.1; no_deal = 0.3; } );"), 0.1 },
        /* it costs 0.5, more than what makes it stay */
        { SPLIT("bodies = ( { name = \"l\"; leaves = 0.5; no_deal = 0.3; } );"), 0.3 },
        /* both gone costs 0.35; with the first staying, from 0.2 on, the second costs 0.2 */
        { SPLIT("bodies = ( { name = \"l\"; leaves = 0.15; no_deal = 0.2; }, { name = \"m\"; "
                "leaves = "
                "0.2; no_deal = 0.9; } );"),
          0.2 },
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_assert_float_eq(least_of(cases[i].text), cases[i].least, 1e-9, "case %zu", i);
}

/* More veto holders never lower what is asked for. */
Test(ballot, more_veto_holders_never_ask_for_less)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 50; trial++) {
        char text[1000];
        double last = 0;
        rng_open(r, STREAM_TESTS, trial);
        for (int n = 0; n < 4; n++) {
            size_t used = (size_t)snprintf(text, sizeof text, SPLIT("bodies = ("));
            char *end = strstr(text, "bodies = (") + strlen("bodies = (");
            char rest[700];
            snprintf(rest, sizeof rest, "%s", end);
            rng_open(r, STREAM_TESTS, trial);
            used = (size_t)(end - text);
            for (int k = 0; k < n; k++)
                used += (size_t)snprintf(text + used, sizeof text - used,
                                         "%s{ name = \"v%d\"; veto = true; no_deal = %g; }",
                                         k ? ", " : "", k, gsl_rng_uniform(r) - 0.5);
            snprintf(text + used, sizeof text - used, ");%s", rest);
            double least = least_of(text);
            cr_assert_geq(least, last);
            last = least;
        }
    }
    gsl_rng_free(r);
}
