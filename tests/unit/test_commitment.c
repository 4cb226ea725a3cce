/* test_commitment.c - promises one after another: the worked example, its variants, and their kin
 */
#include "commitment.h"
#include "kit.h"
#include "rng.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { H, S, STEPS = 6 };

/* theory.md 4.2: H holds hostages, L from 10 to 0; S holds ground and prisoners, M from 10 to 0;
 * the order is H1 S1 H2 S2 H3 S3.  W_H = w_H + 0.8 L - 0.4 M, W_S = 6 - 0.6 L + 0.2 M. */
struct example {
    size_t actor[STEPS];
    double gain[COMMITMENT_ROWS(STEPS) * 2], fall[COMMITMENT_ROWS(STEPS) * 2], discount[STEPS * 2],
        shock[STEPS];
    double nothing[COMMITMENT_ROWS(STEPS) * 2]; /* of each package's own */
    double penalty[STEPS], relief[STEPS], noise[STEPS], keeps_word[2], lasts[2];
    struct commitment commitment;
    struct commitment_stock stock;
};

static void make_example(struct example *e, double w_h, double guarantee)
{
    static const double hostages[] = { 4, 3, 3 }, ground[] = { 2, 3, 5 };
    static const double benefit_s[] = { 2, 1.5, 1.5 }, benefit_h[] = { 2, 2, 3 };
    static const double cost_s[] = { 1, 1, 2 }, cost_h[] = { 0.3, 0.3, 0.3 };
    double left_l = 10, left_m = 10;

    *e = (struct example){ .lasts = { 1, 1 } };
    for (size_t n = 0; n < COMMITMENT_ROWS(STEPS); n++) {
        e->fall[n * 2 + H] = w_h + 0.8 * left_l - 0.4 * left_m;
        e->fall[n * 2 + S] = 6 - 0.6 * left_l + 0.2 * left_m;
        if (n >= STEPS)
            continue;
        bool by_h = n % 2 == 0;
        e->actor[n] = by_h ? H : S;
        e->gain[n * 2 + H] = by_h ? -cost_h[n / 2] : benefit_h[n / 2];
        e->gain[n * 2 + S] = by_h ? benefit_s[n / 2] : -cost_s[n / 2];
        left_l -= by_h ? hostages[n / 2] : 0;
        left_m -= by_h ? 0 : ground[n / 2];
        e->discount[n * 2] = e->discount[n * 2 + 1] = by_h ? 1 : 0.95;
        e->shock[n] = n == 1 || n == 3 ? 0.1 : 0;
        e->penalty[n] = by_h ? 1 : guarantee;
    }
    e->gain[(STEPS + 1) * 2 + H] = 4; /* the terminal values */
    e->gain[(STEPS + 1) * 2 + S] = 5;
    e->commitment = (struct commitment){ .n_step = STEPS,
                                         .n_veto = 2,
                                         .actor = e->actor,
                                         .discount = e->discount,
                                         .shock = e->shock,
                                         .penalty = e->penalty,
                                         .relief = e->relief,
                                         .noise = e->noise,
                                         .keeps_word = e->keeps_word,
                                         .tie = 1e-9 };
    e->stock =
        (struct commitment_stock){ 1, 1, e->gain, e->fall, e->nothing, e->nothing, e->lasts };
}

/* By phase: H's and S's turns both performed, and no shock before. */
static void phases_of(const struct example *e, const double performs[], double out[3])
{
    double reach = 1;

    for (size_t n = 0; n < STEPS; n++) {
        reach *= performs[n];
        if (n % 2 == 1)
            out[n / 2] = reach;
        reach *= 1 - e->shock[n];
    }
}

/* phased_G0, _G17, _G3, _G5: values, what each actor does, phases, hostages home. */
Test(commitment, worked_example)
{
    static const struct {
        const char *id;
        double guarantee;
    } cases[] = {
        { "phased_G0", 0 }, { "phased_G17", 1.7 }, { "phased_G3", 3 }, { "phased_G5", 5 }
    };
    static const double hostages[] = { 4, 3, 3 };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        json_t *v = kit_vector(cases[i].id);
        double value[2], complete, performs[STEPS], margin[STEPS], phase[3], home = 0, reach = 1;
        struct example e;
        char path[80];
        make_example(&e, -2, cases[i].guarantee);
        commitment_follow(&e.commitment, &e.stock, value, &complete, performs, margin);
        for (size_t j = 0; j < 2; j++) {
            snprintf(path, sizeof path, "expected.V.%zu", j);
            cr_assert_float_eq(value[j], kit_number(v, path), 1e-9, "%s", cases[i].id);
        }
        for (size_t n = 0; n < STEPS; n++) {
            snprintf(path, sizeof path, "expected.nodes.%zu.q", n);
            cr_assert_eq(performs[n], kit_number(v, path), "%s step %zu", cases[i].id, n);
            snprintf(path, sizeof path, "expected.nodes.%zu.need", n);
            cr_assert_float_eq(fmax(0, -margin[n]), kit_number(v, path), 1e-9);
            snprintf(path, sizeof path, "expected.nodes.%zu.reach", n);
            cr_assert_float_eq(reach, kit_number(v, path), 1e-12);
            home += n % 2 == 0 ? hostages[n / 2] * reach * performs[n] : 0;
            reach *= performs[n] * (1 - e.shock[n]);
        }
        phases_of(&e, performs, phase);
        for (size_t k = 0; k < 3; k++) {
            snprintf(path, sizeof path, "expected.prob_complete_phase.%zu", k);
            cr_assert_float_eq(phase[k], kit_number(v, path), 1e-12);
        }
        cr_assert_float_eq(complete, phase[2], 1e-12);
        cr_assert_float_eq(home, kit_number(v, "expected.expected_hostage_units"), 1e-9);
    }
}

/* phased_thresholds: the smallest penalty on S for 1, 2, 3 phases, by halving. */
Test(commitment, smallest_guarantee)
{
    static const char *const keys[] = { "expected.G_phase1", "expected.G_phase2",
                                        "expected.G_all" };
    json_t *v = kit_vector("phased_thresholds");

    for (size_t k = 0; k < 3; k++) {
        double low = 0, high = 10;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2, value[2], performs[STEPS], phase[3];
            struct example e;
            make_example(&e, -2, middle);
            commitment_follow(&e.commitment, &e.stock, value, NULL, performs, NULL);
            phases_of(&e, performs, phase);
            *(phase[k] > 0 ? &high : &low) = middle;
        }
        cr_assert_float_eq(high, kit_number(v, keys[k]), 1e-6);
    }
}

/* phased_guarantee_profile: what is needed at each step when all later ones are performed. */
Test(commitment, guarantee_profile)
{
    static const char *const keys[] = { "H1", "S1", "H2", "S2", "H3", "S3" };
    json_t *v = kit_vector("phased_guarantee_profile");
    double value[2], margin[STEPS];
    struct example e;

    make_example(&e, -2, 1e100);
    commitment_follow(&e.commitment, &e.stock, value, NULL, NULL, margin);
    for (size_t n = 0; n < STEPS; n++) {
        char path[80];
        snprintf(path, sizeof path, "expected.need.%s", keys[n]);
        cr_assert_float_eq(fmax(0, -margin[n]), kit_number(v, path), 1e-9);
    }
}

/* phased_ripeness: with a guarantee of 3, a war worse for H everywhere. */
Test(commitment, ripeness_barely_helps)
{
    json_t *v = kit_vector("phased_ripeness");

    for (size_t i = 0; i < 4; i++) {
        double value[2];
        struct example e;
        char path[80];
        snprintf(path, sizeof path, "expected.rows.%zu.w_H", i);
        make_example(&e, kit_number(v, path), 3);
        commitment_follow(&e.commitment, &e.stock, value, NULL, NULL, NULL);
        snprintf(path, sizeof path, "expected.rows.%zu.V_H", i);
        cr_assert_float_eq(value[H], kit_number(v, path), 1e-9);
        snprintf(path, sizeof path, "expected.rows.%zu.R_H", i);
        cr_assert_float_eq(e.fall[H], kit_number(v, path), 1e-9);
    }
}

static void check_noisy(json_t *v, struct example *e)
{
    static const char *const keys[] = { "H1", "S1", "H2", "S2", "H3", "S3" };
    double value[2], performs[STEPS], phase[3];
    char path[80];

    commitment_follow(&e->commitment, &e->stock, value, NULL, performs, NULL);
    phases_of(e, performs, phase);
    for (size_t n = 0; n < STEPS; n++) {
        snprintf(path, sizeof path, "expected.q.%s", keys[n]);
        cr_assert_float_eq(performs[n], kit_number(v, path), 1e-6);
    }
    for (size_t k = 0; k < 3; k++) {
        snprintf(path, sizeof path, "expected.prob_complete_phase.%zu", k);
        cr_assert_float_eq(phase[k], kit_number(v, path), 1e-6);
    }
    cr_assert_float_eq(value[H], kit_number(v, "expected.V.0"), 1e-6);
    cr_assert_float_eq(value[S], kit_number(v, "expected.V.1"), 1e-6);
}

/* phased_logit_05; phased_qre_G0 and _G5 (from gambit-logit): there the noise of a step is
 * 1 / (lambda D), with D what has been discounted before it. */
Test(commitment, noisy_choices)
{
    static const struct {
        const char *id;
        double guarantee;
    } qre[] = { { "phased_qre_G0", 0 }, { "phased_qre_G5", 5 } };
    json_t *v = kit_vector("phased_logit_05");
    struct example e;

    make_example(&e, -2, kit_number(v, "inputs.G"));
    for (size_t n = 0; n < STEPS; n++)
        e.noise[n] = kit_number(v, "inputs.sigma");
    check_noisy(v, &e);
    for (size_t i = 0; i < COUNT_OF(qre); i++) {
        v = kit_vector(qre[i].id);
        make_example(&e, -2, qre[i].guarantee);
        for (size_t n = 0; n < STEPS; n++)
            e.noise[n] = 1 / (kit_number(v, "inputs.lam") * pow(0.95, (double)(n / 2)));
        check_noisy(v, &e);
    }
}

/* phased_trust_threshold: S keeps its word with probability theta, else it faces a guarantee of 3;
 * the least theta with which H signs (V_H >= 2), and with which it goes on at H3. */
Test(commitment, trust)
{
    static const char *const thetas[] = { "0.2", "0.5", "1" };
    json_t *v = kit_vector("phased_trust_threshold");
    double value[2], performs[STEPS];
    struct example e;

    make_example(&e, -2, 3);
    for (size_t i = 0; i < 3; i++) {
        json_t *expected = json_object_get(json_object_get(v, "expected"), "V_H_at_theta");
        e.keeps_word[S] = strtod(thetas[i], NULL);
        commitment_follow(&e.commitment, &e.stock, value, NULL, performs, NULL);
        cr_assert_float_eq(value[H], json_number_value(json_object_get(expected, thetas[i])), 1e-9);
        cr_assert_float_eq(performs[5], e.keeps_word[S],
                           1e-12); /* S3: the second kind breaks off */
    }
    for (int what = 0; what < 2; what++) {
        double low = 0, high = 1;
        while (high - low > 1e-10) {
            e.keeps_word[S] = (low + high) / 2;
            commitment_follow(&e.commitment, &e.stock, value, NULL, performs, NULL);
            bool enough = what == 0 ? value[H] >= e.fall[H] : performs[4] == 1;
            *(enough ? &high : &low) = e.keeps_word[S];
        }
        cr_assert_float_eq(
            high, kit_number(v, what == 0 ? "expected.theta_sign" : "expected.theta_continue_H3"),
            1e-6);
    }
}

/* Random chains: a higher penalty at one step never lowers the chance that it is performed. */
Test(commitment, a_higher_penalty_never_lowers_the_chance_of_its_step)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 2000; trial++) {
        struct example e;
        double value[2], before[STEPS], after[STEPS];
        rng_open(r, STREAM_TESTS, trial);
        make_example(&e, -2, 4 * gsl_rng_uniform(r));
        for (size_t i = 0; i < COUNT_OF(e.gain); i++) {
            e.gain[i] += 2 * gsl_rng_uniform(r) - 1;
            e.fall[i] += 2 * gsl_rng_uniform(r) - 1;
        }
        for (size_t n = 0; trial % 3 == 1 && n < STEPS; n++)
            e.noise[n] = gsl_rng_uniform(r);
        if (trial % 3 == 2)
            e.keeps_word[trial % 2] = gsl_rng_uniform(r);
        size_t step = gsl_rng_uniform_int(r, STEPS);
        commitment_follow(&e.commitment, &e.stock, value, NULL, before, NULL);
        e.penalty[step] += 2 * gsl_rng_uniform(r);
        commitment_follow(&e.commitment, &e.stock, value, NULL, after, NULL);
        cr_assert_geq(after[step], before[step], "trial %lu", (unsigned long)trial);
    }
    gsl_rng_free(r);
}

/* The recursion of commitment.h for known kinds, written plainly. */
static void plainly(const struct commitment *c, const struct commitment_stock *s, double value[])
{
    const size_t m = c->n_veto;

    for (size_t j = 0; j < m; j++)
        value[j] =
            s->gain[(c->n_step + 1) * m + j] + (1 - s->lasts[j]) * s->fall[(c->n_step + 1) * m + j];
    for (size_t n = c->n_step; n-- > 0;) {
        const size_t a = c->actor[n];
        double x[4], q;
        for (size_t j = 0; j < m; j++)
            x[j] = s->gain[n * m + j] +
                   c->discount[n * m + j] *
                       ((1 - c->shock[n]) * value[j] + c->shock[n] * s->fall[(n + 1) * m + j]);
        double over = x[a] - (s->fall[n * m + a] - c->penalty[n]);
        q = c->noise[n] > 0 ? 1 / (1 + exp(-over / c->noise[n])) : over >= -c->tie;
        for (size_t j = 0; j < m; j++) {
            double alone = s->fall[n * m + j] + (j == a ? -c->penalty[n] : c->relief[n]);
            value[j] = q * x[j] + (1 - q) * alone;
        }
    }
}

/* Three parties, random amounts, discounts, shocks, compensation, noise: as the plain recursion;
 * and a higher penalty never lowers the chance of its step. */
Test(commitment, three_parties_by_a_plain_recursion)
{
    enum { M = 3, N = 9 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 1000; trial++) {
        double gain[COMMITMENT_ROWS(N) * M], fall[COMMITMENT_ROWS(N) * M],
            none[COMMITMENT_ROWS(N) * M] = { 0 };
        double discount[N * M];
        double shock[N], penalty[N], relief[N], noise[N], known[M] = { 0 }, lasts[M];
        double got[M], want[M], before[N], after[N];
        size_t actor[N];
        rng_open(r, STREAM_TESTS, trial);
        for (size_t i = 0; i < COMMITMENT_ROWS(N) * M; i++) {
            gain[i] = gsl_rng_uniform(r) - 0.5;
            fall[i] = gsl_rng_uniform(r) - 0.5;
        }
        for (size_t n = 0; n < N; n++) {
            actor[n] = gsl_rng_uniform_int(r, M);
            shock[n] = n % 3 == 2 ? 0.3 * gsl_rng_uniform(r) : 0;
            penalty[n] = gsl_rng_uniform(r);
            relief[n] = 0.2 * gsl_rng_uniform(r);
            noise[n] = trial % 2 ? 0.3 * gsl_rng_uniform(r) : 0;
            for (size_t j = 0; j < M; j++)
                discount[n * M + j] = n % 3 == 2 ? 0.9 + 0.1 * gsl_rng_uniform(r) : 1;
        }
        for (size_t j = 0; j < M; j++)
            lasts[j] = gsl_rng_uniform(r);
        const struct commitment commitment = { N,      M,     actor, discount, shock, penalty,
                                               relief, noise, known, 1e-9,     0,     NULL };
        const struct commitment_stock stock = { 1, 1, gain, fall, none, none, lasts };
        commitment_follow(&commitment, &stock, got, NULL, before, NULL);
        plainly(&commitment, &stock, want);
        for (size_t j = 0; j < M; j++)
            cr_assert_float_eq(got[j], want[j], 1e-12, "trial %lu", (unsigned long)trial);
        size_t step = gsl_rng_uniform_int(r, N);
        penalty[step] += gsl_rng_uniform(r);
        commitment_follow(&commitment, &stock, got, NULL, after, NULL);
        cr_assert_geq(after[step], before[step], "trial %lu", (unsigned long)trial);
    }
    gsl_rng_free(r);
}

/* Packages side by side, amounts in two parts, are each solved as alone: to the last bit. */
Test(commitment, side_by_side_is_as_alone)
{
    enum { WIDTH = 37 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    for (uint64_t trial = 0; trial < 60; trial++) {
        double gain_of[COMMITMENT_ROWS(STEPS) * 2 * WIDTH],
            fall_of[COMMITMENT_ROWS(STEPS) * 2 * WIDTH];
        double value[2 * WIDTH], complete[WIDTH], begins[WIDTH], room[8 * 3 * WIDTH + WIDTH];
        struct example e;
        rng_open(r, STREAM_TESTS, trial);
        make_example(&e, -2, 3);
        e.keeps_word[S] = trial % 3 == 1 ? 0.4 : 0;
        e.keeps_word[H] = trial % 6 == 1 ? 0.7 : 0;
        for (size_t n = 0; n < STEPS; n++)
            e.noise[n] = trial % 3 == 2 ? 0.5 : 0;
        for (size_t i = 0; i < COUNT_OF(gain_of); i++) {
            gain_of[i] = 2 * gsl_rng_uniform(r) - 1;
            fall_of[i] = 2 * gsl_rng_uniform(r) - 1;
        }
        struct commitment_stock wide = e.stock;
        wide.width = wide.stride = WIDTH;
        wide.gain_of = gain_of;
        wide.fall_of = fall_of;
        cr_assert_leq(commitment_room(&e.commitment, WIDTH), COUNT_OF(room));
        commitment_solve(&e.commitment, &wide, value, complete, begins, room);
        for (size_t i = 0; i < WIDTH; i++) {
            struct commitment_stock one = wide;
            double alone[2], all, performs[STEPS];
            one.width = 1;
            one.gain_of = gain_of + i;
            one.fall_of = fall_of + i;
            commitment_follow(&e.commitment, &one, alone, &all, performs, NULL);
            cr_assert_eq(performs[0], begins[i], "trial %lu", (unsigned long)trial);
            cr_assert_eq(alone[H], value[i], "trial %lu", (unsigned long)trial);
            cr_assert_eq(alone[S], value[WIDTH + i]);
            cr_assert_eq(all, complete[i]);
        }
    }
    gsl_rng_free(r);
}

/* pi_in_phases: how much of a better no deal is in what the worked example is worth; the slope of
 * H, and by another no deal. */
Test(commitment, pi_in_phases)
{
    static const size_t slope[] = { H };
    json_t *v = kit_vector("pi_in_phases");
    double value[3], moved[2];
    struct example e;

    make_example(&e, -2 + 1e-6, 5);
    commitment_follow(&e.commitment, &e.stock, moved, NULL, NULL, NULL);
    make_example(&e, -2, 5);
    e.commitment.n_slope = 1;
    e.commitment.slope = slope;
    commitment_follow(&e.commitment, &e.stock, value, NULL, NULL, NULL);
    cr_assert_float_eq(value[H], kit_number(v, "expected.V_H"), 1e-9);
    cr_assert_float_eq(value[2], kit_number(v, "expected.T1"), 1e-12);
    cr_assert_float_eq((moved[H] - value[H]) / 1e-6, kit_number(v, "expected.T1"), 1e-6);
}
