/* test_talks.c - talks in time against theory, settings in and conclusions out */
#include "alternating.h"
#include "date.h"
#include "kit.h"
#include "kydd.h"
#include "rng.h"
#include "talks_survey.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEED = 400 };

struct watched {
    size_t n;
    struct deed deed[MAX_DEED];
};

static void note(void *with, const struct talk *talk, const struct deed *deed)
{
    struct watched *w = with;

    (void)talk;
    if (w->n < MAX_DEED)
        w->deed[w->n++] = *deed;
}

/* Everything from a text to talks. */
struct trial {
    struct scenario s;
    struct layout layout;
    struct board board;
};

static void open_trial(struct trial *t, const char *text)
{
    struct error err = { .code = OK };

    t->s = kit_scenario(text);
    cr_assert_eq(layout_init(&t->layout, &t->s, &err), OK);
    cr_assert_eq(board_init(&t->board, &t->layout, &err), OK);
}

static void close_trial(struct trial *t)
{
    board_release(&t->board);
    layout_release(&t->layout);
    scenario_release(&t->s);
}

static struct talks_run watch(const struct trial *t, uint64_t run, struct watched *w)
{
    const struct talks_pair own = { { NULL, NULL } };
    struct error err = { .code = OK };
    struct talks_run result;

    w->n = 0;
    cr_assert_eq(talks_watch(&t->board, 1, run, &own, note, w, &result, &err), OK);
    return result;
}

/* The packages of a vector, as levels of one issue: A, B, ... in the order of the vector. */
static void packages_as_text(json_t *packages, const double d[2], const char *talks, size_t size,
                             char text[size])
{
    const char *name;
    json_t *u;
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, size - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (");
    json_object_foreach(packages, name, u) ADD("%s\"%s\"", strstr(text, "(\"") ? ", " : "", name);
    ADD("); } ); parties = (");
    for (int p = 0; p < 2; p++) {
        ADD("%s{ name = \"p%d\"; weights = { x = 1; }; reservation = %.17g;", p ? ", " : "", p,
            d[p]);
        ADD(" values = { x = { kind = \"levels\";");
        json_object_foreach(packages, name, u)
            ADD(" %s = %.17g;", name, json_number_value(json_array_get(u, (size_t)p)));
        ADD(" }; }; }");
    }
    ADD("); talks = { %s };", talks);
#undef ADD
}

static const char *level_name(const struct trial *t, uint32_t package)
{
    return package == NO_PACKAGE ? "" : t->s.issue[0].label[package];
}

static json_t *member(json_t *from, const char *a, const char *b)
{
    return json_object_get(json_object_get(from, a), b);
}

/* Whether the offers are those of a list of [.., party, name, ..]: party and name at these places;
 * parties of the vectors count from 1. */
static void check_offers(const struct trial *t, const struct watched *w, json_t *offers,
                         size_t party_at, size_t name_at)
{
    json_t *offer;
    size_t i, n = 0;

    json_array_foreach(offers, i, offer)
    {
        while (n < w->n && w->deed[n].act != ACT_OFFER)
            n++;
        cr_assert_lt(n, w->n, "only %zu offers", i);
        cr_assert_eq(w->deed[n].by + 1,
                     (size_t)json_integer_value(json_array_get(offer, party_at)));
        cr_assert_str_eq(level_name(t, w->deed[n].package),
                         json_string_value(json_array_get(offer, name_at)), "offer %zu", i);
        n++;
    }
}

static void discrete8(struct trial *t, const char *vector, const char *talks)
{
    static char text[4000];
    json_t *v = kit_vector(vector);
    const double d[] = { kit_number(v, "inputs.d.0"), kit_number(v, "inputs.d.1") };

    text[0] = '\0';
    packages_as_text(member(v, "inputs", "packages"), d, talks, sizeof text, text);
    open_trial(t, text);
}

Test(talks, micro_discrete8)
{
    struct trial t;
    struct watched w;
    json_t *v = kit_vector("micro_discrete8");

    discrete8(&t, "micro_discrete8",
              "rounds = 50; parties = ( { name = \"p0\"; strategy = \"micro\"; },"
              " { name = \"p1\"; strategy = \"micro\"; } );");
    struct talks_run run = watch(&t, 0, &w);
    check_offers(&t, &w, member(v, "expected", "offers"), 0, 1);
    cr_assert_str_eq(level_name(&t, run.conclusion.package), kit_text(v, "expected.agreement"));
    close_trial(&t);
}

/* Round r of the vector has the offers that stand then. */
Test(talks, zeuthen_discrete8)
{
    struct trial t;
    struct watched w;
    json_t *v = kit_vector("zeuthen_discrete8"), *row;
    size_t i, at = 0;

    discrete8(&t, "zeuthen_discrete8",
              "rounds = 50; parties = ( { name = \"p0\"; strategy = \"zeuthen\"; },"
              " { name = \"p1\"; strategy = \"zeuthen\"; } );");
    struct talks_run run = watch(&t, 0, &w);
    cr_assert_str_eq(level_name(&t, run.conclusion.package), kit_text(v, "expected.agreement"));
    const char *stands[2] = { level_name(&t, w.deed[0].package),
                              level_name(&t, w.deed[1].package) };
    at = 2;
    json_array_foreach(member(v, "expected", "trace"), i, row)
    {
        cr_assert_str_eq(stands[0], kit_text(row, "offer1"), "round %zu", i);
        cr_assert_str_eq(stands[1], kit_text(row, "offer2"), "round %zu", i);
        size_t concedes = (size_t)kit_number(row, "concedes") - 1;
        /* who concedes is the next whose offer differs; or accepts what the other offers */
        for (; at < w.n && strcmp(level_name(&t, w.deed[at].package), stands[w.deed[at].by]) == 0;
             at++)
            ;
        cr_assert_lt(at, w.n);
        cr_assert_eq(w.deed[at].by, concedes, "round %zu", i);
        stands[w.deed[at].by] = level_name(&t, w.deed[at].package);
    }
    close_trial(&t);
}

/* t even: party 1 offers; it accepts what meets the target of the next t. */
Test(talks, faratin_trace_T20)
{
    struct trial t;
    struct watched w;
    char talks[600];
    json_t *v = kit_vector("faratin_trace_T20"), *offer;
    size_t i;

    snprintf(
        talks, sizeof talks,
        "deadline = %g; round_days = 1; moves = \"one\"; parties = ("
        " { name = \"p0\"; strategy = \"polynomial\"; exponent = %g; offers = \"kindest\"; },"
        " { name = \"p1\"; strategy = \"polynomial\"; exponent = %g; offers = \"kindest\"; } );",
        kit_number(v, "inputs.T"), 1 / kit_number(v, "inputs.beta1"),
        1 / kit_number(v, "inputs.beta2"));
    discrete8(&t, "faratin_trace_T20", talks);
    struct talks_run run = watch(&t, 0, &w);
    check_offers(&t, &w, member(v, "expected", "trace"), 1, 2);
    json_array_foreach(member(v, "expected", "trace"), i, offer)
    {
        const double d = kit_number(v, w.deed[i].by ? "inputs.d.1" : "inputs.d.0");
        cr_assert_float_eq(w.deed[i].target + d, json_number_value(json_array_get(offer, 3)), 1e-6);
        cr_assert_float_eq(w.deed[i].when.day, json_number_value(json_array_get(offer, 0)), 1e-9);
    }
    cr_assert_str_eq(level_name(&t, run.conclusion.package), kit_text(v, "expected.agreement"));
    /* the answer comes at the next turn */
    cr_assert_eq(run.conclusion.day, kit_number(v, "expected.t") + 1);
    close_trial(&t);
}

Test(talks, faratin_alpha)
{
    json_t *v = kit_vector("faratin_alpha");
    static const char *const betas[] = { "0.2", "1", "5" };
    const double k = kit_number(v, "inputs.k"), T = kit_number(v, "inputs.T");

    for (size_t b = 0; b < COUNT_OF(betas); b++)
        for (size_t i = 0; i < 5; i++) {
            char path[40];
            snprintf(path, sizeof path, "inputs.t.%zu", i);
            const double time = kit_number(v, path) / T, exponent = 1 / strtod(betas[b], NULL);
            json_t *poly = json_object_get(member(v, "expected", "poly"), betas[b]);
            json_t *expo = json_object_get(member(v, "expected", "expo"), betas[b]);
            cr_assert_float_eq(polynomial_concession(k, exponent, time),
                               json_number_value(json_array_get(poly, i)), 1e-6);
            cr_assert_float_eq(exponential_concession(k, exponent, time),
                               json_number_value(json_array_get(expo, i)), 1e-6);
        }
}

/* A pie of 1 in n steps, as two issues of 50 and (n + 1) / 50 levels: package i gives i / n to the
 * first party. */
static void pie_as_text(int n, const char *reservation_0, const char *reservation_1,
                        const char *talks, size_t size, char text[size])
{
    const int fine = (n + 1) / 50 - 1;

    snprintf(text, size,
             "scenario = { name = \"t\"; };"
             "issues = ( { name = \"a\"; from = 0; to = 49; step = 1; },"
             " { name = \"b\"; from = 0; to = %d; step = 1; } );"
             "parties = ( { name = \"p0\"; weights = { a = %d; b = %d; }; reservation = %s;"
             "  values = { a = { kind = \"linear\"; worst = 0; best = 49; };"
             "   b = { kind = \"linear\"; worst = 0; best = %d; }; }; },"
             " { name = \"p1\"; weights = { a = %d; b = %d; }; reservation = %s;"
             "  values = { a = { kind = \"linear\"; worst = 49; best = 0; };"
             "   b = { kind = \"linear\"; worst = %d; best = 0; }; }; } ); talks = { %s };",
             fine, 49 * (fine + 1), fine, reservation_0, fine, 49 * (fine + 1), fine, reservation_1,
             fine, talks);
}

/* A pie of 1 in 1999 steps between two parties that concede with time: they meet where the
 * vector says, as near as a step and a round allow. */
Test(talks, faratin_cross, .timeout = 60)
{
    static const char *const ids[] = { "faratin_cross_boulware", "faratin_cross_linear",
                                       "faratin_cross_conceder" };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        const double e = 1 / kit_number(v, "inputs.beta");
        static char text[2000];
        char talks[400], r[2][40];
        struct trial t;
        struct watched w;
        for (int p = 0; p < 2; p++)
            snprintf(r[p], sizeof r[p], "%.17g", kit_number(v, p ? "inputs.r2" : "inputs.r1"));
        snprintf(talks, sizeof talks,
                 "rounds = 2000; parties = ("
                 " { name = \"p0\"; strategy = \"polynomial\"; exponent = %.17g; },"
                 " { name = \"p1\"; strategy = \"polynomial\"; exponent = %.17g; } );",
                 e, e);
        pie_as_text(1999, r[0], r[1], talks, sizeof text, text);
        open_trial(&t, text);
        struct talks_run run = watch(&t, 0, &w);
        const double share = run.conclusion.package / 1999.0;
        cr_assert_float_eq(run.conclusion.day / 2001, kit_number(v, "expected.tau"), 0.002, "%s",
                           ids[i]);
        cr_assert_float_eq(share, kit_number(v, "expected.D1"), 0.001, "%s: %g", ids[i], share);
        close_trial(&t);
    }
}

Test(talks, faratin_tft_relative)
{
    json_t *v = kit_vector("faratin_tft_relative");
    double own = kit_number(v, "inputs.start");

    for (size_t i = 1; i < 5; i++) {
        char before[40], now[40], want[40];
        snprintf(before, sizeof before, "inputs.opponent.%zu", i - 1);
        snprintf(now, sizeof now, "inputs.opponent.%zu", i);
        snprintf(want, sizeof want, "expected.own.%zu", i);
        own = tit_for_tat_reply(kit_number(v, before), kit_number(v, now), own,
                                kit_number(v, "inputs.lo"), kit_number(v, "inputs.hi"));
        cr_assert_float_eq(own, kit_number(v, want), 1e-6);
    }
}

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
    alternating_solve(&game, &set, solved->least, solved->stay);
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

Test(talks, rubinstein)
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

Test(talks, rubinstein_limit)
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

Test(talks, rubinstein_concave)
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

Test(talks, outside)
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

Test(talks, breakdown)
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

Test(talks, inside)
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

Test(talks, stahl_90_80)
{
    json_t *v = kit_vector("stahl_90_80");

    for (size_t n = 1; n <= 10; n++) {
        char want[40];
        snprintf(want, sizeof want, "expected.share1.%zu", n - 1);
        cr_assert_float_eq(demand_of(v, 0, n), kit_number(v, want), 1e-6, "T = %zu", n);
    }
}

Test(talks, random_proposer)
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
    alternating_solve(&game, &set, solved.least, solved.stay);
    /* `stay` is what the turn is worth before its offer is answered, a day later */
    cr_assert_float_eq(solved.stay[0] / delta, kit_number(v, "expected.v1"), 1e-6);
    cr_assert_float_eq(solved.stay[1] / delta, kit_number(v, "expected.v2"), 1e-6);
    cr_assert_float_eq(1 - solved.least[2 + 1], kit_number(v, "expected.offer_1_keeps"), 1e-6);
    cr_assert_float_eq(1 - solved.least[2 + 0], kit_number(v, "expected.offer_2_keeps"), 1e-6);
}

/* A pie in 999 steps with settings of a scenario: rational parties agree at once on Rubinstein's
 * shares, as near as the steps allow (one is lost at each turn ahead, discounted: 1 / 999 /
 * (1 - 0.9 * 0.8) at most). */
Test(talks, rational_parties_agree_at_once_on_what_theory_says)
{
    static char text[2000];
    struct trial t;
    struct watched w;
    json_t *v = kit_vector("rubinstein_90_80");

    pie_as_text(999, "0", "0",
                "deadline = 200; round_days = 1; moves = \"one\"; parties = ("
                " { name = \"p0\"; strategy = \"rational\"; discount = 0.9; },"
                " { name = \"p1\"; strategy = \"rational\"; discount = 0.8; } );",
                sizeof text, text);
    open_trial(&t, text);
    struct talks_run run = watch(&t, 0, &w);
    cr_assert_eq(run.conclusion.ending, ENDING_AGREEMENT);
    cr_assert_eq(run.conclusion.n_round, 2);
    cr_assert_float_eq(run.conclusion.package / 999.0, kit_number(v, "expected.share1_if_1_first"),
                       1 / 999.0 / (1 - 0.9 * 0.8));
    close_trial(&t);
}

/* Clauses as issues without and with: values by weights, as sums from the lowest to the highest. */
Test(talks, snt_hillclimb)
{
    struct trial t;
    struct watched w;
    json_t *v = kit_vector("snt_hillclimb");
    static char text[4000];
    size_t used = 0;
#define ADD(...) used += (size_t)snprintf(text + used, sizeof text - used, __VA_ARGS__)
    ADD("scenario = { name = \"t\"; }; issues = (");
    for (int k = 0; k < 4; k++)
        ADD("%s{ name = \"c%d\"; levels = (\"out\", \"in\"); }", k ? ", " : "", k);
    ADD("); parties = (");
    for (int p = 0; p < 2; p++) {
        ADD("%s{ name = \"p%d\"; reservation = -1; weights = {", p ? ", " : "", p);
        for (int k = 0; k < 4; k++) {
            char path[40];
            snprintf(path, sizeof path, "inputs.W%c.%d", "AB"[p], k);
            ADD("c%d = %g;", k, fabs(kit_number(v, path)));
        }
        ADD("}; values = {");
        for (int k = 0; k < 4; k++) {
            char path[40];
            snprintf(path, sizeof path, "inputs.W%c.%d", "AB"[p], k);
            bool wants = kit_number(v, path) > 0;
            ADD("c%d = { kind = \"levels\"; out = %d; in = %d; };", k, !wants, wants);
        }
        ADD("}; }");
    }
    ADD("); proposals = ( { name = \"blank\"; by = \"m\"; terms = { c0 = \"out\"; c1 = \"out\";"
        " c2 = \"out\"; c3 = \"out\"; }; } );"
        "talks = { rounds = 8; parties = ( { name = \"p0\"; strategy = \"micro\"; },"
        " { name = \"p1\"; strategy = \"micro\"; } ); mediator = { single_text = true;"
        " starts = \"blank\"; changes = \"in_turn\"; }; };");
#undef ADD
    open_trial(&t, text);
    struct talks_run run = watch(&t, 0, &w);
    cr_assert_eq(run.conclusion.ending, ENDING_AGREEMENT);
    for (size_t k = 0; k < 4; k++) {
        char path[40];
        snprintf(path, sizeof path, "expected.final.%zu", k);
        cr_assert_eq(grid_level(&t.s.grid, run.conclusion.package, k), (size_t)kit_number(v, path));
    }
    close_trial(&t);
    static const double temperature[] = { 1, 0.5, 0.1 };
    static const char *const keys[] = { "T=1", "T=0.5", "T=0.1" };
    for (size_t i = 0; i < 3; i++) {
        json_t *want =
            json_object_get(member(v, "expected", "anneal_accept_prob_B_clause1"), keys[i]);
        cr_assert_float_eq(mediator_vote(kit_number(v, "inputs.WB.0"), temperature[i]),
                           json_number_value(want), 1e-6);
    }
}

Test(talks, kydd)
{
    static const char *const ids[] = { "kydd_biased", "kydd_unbiased", "kydd_wrong_side",
                                       "kydd_safe" };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        json_t *v = kit_vector(ids[i]);
        const struct kydd k = { .p = kit_number(v, "inputs.p"),
                                .cost = kit_number(v, "inputs.c1"),
                                .low = kit_number(v, "inputs.c_low"),
                                .high = kit_number(v, "inputs.c_high"),
                                .phi = kit_number(v, "inputs.phi"),
                                .bias = kit_number(v, "inputs.bias"),
                                .war_cost = kit_number(v, "inputs.k") };
        const struct kydd_result r = kydd_solve(&k);
        cr_assert_float_eq(r.safe, kit_number(v, "expected.x_safe"), 1e-6);
        cr_assert_float_eq(r.risky, kit_number(v, "expected.x_risky"), 1e-6);
        cr_assert_float_eq(r.threshold, kit_number(v, "expected.phi_threshold"), 1e-6);
        cr_assert_eq(r.demands_risky, strcmp(kit_text(v, "expected.demand_without"), "risky") == 0,
                     "%s", ids[i]);
        cr_assert_eq(r.credible, json_is_true(member(v, "expected", "credible")), "%s", ids[i]);
        cr_assert_float_eq(r.war_without, kit_number(v, "expected.war_without"), 1e-6);
        cr_assert_float_eq(r.value_without, kit_number(v, "expected.value1_without"), 1e-6);
        cr_assert_float_eq(r.war_with, kit_number(v, "expected.war_with"), 1e-6);
        cr_assert_float_eq(r.value_with, kit_number(v, "expected.value1_with"), 1e-6);
    }
}

/* Two parties with nothing to agree on, and an event that ends the talks: the share that is not
 * ended, and the mean day of the end, within four standard errors of 20000 runs. */
Test(talks, event_hazard)
{
    json_t *v = kit_vector("event_hazard");
    const double n = 20000, T = kit_number(v, "inputs.T"),
                 want = kit_number(v, "expected.prob_none");
    static char text[2000];
    struct error err = { .code = OK };
    struct pool_job job = { .tick = NULL };
    const struct talks_pair own = { { NULL, NULL } };
    double none = 0, sum = 0, squares = 0;
    struct trial t;

    snprintf(text, sizeof text,
             "scenario = { name = \"t\"; }; issues = ( { name = \"x\"; levels = (0, 1); } );"
             "parties = ( { name = \"p0\"; weights = { x = 1; }; reservation = 2;"
             "  values = { x = { kind = \"linear\"; worst = 0; best = 1; }; }; },"
             " { name = \"p1\"; weights = { x = 1; }; reservation = 2;"
             "  values = { x = { kind = \"linear\"; worst = 1; best = 0; }; }; } );"
             "talks = { deadline = %g; round_days = 7; parties = ("
             " { name = \"p0\"; strategy = \"polynomial\"; }, { name = \"p1\"; strategy = "
             "\"micro\"; } );"
             " events = ( { name = \"fall\"; hazard = %g; ends = true; } ); };",
             T, kit_number(v, "inputs.h"));
    open_trial(&t, text);
    struct talks_survey survey = {
        .board = &t.board, .runs = (uint64_t)n, .seed = 3, .n_pair = 1, .pair = &own
    };
    cr_assert_eq(talks_survey_run(&survey, &job, 0, &err), OK);
    for (uint64_t i = 0; i < survey.runs; i++) {
        const struct conclusion *end = &survey.run[i].conclusion;
        none += end->ending == ENDING_DEADLINE;
        sum += end->day;
        squares += end->day * end->day;
        cr_assert(end->ending == ENDING_DEADLINE || end->event == &t.s.talks->event[0]);
    }
    const double mean = sum / n, spread = sqrt((squares / n - mean * mean) / n);
    cr_assert_float_eq(none / n, want, 4 * sqrt(want * (1 - want) / n), "%g", none / n);
    cr_assert_float_eq(mean, kit_number(v, "expected.mean_time_or_T"), 4 * spread, "%g", mean);
    talks_survey_release(&survey);
    close_trial(&t);
}

/* Two issues, doubts, an issue that decides what lasts, a third party that only consents; `talks`
 * and what else follows. */
static void small_scenario(const char *bodies, const char *more, size_t size, char text[size])
{
    snprintf(text, size,
             "scenario = { name = \"t\"; };"
             "issues = ( { name = \"price\"; from = 0; to = 20; step = 1; all = 20; },"
             " { name = \"terms\"; levels = (\"a\", \"b\", \"c\");"
             "   lasts = { a = 0.2; b = { uniform = (0.3, 0.9); }; c = 1; }; } );"
             "parties = ( { name = \"p\"; weights = { price = 2; terms = { uniform = (0, 1); }; };"
             "  no_deal = { uniform = (-0.1, 0.1); }; leverage = ( { issue = \"price\"; shift = "
             "-0.1; } );"
             "  values = { price = { kind = \"linear\"; worst = 0; best = 20; };"
             "   terms = { kind = \"levels\"; a = 0; b = 0.6; c = 1; }; }; %s },"
             " { name = \"q\"; weights = { price = 2; terms = { uniform = (0, 2); }; };"
             "  no_deal = { uniform = (-0.8, -0.2); };"
             "  values = { price = { kind = \"linear\"; worst = 20; best = 0; };"
             "   terms = { kind = \"levels\"; a = 1; b = 0.5; c = 0; }; }; },"
             " { name = \"n\"; bargains = false; red_lines = ( { issue = \"price\"; levels = 13;"
             "  probability = 1; } ); } ); %s",
             bodies, more);
}

/* All strategies and rules of acceptance, events of all kinds, a pilot step. */
static const char everything[] =
    "talks = { deadline = 60; round_days = { uniform = (1, 4); }; parties = ("
    " { name = \"p\"; strategy = \"%s\"; accepts = \"%s\"; pressure = -0.001; risk = 0.05; },"
    " { name = \"q\"; strategy = \"%s\"; pressure = 0.001; } );"
    " mediator = { final_on = 55; knows = 0.5; tells = \"p\"; bias = 0.1;"
    "  pilot = { on = 5; works = 0.7; }; };"
    " events = ( { name = \"fall\"; hazard = 0.005; ends = true; },"
    "  { name = \"pause\"; on = 20; suspends = 9; probability = 0.8; },"
    "  { name = \"shift\"; hazard = 0.03; party = \"q\"; shift_no_deal = { normal = (0, 0.1); }; },"
    "  { name = \"weight\"; on = 30; party = \"p\"; issue = \"terms\"; shift_weight = 1; },"
    "  { name = \"table\"; on = 35; removes = { terms = \"b\"; }; adds = { price = 10; }; } ); };";

static void random_talks(size_t i, size_t size, char text[size])
{
    static const char *const accepts[] = { "target", "next", "constant", "time", "combined" };
    char talks[3000];

    snprintf(talks, sizeof talks, everything, strategy_names[i % 6].text,
             accepts[i % COUNT_OF(accepts)], strategy_names[i / 6 % 6].text);
    small_scenario("", talks, size, text);
}

/* Every pair of strategies: run 17 alone is run 17 of the batch, on any number of threads. */
Test(talks, a_run_is_the_same_alone_and_in_any_batch, .timeout = 120)
{
    static char text[6000];
    static struct watched w;
    const struct talks_pair own = { { NULL, NULL } };

    for (size_t i = 0; i < 36; i++) {
        struct talks_run batch[3];
        struct trial t;
        random_talks(i, sizeof text, text);
        open_trial(&t, text);
        for (int k = 0; k < 3; k++) {
            static const int threads[] = { 1, 2, 7 };
            struct error err = { .code = OK };
            struct pool_job job = { .tick = NULL };
            struct talks_survey survey = {
                .board = &t.board, .runs = 40, .seed = 1, .n_pair = 1, .pair = &own
            };
            cr_assert_eq(talks_survey_run(&survey, &job, threads[k], &err), OK);
            batch[k] = survey.run[17];
            talks_survey_release(&survey);
        }
        const struct talks_run alone = watch(&t, 17, &w);
        for (int k = 0; k < 3; k++) {
            cr_assert_eq(alone.conclusion.ending, batch[k].conclusion.ending, "%zu", i);
            cr_assert_eq(alone.conclusion.package, batch[k].conclusion.package, "%zu", i);
            cr_assert_eq(alone.conclusion.day, batch[k].conclusion.day, "%zu", i);
            cr_assert_eq(alone.surplus[0], batch[k].surplus[0], "%zu", i);
        }
        close_trial(&t);
    }
}

/* What is said while the talks go on respects calendar, table and consent. */
Test(talks, events_and_consent_are_respected, .timeout = 120)
{
    static char text[6000];
    static struct watched w;

    for (size_t i = 0; i < 36; i++) {
        struct trial t;
        random_talks(i, sizeof text, text);
        open_trial(&t, text);
        for (uint64_t run = 0; run < 20; run++) {
            double resume = 0, table = INFINITY;
            const struct talks_run result = watch(&t, run, &w);
            for (size_t k = 0; k < w.n; k++) {
                const struct deed *d = &w.deed[k];
                cr_assert(k == 0 || d->when.day >= w.deed[k - 1].when.day);
                if (d->act == ACT_EVENT && strcmp(d->event->name, "pause") == 0)
                    resume = d->when.day + 9;
                if (d->act == ACT_EVENT && strcmp(d->event->name, "table") == 0)
                    table = d->when.day;
                if (d->act != ACT_OFFER)
                    continue;
                const size_t price = grid_level(&t.s.grid, d->package, 0);
                const size_t terms = grid_level(&t.s.grid, d->package, 1);
                cr_assert_geq(d->when.day, resume, "no round while suspended");
                cr_assert_neq(price, 13, "carried though the third party refuses");
                cr_assert(d->when.day < table ? price != 10 : terms != 1, "not on the table");
            }
            cr_assert_leq(result.conclusion.day, 60);
            for (size_t side = 0; side < N_SIDE && result.conclusion.package != NO_PACKAGE; side++)
                cr_assert_geq(result.surplus[side], -TIE, "agreed to less than no deal");
        }
        close_trial(&t);
    }
}

/* The order of packages and the search in it, against a look at every package, while no deal
 * moves: for packages that last to different degrees. */
Test(talks, an_offer_is_what_a_look_at_every_package_finds)
{
    static char text[6000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    const double least[N_SIDE] = { -0.3, -0.3 };
    const bool known[N_SIDE] = { false, false };

    gsl_rng_set(r, 5);
    for (uint64_t draw = 0; draw < 20; draw++) {
        struct trial t;
        struct error err = { .code = OK };
        struct world w;
        random_talks(0, sizeof text, text);
        open_trial(&t, text);
        cr_assert_eq(world_init(&w, &t.board, &err), OK);
        world_draw(&w, r, draw);
        standing_fill(&w.standing, &w.deal, least, known, true);
        rng_open(r, STREAM_TESTS, draw);
        for (int trial = 0; trial < 50; trial++) {
            const double moved = 0.6 * gsl_rng_uniform(r) - 0.3;
            const double target = 1.2 * gsl_rng_uniform(r) - 0.2;
            standing_move(&w.standing, 0, moved);
            const struct standing_side *side = &w.standing.side[0];
            double best = INFINITY;
            for (uint32_t x = 0; x < t.board.n_package; x++) {
                double worth = standing_worth(&w.standing, 0, x);
                if (worth >= target && worth >= -TIE && worth < best)
                    best = worth;
            }
            const uint32_t found = ranking_nearest(&side->ranking, side->drift, fmax(target, -TIE));
            if (found == NO_PACKAGE)
                cr_assert_eq(best, INFINITY);
            else
                cr_assert_float_eq(standing_worth(&w.standing, 0, found), best, 2 * NEAR);
        }
        world_release(&w);
        close_trial(&t);
    }
    gsl_rng_free(r);
}

/* What no deal moves by makes a package worth what it is in a scenario with that no deal. */
Test(talks, a_move_of_no_deal_is_another_no_deal)
{
    static char text[6000];
    gsl_rng *r = gsl_rng_alloc(rng_philox);
    struct error err = { .code = OK };
    struct trial t;
    struct world w;
    size_t level[MAX_ISSUE];

    gsl_rng_set(r, 5);
    random_talks(0, sizeof text, text);
    open_trial(&t, text);
    cr_assert_eq(world_init(&w, &t.board, &err), OK);
    world_draw(&w, r, 3);
    standing_move(&w.standing, 0, 0.17);
    w.deal.theta[t.s.party[0].no_deal] += 0.17;
    deal_fill(&w.deal);
    for (uint32_t x = 0; x < t.board.n_package; x++) {
        grid_levels(&t.s.grid, x, level);
        double worth = standing_worth(&w.standing, 0, x);
        if (worth > -INFINITY)
            cr_assert_float_eq(worth, deal_surplus(&w.deal, 0, level), 1e-12);
    }
    world_release(&w);
    close_trial(&t);
    gsl_rng_free(r);
}

/* rounds = N: t runs from 1 / (N + 1) to N / (N + 1), as in the published traces. */
Test(talks, rounds_are_as_many_as_asked_for)
{
    static char text[6000];
    static struct watched w;
    struct trial t;

    small_scenario(
        "red_lines = ( { issue = \"terms\"; levels = (\"a\", \"b\", \"c\"); probability = 1; } );",
        "talks = { rounds = 12; parties = ( { name = \"p\"; strategy = \"micro\"; },"
        " { name = \"q\"; strategy = \"polynomial\"; } ); };",
        sizeof text, text);
    open_trial(&t, text);
    const struct talks_run run = watch(&t, 0, &w);
    cr_assert_eq(run.conclusion.ending, ENDING_DEADLINE);
    cr_assert_eq(run.conclusion.n_round, 12);
    cr_assert_eq(run.conclusion.day, 13);
    cr_assert_eq(w.n, 12, "who can agree to nothing makes no offers");
    for (size_t i = 0; i < w.n; i++)
        cr_assert_float_eq(w.deed[i].when.time, (double)(i + 1) / 13, 1e-12);
    close_trial(&t);
}

/* A body that asks for 0.2 more than the leaders, who begin at what they could get least: the first
 * text is refused and sent back, the second passes; or the first refusal ends the talks. */
Test(talks, a_body_sends_the_text_back_once)
{
    static char text[6000], talks[1000];
    static struct watched w;

    for (int back = 0; back < 2; back++) {
        struct trial t;
        snprintf(talks, sizeof talks,
                 "talks = { deadline = 60; round_days = 1; parties = ("
                 " { name = \"q\"; strategy = \"polynomial\"; },"
                 " { name = \"p\"; strategy = \"polynomial\"; exponent = 0.01; } );"
                 " ratification = ( { party = \"p\"; body = \"house\"; days = 3; } );"
                 " sends_back = %s; };",
                 back ? "true" : "false");
        small_scenario("bodies = ( { name = \"house\"; veto = true; no_deal = 0.2; } );", talks,
                       sizeof text, text);
        open_trial(&t, text);
        const struct talks_run run = watch(&t, 0, &w);
        size_t rejects = 0, ratifies = 0;
        for (size_t i = 0; i < w.n; i++) {
            rejects += w.deed[i].act == ACT_REJECTS;
            ratifies += w.deed[i].act == ACT_RATIFIES;
        }
        cr_assert_eq(rejects, 1);
        cr_assert_eq(ratifies, back);
        cr_assert_eq(run.conclusion.ending, back ? ENDING_AGREEMENT : ENDING_NOT_RATIFIED);
        if (back)
            cr_assert_geq(run.surplus[1], 0.2 - TIE);
        else
            cr_assert_str_eq(run.conclusion.ratifier->name, "house");
        close_trial(&t);
    }
}

/* Before the pilot step a party asks for risk times broken over kept promises, 0.3 here; after its
 * success for half of that (one kept promise more). */
Test(talks, a_pilot_step_that_works_lowers_what_is_asked)
{
    static char text[6000];
    static struct watched w;
    struct trial t;

    small_scenario("",
                   "talks = { deadline = 20; round_days = 1; parties = ("
                   " { name = \"p\"; strategy = \"polynomial\"; exponent = 0.001; risk = 0.3; },"
                   " { name = \"q\"; strategy = \"polynomial\"; exponent = 1000; } );"
                   " mediator = { pilot = { on = 10; works = 1; kept = 1; broken = 1; }; }; };",
                   sizeof text, text);
    open_trial(&t, text);
    watch(&t, 0, &w);
    for (size_t i = 0; i < w.n; i++)
        if (w.deed[i].act == ACT_OFFER && w.deed[i].by == 0 && w.deed[i].when.day > 0)
            cr_assert_float_eq(w.deed[i].target, w.deed[i].when.day < 10 ? 0.3 : 0.15, 0.01);
    close_trial(&t);
}

/* The first and last day of months, leap years by all three rules. */
Test(date, counts_days_as_the_calendar_does)
{
    static const struct {
        const char *text;
        long day;
    } known[] = { { "1970-01-01", 0 },     { "1969-12-31", -1 },    { "2000-02-29", 11016 },
                  { "2000-03-01", 11017 }, { "2024-02-29", 19782 }, { "2023-10-07", 19637 } };
    char text[DATE_TEXT];
    long day;

    for (size_t i = 0; i < COUNT_OF(known); i++) { /* from `date -u -d ... +%s` / 86400 */
        cr_assert(date_read(known[i].text, &day));
        cr_assert_eq(day, known[i].day, "%s is %ld", known[i].text, day);
    }
    for (long d = -800000; d < 3000000; d += 97) {
        long back;
        if (d < -719528 || d > 2932896) /* before year 0, after 9999 */
            continue;
        date_write(d, text);
        cr_assert(date_read(text, &back), "%s", text);
        cr_assert_eq(back, d, "%s", text);
    }
}

Test(date, refuses_what_is_no_date)
{
    static const char *const wrong[] = { "2023-02-29", "1900-02-29", "2024-02-30", "2023-13-01",
                                         "2023-00-10", "2023-04-31", "2023-4-3",   "20230403",
                                         "2023-04-00", " 2023-04-1", "2023-04-0x", "" };
    long day;

    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        cr_assert_not(date_read(wrong[i], &day), "%s", wrong[i]);
}
