/* test_vote.c - votes, and what the bodies of a party ask for */
#include "appraisal.h"
#include "consent.h"
#include "draw.h"
#include "kit.h"
#include "order.h"
#include "rng.h"
#include "vote.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The exact chance that x passes, given the shock: the seats of the blocs, one bloc after another,
 * as a convolution of binomials. */
static double passes(const struct vote *vote, double x)
{
    enum { MOST = 400 };
    double for_it[MOST + 1] = { 1 }, sum = 0;
    size_t n = 0;

    for (size_t b = 0; b < vote->n_bloc; b++) {
        const struct vote_bloc *bloc = &vote->bloc[b];
        const double p = vote_seat(vote, b, x);
        const size_t together = bloc->as_one ? bloc->seats : 1;
        for (size_t i = 0; i < bloc->seats; i += together, n += together)
            for (size_t k = n + together + 1; k-- > 0;)
                for_it[k] = (k <= n ? (1 - p) * for_it[k] : 0) +
                            (k >= together ? p * for_it[k - together] : 0);
    }
    cr_assert_leq(n, (size_t)MOST);
    for (size_t k = vote->quota; k <= n; k++)
        sum += for_it[k];
    return fmin(1, sum);
}

/* The same by how a vote of one-seat blocs is decided: over all ways in which they may vote, at a
 * roll in the middle of those by which each does. */
static double decided(struct vote *vote, struct vote_bloc bloc[], double x)
{
    double sum = 0;

    for (unsigned way = 0; way < 1u << vote->n_bloc; way++) {
        double chance = 1;
        for (size_t b = 0; b < vote->n_bloc; b++) {
            const double p = vote_seat(vote, b, x);
            const bool is_for = way >> b & 1;
            chance *= is_for ? p : 1 - p;
            bloc[b].roll = is_for ? 1 - p / 2 : (1 - p) / 2;
        }
        sum += x >= vote_threshold(vote) ? chance : 0;
    }
    return sum;
}

/* cabinet_poisson_binomial: 11 ministers, their chances, 6 or 8 needed; the logit of each chance at
 * noise 1. */
Test(vote, cabinet_poisson_binomial, .timeout = 60)
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
    cr_assert_float_eq(passes(&vote, 0), kit_number(v, "expected.pass6"), 1e-9);
    cr_assert_float_eq(decided(&vote, bloc, 0), kit_number(v, "expected.pass6"), 1e-9);
    vote.quota = 8;
    cr_assert_float_eq(passes(&vote, 0), kit_number(v, "expected.pass8"), 1e-9);
    cr_assert_float_eq(decided(&vote, bloc, 0), kit_number(v, "expected.pass8"), 1e-9);
}

/* cabinet_iid: n ministers who each vote for x with probability x; the roll from which on they pass
 * it, by halving. */
Test(vote, cabinet_iid)
{
    json_t *v = kit_vector("cabinet_iid");

    for (size_t i = 0; i < 4; i++) {
        char path[80];
        snprintf(path, sizeof path, "inputs.x.%zu", i);
        double x = kit_number(v, path), low = 0, high = 1;
        struct vote_bloc bloc = { .seats = 11, .least = -log(x / (1 - x)) };
        const struct vote vote = { .n_bloc = 1, .quota = 6, .bloc = &bloc, .noise = 1 };
        while (high - low > 1e-12) {
            bloc.roll = (low + high) / 2;
            *(vote_threshold(&vote) <= 0 ? &high : &low) = bloc.roll;
        }
        snprintf(path, sizeof path, "expected.prob.%zu", i);
        cr_assert_float_eq(1 - high, kit_number(v, path), 1e-9);
    }
}

/* phased_with_cabinet: minister k votes for V_S with probability logistic(V_S - r_k). */
Test(vote, phased_with_cabinet, .timeout = 60)
{
    json_t *v = kit_vector("phased_with_cabinet");
    json_t *rows = json_object_get(json_object_get(v, "expected"), "rows");
    static const char *const guarantees[] = { "3", "5" };
    struct vote_bloc bloc[11];
    struct vote vote = { .n_bloc = 11, .quota = 6, .bloc = bloc, .noise = 1 };

    for (size_t i = 0; i < 11; i++) {
        char path[80];
        snprintf(path, sizeof path, "inputs.reservation_ministers.%zu", i);
        bloc[i] = (struct vote_bloc){ .seats = 1, .least = kit_number(v, path) };
    }
    for (size_t i = 0; i < 2; i++) {
        json_t *row = json_object_get(rows, guarantees[i]);
        cr_assert_float_eq(decided(&vote, bloc, kit_number(row, "V_S")),
                           kit_number(row, "pass_prob"), 1e-9);
    }
}

static struct vote random_vote(gsl_rng *r, size_t most, struct vote_bloc bloc[5])
{
    size_t seats = 0, n = 1 + gsl_rng_uniform_int(r, 5);

    for (size_t b = 0; b < n; b++) {
        bloc[b] = (struct vote_bloc){ .seats = 1 + gsl_rng_uniform_int(r, most),
                                      .as_one = gsl_rng_uniform_int(r, 4) == 0,
                                      .least = 0.4 * gsl_rng_uniform(r) - 0.2 };
        seats += bloc[b].seats;
    }
    return (struct vote){ .n_bloc = n,
                          .quota = 1 + gsl_rng_uniform_int(r, seats),
                          .bloc = bloc,
                          .noise = gsl_rng_uniform_int(r, 4) ? 0.2 * gsl_rng_uniform(r) : 0,
                          .shock = gsl_rng_uniform_int(r, 2) ? 0.2 * gsl_rng_uniform(r) : 0 };
}

static void roll(gsl_rng *r, struct vote *vote, struct vote_bloc bloc[])
{
    for (size_t b = 0; b < vote->n_bloc; b++)
        bloc[b].roll = gsl_rng_uniform_pos(r);
    vote->swing = gsl_rng_uniform_pos(r);
}

/* The mean of the exact chance over the shock. */
static double passes_anyhow(struct vote vote, double x)
{
    enum { SWINGS = 1000 };
    double sum = 0;

    for (int i = 0; i < SWINGS; i++) {
        vote.swing = (i + 0.5) / SWINGS;
        sum += passes(&vote, x) / SWINGS;
    }
    return fmin(1, sum);
}

/* Over 10^5 rolls and swings x passes as often as by its exact chance: within five standard errors,
 * of 40 random votes of a few seats and of up to 400, some of blocs that vote as one. */
Test(vote, a_motion_passes_with_its_exact_probability, .timeout = 240)
{
    enum { ROLLS = 100000 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 40; trial++) {
        struct vote_bloc bloc[5];
        double passed = 0;
        rng_open(r, STREAM_TESTS, trial);
        struct vote vote = random_vote(r, trial % 2 ? 80 : 6, bloc);
        const double x = 0.4 * gsl_rng_uniform(r) - 0.2, p = passes_anyhow(vote, x);
        for (int i = 0; i < ROLLS; i++) {
            roll(r, &vote, bloc);
            passed += x >= vote_threshold(&vote);
        }
        cr_assert_float_eq(passed / ROLLS, p, 5 * sqrt(p * (1 - p) / ROLLS) + 1. / ROLLS,
                           "trial %lu: %g, %g", (unsigned long)trial, passed / ROLLS, p);
    }
    gsl_rng_free(r);
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(size_t n, size_t k, double p)
{
    return order_quantile(n, k, p, 0, order_at(n, k, 0));
}

/* The quota-th of all votes, each looked for by itself, in their order. */
static double plain_threshold(const struct vote *vote)
{
    double place[500];
    size_t n = 0;

    for (size_t b = 0; b < vote->n_bloc; b++) {
        const struct vote_bloc *bloc = &vote->bloc[b];
        for (size_t k = 1; k <= bloc->seats; k++) {
            const size_t of = bloc->as_one ? 1 : bloc->seats, which = bloc->as_one ? 1 : k;
            const double e = quantile(of, which, 1 - bloc->roll);
            place[n++] = bloc->least + (vote->noise > 0 ? vote->noise * e : 0);
        }
    }
    qsort(place, n, sizeof *place, by_size);
    return place[vote->quota - 1];
}

Test(vote, the_threshold_is_the_vote_that_makes_up_the_quota, .timeout = 60)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 2000; trial++) {
        struct vote_bloc bloc[5];
        rng_open(r, STREAM_TESTS, trial);
        struct vote vote = random_vote(r, trial % 10 ? 6 : 60, bloc);
        roll(r, &vote, bloc);
        vote.shock = 0;
        const double got = vote_threshold(&vote), want = plain_threshold(&vote);
        cr_assert_float_eq(got, want, 1e-8, "trial %lu: %.10g, %.10g", (unsigned long)trial, got,
                           want);
    }
    gsl_rng_free(r);
}

/* A million seats, of which all but a hundredth are sure: the rest decide as they would alone. */
Test(vote, a_million_seats)
{
    for (double p = 0.001; p < 1; p += 0.0713) {
        const struct vote_bloc bloc[] = { { .seats = 495000, .least = -90, .roll = 0.3 },
                                          { .seats = 495000, .least = 90, .roll = 0.6 },
                                          { .seats = 10000, .least = 0, .roll = p } };
        const struct vote all = { .n_bloc = 3, .quota = 500000, .bloc = bloc, .noise = 0.5 };
        const struct vote few = { .n_bloc = 1, .quota = 5000, .bloc = bloc + 2, .noise = 0.5 };
        cr_assert_float_eq(vote_threshold(&all), vote_threshold(&few), 1e-8);
        /* the median of 10^4 logistic numbers: normal, with a deviation of 2 / sqrt(n) */
        cr_assert_float_eq(vote_threshold(&few), -0.5 * 0.02 * gsl_cdf_ugaussian_Pinv(p), 2e-4);
    }
}

/* A higher quota never lowers a threshold, nor does a lower roll or swing, or a worse no deal. */
Test(vote, quota_and_chance_are_monotone)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 300; trial++) {
        struct vote_bloc bloc[5];
        rng_open(r, STREAM_TESTS, trial);
        struct vote vote = random_vote(r, 6, bloc), easier = vote;
        roll(r, &vote, bloc);
        easier.swing = vote.swing;
        easier.quota -= vote.quota > 1;
        const double least = vote_threshold(&vote);
        cr_assert_leq(vote_threshold(&easier), least + 1e-9);
        vote.swing = (1 + vote.swing) / 2;
        cr_assert_leq(vote_threshold(&vote), least + 1e-9);
        vote.swing = easier.swing;
        bloc[0].roll = (1 + bloc[0].roll) / 2;
        const double luckier = vote_threshold(&vote);
        cr_assert_leq(luckier, least + 1e-9);
        bloc[0].least -= 0.1;
        cr_assert_leq(vote_threshold(&vote), luckier + 1e-9);
    }
    gsl_rng_free(r);
}

/* Order statistics by sums and by quadrature against GSL's beta distribution, from which it gets
 * its digits up to 1000; quantiles by putting them in again. */
Test(order, chances_and_quantiles)
{
    static const size_t n[] = { 1, 2, 5, 38, 127, 300, 1000 };

    for (size_t i = 0; i < COUNT_OF(n); i++)
        for (size_t k = 1; k <= n[i]; k += 1 + n[i] / 7) {
            const double a = (double)k, b = (double)(n[i] - k + 1);
            for (double z = -6; z < 6; z += 0.37) {
                const double y = log(a / b) + z / sqrt(a * b / (a + b)), x = 1 / (1 + exp(-y));
                const struct order_chance got = order_at(n[i], k, y);
                const double below = gsl_cdf_beta_P(x, a, b), above = gsl_cdf_beta_Q(x, a, b);
                cr_assert_float_eq(got.below, below, 1e-10 * below, "%zu of %zu: %g", k, n[i], y);
                cr_assert_float_eq(got.above, above, 1e-10 * above, "%zu of %zu: %g", k, n[i], y);
            }
            for (double p = 1e-6; p < 1; p += 0.0371) {
                const double y = quantile(n[i], k, p);
                const struct order_chance there = order_at(n[i], k, y);
                cr_assert_float_eq(there.below, p, 1e-8 * there.density + 1e-15);
                const struct order_chance next = order_next(n[i], k, y, &there);
                const struct order_chance same = order_at(n[i], k < n[i] ? k + 1 : k, y);
                if (k < n[i]) {
                    cr_assert_float_eq(next.below, same.below, 1e-10, "%zu of %zu at %g: %g, %g", k,
                                       n[i], y, next.below, same.below);
                    cr_assert_float_eq(next.above, same.above, 1e-10);
                    cr_assert_float_eq(next.density, same.density, 1e-10 * same.density);
                }
            }
        }
}

/* Of 25,000 to 10^6, by 40-digit quadrature of the density (mpmath). */
Test(order, of_very_many)
{
    static const struct {
        size_t n, k;
        double y, below;
    } cases[] = { { 25000, 7500, -0.86, 0.180463403241606 },
                  { 250000, 75000, -0.848, 0.436841634495545 },
                  { 1000000, 500000, 0.003, 0.933322231353147 },
                  { 1000000, 1000, -6.9, 0.588733886888839 } };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct order_chance c = order_at(cases[i].n, cases[i].k, cases[i].y);
        cr_assert_float_eq(c.below, cases[i].below, 1e-10);
        cr_assert_float_eq(c.above, 1 - cases[i].below, 1e-10);
        cr_assert_float_eq(quantile(cases[i].n, cases[i].k, cases[i].below), cases[i].y, 1e-8);
    }
}

/* Where the density underflows all of it lies on one side, and a search may begin there.  The
 * median of 2 m - 1 is 0, by symmetry. */
Test(order, far_out_is_0_or_1)
{
    static const double far[] = { 36, 740, 800, 1e6 };

    for (size_t i = 0; i < COUNT_OF(far); i++) {
        const struct order_chance low = order_at(999, 500, -far[i]);
        const struct order_chance high = order_at(999, 500, far[i]);
        cr_assert(low.below == 0 && low.above == 1 && low.density == 0, "%g", -far[i]);
        cr_assert(high.below == 1 && high.above == 0 && high.density == 0, "%g", far[i]);
        cr_assert_float_eq(order_quantile(999, 500, 0.5, -far[i], low), 0, 1e-8);
        cr_assert_float_eq(order_quantile(999, 500, 0.5, far[i], high), 0, 1e-8);
    }
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
    struct appraisal appraisal;
    double least;

    cr_assert_eq(appraisal_init(&appraisal, &s, &err), OK);
    draw_mean(&s, appraisal.theta);
    appraisal_fill(&appraisal);
    least = appraisal_least(&appraisal, 0, 1);
    appraisal_release(&appraisal);
    scenario_release(&s);
    return least;
}

/* By hand: the most that any body asks for; the quota's seat decides; a partner that leaves costs
 * as much more as it takes, unless the deal suits it. */
Test(consent, least_surplus_by_hand)
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
Test(consent, more_veto_holders_never_ask_for_less)
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
