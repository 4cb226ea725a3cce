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

static bool best_of_pie(const void *of, size_t side, double need, double gain[2])
{
    const struct pie *pie = of;

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
    static double delay[LONG], risk[LONG], mover[LONG];
    const struct pie pie = { e };
    const struct bargaining_set set = { best_of_pie, &pie };
    struct alternating game = { .n_turn = n_turn,
                                .delay = delay,
                                .breakdown = risk,
                                .mover = mover,
                                .discount = { discount[0], discount[1] },
                                .outside = { outside[0], outside[1] } };
    double gain[2] = { 0 };

    for (size_t k = 0; k < n_turn; k++) {
        delay[k] = 1;
        risk[k] = breakdown;
        mover[k] = (k + first) % 2 == 0;
    }
    alternating_solve(&game, &set, solved->least, solved->stay, NULL);
    best_of_pie(&pie, first, solved->least[2 * 1 + 1 - first], gain);
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
    static double delay[LONG], risk[LONG], mover[LONG];
    json_t *v = kit_vector("random_proposer");
    const double delta = kit_number(v, "inputs.delta");
    const struct pie pie = { 1 };
    const struct bargaining_set set = { best_of_pie, &pie };
    const struct alternating game = { .n_turn = 1000,
                                      .delay = delay,
                                      .breakdown = risk,
                                      .mover = mover,
                                      .discount = { delta, delta } };

    for (size_t k = 0; k < 1000; k++) {
        delay[k] = 1;
        mover[k] = kit_number(v, "inputs.pi1");
    }
    alternating_solve(&game, &set, solved.least, solved.stay, NULL);
    /* `stay` is what the turn is worth before its offer is answered, a day later */
    cr_assert_float_eq(solved.stay[0] / delta, kit_number(v, "expected.v1"), 1e-6);
    cr_assert_float_eq(solved.stay[1] / delta, kit_number(v, "expected.v2"), 1e-6);
    cr_assert_float_eq(1 - solved.least[2 + 1], kit_number(v, "expected.offer_1_keeps"), 1e-6);
    cr_assert_float_eq(1 - solved.least[2 + 0], kit_number(v, "expected.offer_2_keeps"), 1e-6);
}
