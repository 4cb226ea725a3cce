/* test_rule.c - decision rules: who wins, how much each member matters, and the counting circuit */
#include "kit.h"
#include "rng.h"
#include "rule.h"
#include "tally.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The threshold of a vector's inputs. */
static struct threshold threshold_of(json_t *vector, const char *seats, const char *quota)
{
    struct threshold t = { .quota = (uint32_t)kit_number(vector, quota) };
    json_t *list = kit_at(vector, seats), *one,
           *veto = json_object_get(kit_at(vector, "inputs"), "veto");
    size_t i;

    json_array_foreach(list, i, one) t.seats[i] = (uint32_t)json_integer_value(one);
    json_array_foreach(veto, i, one) t.vetoes |= UINT64_C(1) << (json_integer_value(one) - 1);
    return t;
}

static void check_power(const char *id, const char *seats, const char *quota, bool has_vetoes)
{
    json_t *vector = kit_vector(id), *swings = kit_at(vector, "expected.swings"),
           *shapley = json_object_get(kit_at(vector, "expected"), "shapley_shubik"), *one;
    struct threshold t = threshold_of(vector, seats, quota);
    struct decision_rule rule = { json_array_size(kit_at(vector, seats)), 1, false, &t };
    struct power power;
    size_t i;

    t.vetoes = has_vetoes ? t.vetoes : 0;
    cr_assert(rule_power(&rule, &power));
    cr_assert_eq(power.winning, kit_number(vector, "expected.winning_coalitions"), "%s", id);
    json_array_foreach(swings, i, one)
        cr_assert_eq(power.swings[i], json_number_value(one), "%s %zu", id, i);
    json_array_foreach(shapley, i, one)
        cr_assert_float_eq(power.shapley_shubik[i], json_number_value(one), 1e-9, "%s %zu", id, i);
    if (json_object_get(kit_at(vector, "expected"), "minimal_winning")) {
        bool all;
        cr_assert_eq(rule_minimal(&rule, 0, NULL, &all),
                     (size_t)kit_number(vector, "expected.minimal_winning"), "%s", id);
        cr_assert(all);
    }
}

/* Vectors of tests/theory_vectors.json; the Security Council is the same game as seats of 7 and 1
 * with a quota of 39. */
Test(rule, power_of_councils)
{
    check_power("power_eec6", "inputs.seats", "inputs.quota", true);
    check_power("power_eec9", "inputs.seats", "inputs.quota", true);
    check_power("power_unsc", "inputs.seats", "inputs.quota", true);
    check_power("power_unsc", "inputs.same_seats", "inputs.same_quota", false);
    check_power("power_nice27_weights", "inputs.seats", "inputs.quota", true);
}

static struct threshold random_threshold(gsl_rng *r, size_t n, size_t most)
{
    struct threshold t = { .quota = 0 };
    size_t seats = 0;

    for (size_t i = 0; i < n; i++) {
        t.seats[i] = (uint32_t)(i == 0 ? 1 : gsl_rng_uniform_int(r, most + 1));
        seats += t.seats[i];
        t.vetoes |= gsl_rng_uniform_int(r, 6) == 0 ? UINT64_C(1) << i : 0;
    }
    t.quota = 1 + (uint32_t)gsl_rng_uniform_int(r, seats);
    return t;
}

/* One threshold counted by generating functions, and as a list of itself twice by a look at all
 * sets, which has nothing of the former. */
Test(rule, power_is_the_same_in_both_ways)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < 60; trial++) {
        rng_open(r, STREAM_TESTS, trial);
        const size_t n = 1 + gsl_rng_uniform_int(r, 10);
        struct threshold t[2] = { random_threshold(r, n, trial % 2 ? 1 : 9) };
        t[1] = t[0];
        struct decision_rule once = { n, 1, false, t }, twice = { n, 2, trial % 3 == 0, t };
        struct power a, b;
        cr_assert(rule_power(&once, &a) && rule_power(&twice, &b));
        cr_assert_eq(a.winning, b.winning);
        double sum = 0;
        for (size_t i = 0; i < n; i++) {
            cr_assert_eq(a.swings[i], b.swings[i], "trial %zu", (size_t)trial);
            cr_assert_float_eq(a.shapley_shubik[i], b.shapley_shubik[i], 1e-12);
            sum += a.shapley_shubik[i];
        }
        cr_assert_float_eq(sum, 1, 1e-12); /* someone is pivotal in every order */
    }
    gsl_rng_free(r);
}

/* Against a look at all sets: those listed are minimal, and all of them. */
Test(rule, minimal_coalitions)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < 60; trial++) {
        rng_open(r, STREAM_TESTS, trial);
        const size_t n = 1 + gsl_rng_uniform_int(r, 9);
        struct threshold t[2] = { random_threshold(r, n, 5), random_threshold(r, n, 5) };
        struct decision_rule rule = { n, 1 + trial % 2, trial % 4 == 1, t };
        uint64_t set[512];
        bool all;
        const size_t found = rule_minimal(&rule, 512, set, &all);
        size_t want = 0;
        for (uint64_t s = 0; s <= rule_everyone(n); s++) {
            bool minimal = rule_passes(&rule, s), listed = false;
            for (size_t i = 0; i < n; i++)
                minimal = minimal && !(s >> i & 1 && rule_passes(&rule, s & ~(UINT64_C(1) << i)));
            for (size_t i = 0; i < found; i++)
                listed = listed || set[i] == s;
            cr_assert_eq(listed, minimal);
            want += minimal;
        }
        cr_assert(all);
        cr_assert_eq(found, want);
    }
    gsl_rng_free(r);
}

/* What a circuit that counts one thing counts: 64 cells, a word of answers a voter. */
static uint64_t run(const struct circuit *c, const uint64_t answers[])
{
    static uint64_t at[60000];
    uint64_t counted = 0;

    for (size_t i = 0; i < c->n_step; i++) {
        const struct circuit_step *s = &c->step[i];
        const uint64_t a = s->act == CIRCUIT_READ ? answers[s->a] : at[s->a];
        const uint64_t b = s->b < c->n_place ? at[s->b] : 0,
                       third = s->c < c->n_place ? at[s->c] : 0;
        switch (s->act) {
        case CIRCUIT_READ:
            at[s->to] = a;
            break;
        case CIRCUIT_AND:
            at[s->to] = a & b;
            break;
        case CIRCUIT_OR:
            at[s->to] = a | b;
            break;
        case CIRCUIT_HALF:
        case CIRCUIT_FULL:
            at[s->to] = a ^ b ^ third;
            at[s->carry] = (a & b) | (a & third) | (b & third);
            break;
        case CIRCUIT_COUNT:
            counted = a;
            break;
        }
    }
    return counted;
}

/* Lists of one or two thresholds, of 1 to 48 members, against threshold_passes: 64 cells each. */
Test(rule, circuit_is_the_plain_loop)
{
    enum { RULES = 20000 };
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    for (uint64_t trial = 0; trial < RULES; trial++) {
        rng_open(r, STREAM_TESTS, trial);
        const size_t n = 1 + gsl_rng_uniform_int(r, trial % 2 ? 4 : TALLY_VETO);
        struct threshold t[2] = { random_threshold(r, n,
                                                   trial % 3 == 0   ? 1
                                                   : trial % 3 == 1 ? 7
                                                                    : 20) };
        t[1] = trial % 5 ? random_threshold(r, n, 12) : t[0];
        struct decision_rule rule = { n, 1 + trial % 2, trial % 4 == 1, t };
        struct circuit c = { .n_step = 0 };
        struct error err = { .code = OK };
        size_t of[TALLY_VETO], passes = 0;
        uint64_t answers[TALLY_VETO];
        for (size_t j = 0; j < n; j++) {
            of[j] = circuit_read(&c, j);
            answers[j] = 0;
            for (size_t b = 0; b < 64; b++)
                answers[j] |= (uint64_t)(gsl_rng_uniform(r) < 0.7) << b;
        }
        for (size_t i = 0; i < rule.n; i++) {
            size_t met = circuit_threshold(&c, n, of, t[i].seats, t[i].quota);
            for (size_t j = 0; j < n; j++)
                met = t[i].vetoes >> j & 1 ? circuit_both(&c, met, of[j]) : met;
            passes = i == 0     ? met
                     : rule.any ? circuit_either(&c, passes, met)
                                : circuit_both(&c, passes, met);
        }
        circuit_count(&c, passes);
        cr_assert_eq(circuit_finish(&c, &err), OK);
        const uint64_t got = run(&c, answers);
        for (size_t b = 0; b < 64; b++) {
            uint64_t yes = 0;
            for (size_t j = 0; j < n; j++)
                yes |= (answers[j] >> b & 1) << j;
            cr_assert_eq(got >> b & 1, rule_passes(&rule, yes), "rule %zu", (size_t)trial);
        }
        circuit_release(&c);
    }
    gsl_rng_free(r);
}
