/* test_promise.c - one promise, and tranches of one, against theory */
#include "commitment.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* One step of one actor, who gets `perform` by it and `not` without. */
static double one_step(double perform, double not, double penalty, double *margin)
{
    const size_t actor[] = { 0 };
    const double one[] = { 1 }, zero[COMMITMENT_ROWS(1)] = { 0 };
    const double gain[COMMITMENT_ROWS(1)] = { perform }, fall[COMMITMENT_ROWS(1)] = { not };
    const struct commitment commitment = { 1,    1,    actor, one,  zero, &penalty,
                                           zero, zero, zero,  1e-9, 0,    NULL };
    const struct commitment_stock stock = { 1, 1, gain, fall, zero, zero, one };
    double value, performs;

    commitment_follow(&commitment, &stock, &value, NULL, &performs, margin);
    return performs;
}

/* walter_guarantee: comply for C or renege for D with a guarantor who acts with chance gamma. */
Test(promise, walter_guarantee)
{
    json_t *v = kit_vector("walter_guarantee");

    for (size_t i = 0; i < 3; i++) {
        char path[80];
        double input[3], margin;
        for (size_t k = 0; k < 3; k++) {
            snprintf(path, sizeof path, "inputs.cases.%zu.%zu", i, k);
            input[k] = kit_number(v, path);
        }
        one_step(input[0], input[1], 0, &margin);
        snprintf(path, sizeof path, "expected.g.%zu", i);
        double g = fmax(0, -margin) / input[2];
        cr_assert_float_eq(g, kit_number(v, path), 1e-9);
        cr_assert_eq(one_step(input[0], input[1], input[2] * g, &margin), 1);
        if (g > 0)
            cr_assert_eq(one_step(input[0], input[1], input[2] * (g - 1e-6), &margin), 0);
    }
}

/* powell_*: a party that will be weaker tomorrow does not fight today when what is left of the pie
 * after what the other must be given tomorrow is worth more than fighting: one step, a flow of 1
 * now and delta (B - M1 next) after it, against M2 now. */
Test(promise, powell)
{
    static const char *const ids[] = { "powell_peace", "powell_war", "powell_highcost" };

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        double delta = kit_number(v, "inputs.delta"),
               kept = 1 - kit_number(v, "inputs.destruction");
        double p = kit_number(v, "inputs.p"), pie = 1 / (1 - delta), margin;
        double next = kit_number(v, "inputs.p_next"), now = kept * (1 - p) * pie;
        bool peace = one_step(1 + delta * (pie - kept * next * pie), now, 0, &margin) == 1;
        cr_assert_float_eq(now, kit_number(v, "expected.M2_now"), 1e-9);
        cr_assert_eq(peace, json_is_false(json_object_get(json_object_get(v, "expected"), "war")));
        double low = 0, high = 1;
        while (high - low > 1e-9) {
            next = (low + high) / 2;
            *(one_step(1 + delta * (pie - kept * next * pie), now, 0, &margin) == 1 ? &low
                                                                                    : &high) = next;
        }
        cr_assert_float_eq(low, kit_number(v, "expected.max_p_next"), 1e-6, "%s", ids[i]);
    }
}

/* A giver and a payer by turns, tranche after tranche: the payer gets b q and then pays mu q at a
 * cost of kappa each; default ends it.  The giver cannot break off.  1 and 0 are givers and
 * payers. */
struct tranches {
    size_t n, actor[2 * 24];
    double gain[COMMITMENT_ROWS(2 * 24) * 2], fall[COMMITMENT_ROWS(2 * 24) * 2],
        discount[2 * 24 * 2];
    double zero[2 * 24], penalty[2 * 24], lasts[2], nothing[COMMITMENT_ROWS(2 * 24) * 2];
    struct commitment commitment;
    struct commitment_stock stock;
};

static void make_tranches(struct tranches *t, size_t n, const double q[], double b, double pay,
                          double delta)
{
    *t = (struct tranches){ .n = n, .lasts = { 1, 1 } };
    for (size_t k = 0; k < n; k++) {
        t->actor[2 * k] = 1;
        t->actor[2 * k + 1] = 0;
        t->penalty[2 * k] = 1e100;
        t->gain[2 * k * 2] = b * q[k];
        t->gain[(2 * k + 1) * 2] = -pay * q[k];
        for (size_t j = 0; j < 2; j++) {
            t->discount[2 * k * 2 + j] = 1;
            t->discount[(2 * k + 1) * 2 + j] = delta;
        }
    }
    t->commitment =
        (struct commitment){ 2 * n,   2,       t->actor, t->discount, t->zero, t->penalty,
                             t->zero, t->zero, t->zero,  1e-9,        0,       NULL };
    t->stock =
        (struct commitment_stock){ 1, 1, t->gain, t->fall, t->nothing, t->nothing, t->lasts };
}

/* guarantee_schedule: N equal tranches; the penalty needed at each payment, and the payer's value
 * when all are made. */
Test(promise, guarantee_schedule)
{
    static const char *const sizes[] = { "1", "2", "5", "10" };
    json_t *v = kit_vector("guarantee_schedule");
    json_t *all = json_object_get(json_object_get(v, "expected"), "G");
    const double pay = kit_number(v, "inputs.kappa") * kit_number(v, "inputs.mu");

    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        const size_t n = strtoul(sizes[i], NULL, 10);
        double q[24], value[2], margin[48];
        struct tranches t;
        for (size_t k = 0; k < n; k++)
            q[k] = 1 / (double)n;
        make_tranches(&t, n, q, kit_number(v, "inputs.b"), pay, kit_number(v, "inputs.delta"));
        for (size_t k = 0; k < n; k++)
            t.penalty[2 * k + 1] = 1e100;
        commitment_follow(&t.commitment, &t.stock, value, NULL, NULL, margin);
        for (size_t k = 0; k < n; k++)
            cr_assert_float_eq(fmax(0, -margin[2 * k + 1]),
                               json_number_value(json_array_get(json_object_get(all, sizes[i]), k)),
                               1e-9, "N = %s, %zu", sizes[i], k);
        json_t *first = json_object_get(json_object_get(v, "expected"), "V1");
        cr_assert_float_eq(value[0], json_number_value(json_object_get(first, sizes[i])), 1e-9);
    }
}

/* tranche_*: geometric tranches enforce themselves from rho* on.  24 of them, and what the rest
 * would be worth once the payer has gone on that far: it gains (b - pay) q by each. */
Test(promise, tranches)
{
    static const char *const ids[] = { "tranche_1", "tranche_2" };

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        double b = kit_number(v, "inputs.b"), delta = kit_number(v, "inputs.delta");
        double mu = kit_number(v, "expected.rate_mu"), pay = mu * kit_number(v, "inputs.kappa");
        double rho = kit_number(v, "expected.rho");
        for (int side = -1; side <= 1; side += 2) {
            double at = rho + side * 1e-4, q[24], value[2], complete, rest = 0;
            struct tranches t;
            for (size_t k = 0; k < 24; k++)
                q[k] = (1 - at) * pow(at, (double)k);
            rest = (b - pay) * q[23] * at / (1 - delta * at);
            make_tranches(&t, 24, q, b, pay, delta);
            t.gain[(2 * 24 + 1) * 2] = rest; /* at the end */
            commitment_follow(&t.commitment, &t.stock, value, &complete, NULL, NULL);
            cr_assert_eq(complete, side > 0 ? 1 : 0, "%s %g", ids[i], at);
        }
    }
}

/* spoiler_*: a step that gains B from one who keeps its word and loses L to one who does not is
 * taken from a trust of L / (B + L) on; the posteriors after an attack and after calm are inputs
 * here: how they come about is not modelled. */
Test(promise, spoiler_threshold)
{
    static const char *const ids[] = { "spoiler_strong_moderates", "spoiler_weak_moderates" };
    static const char *const after[][2] = { { "post_attack", "implement_after_attack" },
                                            { "post_calm", "implement_after_calm" } };
    const size_t actor[] = { 0, 1 };
    const double one[4] = { 1, 1, 1, 1 }, zero[COMMITMENT_ROWS(2) * 2] = { 0 };

    for (size_t i = 0; i < COUNT_OF(ids); i++)
        for (size_t k = 0; k < 2; k++) {
            json_t *v = kit_vector(ids[i]), *expected = json_object_get(v, "expected");
            double gain_b = kit_number(v, "inputs.B"), loss = kit_number(v, "inputs.L");
            const double gain[COMMITMENT_ROWS(2) * 2] = { -loss, 1, gain_b + loss, -1 };
            const double fall[COMMITMENT_ROWS(2) * 2] = { 0 };
            double trust[] = { 0, json_number_value(json_object_get(expected, after[k][0])) };
            double value[2], performs[2];
            const struct commitment commitment = { 2,    2,    actor, one,  zero, zero,
                                                   zero, zero, trust, 1e-9, 0,    NULL };
            const struct commitment_stock stock = { 1, 1, gain, fall, zero, zero, one };
            commitment_follow(&commitment, &stock, value, NULL, performs, NULL);
            cr_assert_eq(performs[0] == 1, json_is_true(json_object_get(expected, after[k][1])),
                         "%s", ids[i]);
        }
}

/* What an exchange is worth to H, who gives c first, S then giving g or keeping it: S performs with
 * the chance that it keeps its word, since it gains nothing by performing. */
static double exchange(double c, double g, double word)
{
    enum { H, S, STEPS = 2 };
    const size_t actor[STEPS] = { H, S };
    const double one[STEPS * 2] = { 1, 1, 1, 1 }, zero[COMMITMENT_ROWS(STEPS) * 2] = { 0 };
    const double gain[COMMITMENT_ROWS(STEPS) * 2] = { -c, c, g, -g }, lasts[2] = { 1, 1 };
    const double keeps_word[2] = { 0, word };
    const struct commitment commitment = { .n_step = STEPS,
                                           .n_veto = 2,
                                           .actor = actor,
                                           .discount = one,
                                           .shock = zero,
                                           .penalty = zero,
                                           .relief = zero,
                                           .noise = zero,
                                           .keeps_word = keeps_word,
                                           .tie = 1e-9 };
    const struct commitment_stock stock = { 1, 1, gain, zero, zero, zero, lasts };
    double value[2], performs[STEPS];

    commitment_follow(&commitment, &stock, value, NULL, performs, NULL);
    return value[H];
}

/* word_doubt: H gives only where S is believed enough, from c / g on; how often that is, by a word
 * that is uniform (0, 0.5), or beta (2, 4). */
Test(promise, word_doubt)
{
    json_t *v = kit_vector("word_doubt");
    const double c = kit_number(v, "inputs.c"), g = kit_number(v, "inputs.g");
    double low = 0, high = 1;

    while (high - low > 1e-12) {
        const double word = (low + high) / 2;
        *(exchange(c, g, word) > 0 ? &high : &low) = word;
    }
    cr_assert_float_eq(high, kit_number(v, "expected.threshold"), 1e-8);
    cr_assert_float_eq(1 - high / 0.5, kit_number(v, "expected.accept_uniform"), 1e-7);
    cr_assert_float_eq(gsl_cdf_beta_Q(high, 2, 4), kit_number(v, "expected.accept_beta"), 1e-7);
}
