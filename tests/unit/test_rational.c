/* test_rational.c - alternating offers against theory */
#include "alternating.h"
#include "kit.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

/* A pie of 1: u1 = x ^ e, u2 = 1 - x; both less the outside option's zero. */
struct pie {
    double e;
};

static bool best_of_pie(const void *of, size_t side, const double needs[], double gain[])
{
    const struct pie *pie = of;
    const double need = needs[1 - side];

    if (need > 1 + 1e-12)
        return false;
    gain[side] = side == 0 ? pow(1 - need, pie->e) : 1 - pow(need, 1 / pie->e);
    gain[1 - side] = need;
    return true;
}

enum { LONG = 20000 };

struct solved {
    double least[2 * (LONG + 1)], stay[2 * (LONG + 1)];
};

/* `first` moves at turn 0; what it asks for then, to itself. */
static double demand(size_t n_turn, size_t first, const double discount[2], const double outside[2],
                     double breakdown, double e, struct solved *solved)
{
    static double delay[LONG], risk[LONG], mover[2 * LONG];
    const struct pie pie = { e };
    const struct bargaining_set set = { best_of_pie, &pie };
    struct alternating game = { .n_side = 2,
                                .n_turn = n_turn,
                                .may_leave = { true, true },
                                .delay = delay,
                                .breakdown = risk,
                                .mover = mover,
                                .discount = { discount[0], discount[1] },
                                .outside = { outside[0], outside[1] } };
    double gain[2] = { 0 };

    for (size_t k = 0; k < n_turn; k++) {
        delay[k] = 1;
        risk[k] = breakdown;
        mover[2 * k + (k + first) % 2] = 1;
        mover[2 * k + (k + first + 1) % 2] = 0;
    }
    alternating_solve(&game, &set, solved->least, solved->stay, NULL);
    best_of_pie(&pie, first, solved->least + 2, gain);
    return gain[first];
}

static double demand_of(json_t *v, size_t first, size_t n_turn)
{
    static struct solved solved;
    const double none[] = { 0, 0 };
    const double discount[] = { kit_number(v, "inputs.delta1"), kit_number(v, "inputs.delta2") };

    return demand(n_turn, first, discount, none, 0, 1, &solved);
}

Test(rational, rubinstein)
{
    static const char *const ids[] = { "rubinstein_90_80", "rubinstein_95_95", "rubinstein_99_90" };

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        cr_assert_float_eq(demand_of(v, 0, 1001), kit_number(v, "expected.share1_if_1_first"),
                           1e-6);
        cr_assert_float_eq(demand_of(v, 1, 1001), kit_number(v, "expected.share2_if_2_first"),
                           1e-6);
    }
}

Test(rational, rubinstein_limit)
{
    static struct solved solved;
    json_t *v = kit_vector("rubinstein_limit");
    const double none[] = { 0, 0 };

    for (size_t i = 0; i < 3; i++) {
        char step[40], want[40];
        snprintf(step, sizeof step, "inputs.Delta.%zu", i);
        snprintf(want, sizeof want, "expected.at_Delta.%zu", i);
        const double days = kit_number(v, step);
        const double discount[] = { exp(-kit_number(v, "inputs.r1") * days),
                                    exp(-kit_number(v, "inputs.r2") * days) };
        cr_assert_float_eq(demand(LONG, 0, discount, none, 0, 1, &solved), kit_number(v, want),
                           1e-6);
    }
}

Test(rational, rubinstein_concave)
{
    static struct solved solved;
    json_t *v = kit_vector("rubinstein_concave");
    const double none[] = { 0, 0 }, e = kit_number(v, "inputs.e");
    const double discount[] = { kit_number(v, "inputs.delta1"), kit_number(v, "inputs.delta2") };

    /* gains are utilities: shares are x = u1 ^ (1 / e) */
    cr_assert_float_eq(pow(demand(1001, 0, discount, none, 0, e, &solved), 1 / e),
                       kit_number(v, "expected.share1_if_1_first"), 1e-6);
    cr_assert_float_eq(1 - demand(1001, 1, discount, none, 0, e, &solved),
                       kit_number(v, "expected.offer_share1_if_2_first"), 1e-6);
}

Test(rational, outside)
{
    static const char *const ids[] = { "outside_none", "outside_2", "outside_sym" };
    static struct solved solved;

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        const double discount[] = { kit_number(v, "inputs.delta1"),
                                    kit_number(v, "inputs.delta2") };
        const double outside[] = { kit_number(v, "inputs.w1"), kit_number(v, "inputs.w2") };
        cr_assert_float_eq(demand(1001, 0, discount, outside, 0, 1, &solved),
                           kit_number(v, "expected.x1"), 1e-6, "%s", ids[i]);
        cr_assert_float_eq(demand(1001, 1, discount, outside, 0, 1, &solved),
                           kit_number(v, "expected.x2"), 1e-6, "%s", ids[i]);
    }
}

/* Gains are over what breakdown, or fighting for ever, is worth (b, I): the pie that is left is
 * 1 - b1 - b2, and what a party gets is b_i plus its share of it. */
static double of_the_rest(double demanded, double own, double other)
{
    return own + demanded * (1 - own - other);
}

Test(rational, breakdown)
{
    static const char *const ids[] = { "breakdown_nodisc", "breakdown_smallp" };
    static struct solved solved;
    const double none[] = { 0, 0 };

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        const double discount[] = { kit_number(v, "inputs.delta1"),
                                    kit_number(v, "inputs.delta2") };
        const double p = kit_number(v, "inputs.p"), b1 = kit_number(v, "inputs.b1"),
                     b2 = kit_number(v, "inputs.b2");
        cr_assert_float_eq(of_the_rest(demand(LONG, 0, discount, none, p, 1, &solved), b1, b2),
                           kit_number(v, "expected.x1"), 1e-6, "%s", ids[i]);
        cr_assert_float_eq(of_the_rest(demand(LONG, 1, discount, none, p, 1, &solved), b2, b1),
                           kit_number(v, "expected.x2"), 1e-6, "%s", ids[i]);
    }
}

Test(rational, inside)
{
    static const char *const ids[] = { "inside_1", "inside_3" };

    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        const double i1 = kit_number(v, "inputs.I1"), i2 = kit_number(v, "inputs.I2");
        cr_assert_float_eq(of_the_rest(demand_of(v, 0, 2001), i1, i2), kit_number(v, "expected.x1"),
                           1e-6, "%s", ids[i]);
        cr_assert_float_eq(of_the_rest(demand_of(v, 1, 2001), i2, i1), kit_number(v, "expected.x2"),
                           1e-6, "%s", ids[i]);
    }
}

Test(rational, stahl_90_80)
{
    json_t *v = kit_vector("stahl_90_80");

    for (size_t n = 1; n <= 10; n++) {
        char want[40];
        snprintf(want, sizeof want, "expected.share1.%zu", n - 1);
        cr_assert_float_eq(demand_of(v, 0, n), kit_number(v, want), 1e-6, "T = %zu", n);
    }
}

Test(rational, random_proposer)
{
    static struct solved solved;
    static double delay[LONG], risk[LONG], mover[2 * LONG];
    json_t *v = kit_vector("random_proposer");
    const double delta = kit_number(v, "inputs.delta");
    const struct pie pie = { 1 };
    const struct bargaining_set set = { best_of_pie, &pie };
    const struct alternating game = { .n_side = 2,
                                      .n_turn = 1000,
                                      .may_leave = { true, true },
                                      .delay = delay,
                                      .breakdown = risk,
                                      .mover = mover,
                                      .discount = { delta, delta } };

    for (size_t k = 0; k < 1000; k++) {
        delay[k] = 1;
        mover[2 * k] = kit_number(v, "inputs.pi1");
        mover[2 * k + 1] = 1 - mover[2 * k];
    }
    alternating_solve(&game, &set, solved.least, solved.stay, NULL);
    /* `stay` is what the turn is worth before its offer is answered, a day later */
    cr_assert_float_eq(solved.stay[0] / delta, kit_number(v, "expected.v1"), 1e-6);
    cr_assert_float_eq(solved.stay[1] / delta, kit_number(v, "expected.v2"), 1e-6);
    cr_assert_float_eq(1 - solved.least[2 + 1], kit_number(v, "expected.offer_1_keeps"), 1e-6);
    cr_assert_float_eq(1 - solved.least[2 + 0], kit_number(v, "expected.offer_2_keeps"), 1e-6);
}

/* A pie of 1 among n, of which an offer needs as many as `quota`, and whoever has a veto.  The
 * proposer buys the cheapest who are enough; of several such it takes each as often. */
struct shared_pie {
    size_t n, quota;
    unsigned vetoes;
};

static double price_of(const struct shared_pie *pie, unsigned coalition, size_t side,
                       const double need[])
{
    double sum = 0;

    for (size_t i = 0; i < pie->n; i++)
        sum += (coalition >> i & 1) && i != side ? need[i] : 0;
    return sum;
}

static bool is_enough(const struct shared_pie *pie, unsigned coalition, size_t side)
{
    return (coalition >> side & 1) && (size_t)__builtin_popcount(coalition) == pie->quota &&
           (pie->vetoes & ~coalition) == 0;
}

static bool best_of_shared_pie(const void *of, size_t side, const double need[], double gain[])
{
    const struct shared_pie *pie = of;
    double cheapest = INFINITY, all = 0;

    for (unsigned c = 0; c < 1u << pie->n; c++)
        if (is_enough(pie, c, side))
            cheapest = fmin(cheapest, price_of(pie, c, side, need));
    for (size_t i = 0; i < pie->n; i++)
        gain[i] = 0;
    for (unsigned c = 0; c < 1u << pie->n; c++) {
        if (!is_enough(pie, c, side) || price_of(pie, c, side, need) > cheapest + 1e-12)
            continue;
        all++;
        for (size_t i = 0; i < pie->n; i++)
            gain[i] += (c >> i & 1) && i != side ? need[i] : 0;
        gain[side] += 1 - cheapest;
    }
    for (size_t i = 0; i < pie->n; i++)
        gain[i] /= all;
    return cheapest <= 1 + 1e-12;
}

enum { MANY = 5 };

struct shared {
    double least[MANY * (LONG + 1)], stay[MANY * (LONG + 1)];
};

/* Offers that all answer at once, each a period after the one before.  recognition NULL: in turn,
 * `first` first. */
static void share(const struct shared_pie *pie, size_t n_turn, size_t first,
                  const double discount[], const double recognition[], struct shared *shared)
{
    static double delay[LONG], risk[LONG], mover[MANY * LONG];
    const struct bargaining_set set = { best_of_shared_pie, pie };
    struct alternating game = { .n_side = pie->n,
                                .n_turn = n_turn,
                                .at_once = true,
                                .delay = delay,
                                .breakdown = risk,
                                .mover = mover };

    for (size_t i = 0; i < pie->n; i++)
        game.discount[i] = discount[i];
    for (size_t k = 0; k < n_turn; k++) {
        delay[k] = 1;
        for (size_t i = 0; i < pie->n; i++)
            mover[pie->n * k + i] = recognition ? recognition[i] : (k + first) % pie->n == i;
    }
    alternating_solve(&game, &set, shared->least, shared->stay, NULL);
}

/* n numbers of a vector, or n times the one. */
static void numbers(json_t *v, const char *path, size_t n, double number[])
{
    json_t *at = kit_at(v, path);

    for (size_t i = 0; i < n; i++)
        number[i] = json_number_value(json_is_array(at) ? json_array_get(at, i) : at);
}

static void check_shares(const char *id, size_t n, const char *path, size_t first, size_t n_turn)
{
    static struct shared shared;
    json_t *v = kit_vector(id);
    const struct shared_pie pie = { .n = n, .quota = n };
    double discount[MANY], gain[MANY], want[MANY];

    numbers(v, "inputs.delta", n, discount);
    numbers(v, path, n, want);
    share(&pie, n_turn, first, discount, NULL, &shared);
    best_of_shared_pie(&pie, first, shared.least + n, gain);
    for (size_t i = 0; i < n; i++)
        cr_assert_float_eq(gain[i], want[i], 1e-9, "%s: side %zu", id, i);
}

/* Row i of the unequal vector: everybody's share when i proposes. */
Test(rational, rubinstein_of_many)
{
    check_shares("rubinstein_n3_equal", 3, "expected.shares", 0, 2000);
    check_shares("rubinstein_n5_equal", 5, "expected.shares", 0, 2000);
    check_shares("rubinstein_n3_unequal", 3, "expected.shares.0", 0, 3000);
    check_shares("rubinstein_n3_unequal", 3, "expected.shares.1", 1, 3000);
    check_shares("rubinstein_n3_unequal", 3, "expected.shares.2", 2, 3000);
}

Test(rational, stahl_n3)
{
    for (size_t n_turn = 1; n_turn <= 9; n_turn++) {
        char path[40];
        snprintf(path, sizeof path, "expected.shares.%zu", n_turn - 1);
        check_shares("stahl_n3", 3, path, 0, n_turn);
    }
}

/* What each keeps when it proposes at the first turn. */
static void keeps(const struct shared_pie *pie, const struct shared *shared, double kept[])
{
    double gain[MANY];

    for (size_t i = 0; i < pie->n; i++) {
        best_of_shared_pie(pie, i, shared->least + pie->n, gain);
        kept[i] = gain[i];
    }
}

Test(rational, random_proposer_unanimity_n3)
{
    static struct shared shared;
    json_t *v = kit_vector("random_proposer_unanimity_n3");
    const struct shared_pie pie = { .n = 3, .quota = 3 };
    double discount[3], recognition[3], value[3], want[3], kept[3];

    numbers(v, "inputs.delta", 3, discount);
    numbers(v, "inputs.recognition", 3, recognition);
    numbers(v, "expected.values", 3, value);
    numbers(v, "expected.proposer_keeps", 3, want);
    share(&pie, 5000, 0, discount, recognition, &shared);
    keeps(&pie, &shared, kept);
    for (size_t i = 0; i < 3; i++) {
        cr_assert_float_eq(shared.stay[i], value[i], 1e-9, "side %zu", i);
        cr_assert_float_eq(kept[i], want[i], 1e-9, "side %zu", i);
    }
}

Test(rational, by_majority)
{
    static const char *const ids[] = { "bf_n3_q2", "bf_n5_q3" };
    static struct shared shared;

    for (size_t k = 0; k < COUNT_OF(ids); k++) {
        json_t *v = kit_vector(ids[k]);
        const size_t n = (size_t)kit_number(v, "inputs.n");
        const struct shared_pie pie = { .n = n, .quota = (size_t)kit_number(v, "inputs.q") };
        double discount[MANY], kept[MANY], equal[MANY];
        numbers(v, "inputs.delta", n, discount);
        for (size_t i = 0; i < n; i++)
            equal[i] = 1 / (double)n;
        share(&pie, 100, 0, discount, equal, &shared);
        keeps(&pie, &shared, kept);
        for (size_t i = 0; i < n; i++) {
            cr_assert_float_eq(kept[i], kit_number(v, "expected.proposer"), 1e-9, "%s", ids[k]);
            cr_assert_float_eq(shared.least[n + i], kit_number(v, "expected.partner"), 1e-9);
            cr_assert_float_eq(shared.stay[i], kit_number(v, "expected.ex_ante"), 1e-9);
        }
    }
}

Test(rational, by_majority_with_a_veto)
{
    static struct shared shared;
    json_t *v = kit_vector("bf_n3_veto");
    const struct shared_pie pie = { .n = 3, .quota = 2, .vetoes = 1 };
    const double equal[] = { 1.0 / 3, 1.0 / 3, 1.0 / 3 };
    double discount[3], value[3], kept[3];

    numbers(v, "inputs.delta", 3, discount);
    numbers(v, "expected.values", 3, value);
    share(&pie, 1000, 0, discount, equal, &shared);
    keeps(&pie, &shared, kept);
    for (size_t i = 0; i < 3; i++) {
        cr_assert_float_eq(shared.stay[i], value[i], 1e-9);
        cr_assert_float_eq(
            kept[i], kit_number(v, i == 0 ? "expected.keeps_1" : "expected.keeps_other"), 1e-9);
    }
}

Test(rational, by_majority_before_a_deadline)
{
    static struct shared shared;
    json_t *v = kit_vector("bf_n3_q2_T");
    const struct shared_pie pie = { .n = 3, .quota = 2 };
    double discount[3], recognition[3], want[3], value[3], kept[3];

    numbers(v, "inputs.delta", 3, discount);
    numbers(v, "inputs.recognition", 3, recognition);
    for (size_t t = 0; t < 3; t++) {
        char path[40];
        snprintf(path, sizeof path, "expected.values.%zu", t);
        numbers(v, path, 3, value);
        snprintf(path, sizeof path, "expected.proposer_keeps.%zu", t);
        numbers(v, path, 3, want);
        share(&pie, t + 1, 0, discount, recognition, &shared);
        keeps(&pie, &shared, kept);
        for (size_t i = 0; i < 3; i++) {
            cr_assert_float_eq(shared.stay[i], value[i], 1e-9, "T = %zu", t + 1);
            cr_assert_float_eq(kept[i], want[i], 1e-9, "T = %zu", t + 1);
        }
    }
}
