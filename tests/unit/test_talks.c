/* test_talks.c - strategies in talks against theory, settings in and offers out */
#include "kit.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

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

/* Whether the offers are those of a list of [.., party, name, ..]: party and name at these places;
 * parties of the vectors count from 1. */
static void check_offers(const struct trial *t, const struct watched *w, json_t *offers,
                         size_t party_at, size_t name_at)
{
    json_t *offer;
    size_t i, n = 0;

    json_array_foreach(offers, i, offer)
    {
        while (n < w->n && w->action[n].act != ACT_OFFER)
            n++;
        cr_assert_lt(n, w->n, "only %zu offers", i);
        cr_assert_eq(w->action[n].by + 1,
                     (size_t)json_integer_value(json_array_get(offer, party_at)));
        cr_assert_str_eq(level_name(t, w->action[n].package),
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
    packages_as_text(kit_at(v, "inputs.packages"), d, talks, sizeof text, text);
    trial_open(t, text);
}

Test(talks, micro_discrete8)
{
    struct trial t;
    struct watched w;
    json_t *v = kit_vector("micro_discrete8");

    discrete8(&t, "micro_discrete8",
              "rounds = 50; parties = ( { name = \"p0\"; strategy = \"micro\"; },"
              " { name = \"p1\"; strategy = \"micro\"; } );");
    struct talks_run run = trial_watch(&t, 0, &w);
    check_offers(&t, &w, kit_at(v, "expected.offers"), 0, 1);
    cr_assert_str_eq(level_name(&t, run.outcome.package), kit_text(v, "expected.agreement"));
    trial_close(&t);
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
    struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_str_eq(level_name(&t, run.outcome.package), kit_text(v, "expected.agreement"));
    const char *stands[2] = { level_name(&t, w.action[0].package),
                              level_name(&t, w.action[1].package) };
    at = 2;
    json_array_foreach(kit_at(v, "expected.trace"), i, row)
    {
        cr_assert_str_eq(stands[0], kit_text(row, "offer1"), "round %zu", i);
        cr_assert_str_eq(stands[1], kit_text(row, "offer2"), "round %zu", i);
        size_t concedes = (size_t)kit_number(row, "concedes") - 1;
        /* who concedes is the next whose offer differs; or accepts what the other offers */
        for (;
             at < w.n && strcmp(level_name(&t, w.action[at].package), stands[w.action[at].by]) == 0;
             at++)
            ;
        cr_assert_lt(at, w.n);
        cr_assert_eq(w.action[at].by, concedes, "round %zu", i);
        stands[w.action[at].by] = level_name(&t, w.action[at].package);
    }
    trial_close(&t);
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
    struct talks_run run = trial_watch(&t, 0, &w);
    check_offers(&t, &w, kit_at(v, "expected.trace"), 1, 2);
    json_array_foreach(kit_at(v, "expected.trace"), i, offer)
    {
        const double d = kit_number(v, w.action[i].by ? "inputs.d.1" : "inputs.d.0");
        cr_assert_float_eq(w.action[i].target + d, json_number_value(json_array_get(offer, 3)),
                           1e-6);
        cr_assert_float_eq(w.action[i].when.day, json_number_value(json_array_get(offer, 0)), 1e-9);
    }
    cr_assert_str_eq(level_name(&t, run.outcome.package), kit_text(v, "expected.agreement"));
    /* the answer comes at the next turn */
    cr_assert_eq(run.outcome.day, kit_number(v, "expected.t") + 1);
    trial_close(&t);
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
            json_t *poly = json_object_get(kit_at(v, "expected.poly"), betas[b]);
            json_t *expo = json_object_get(kit_at(v, "expected.expo"), betas[b]);
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
        trial_open(&t, text);
        struct talks_run run = trial_watch(&t, 0, &w);
        const double share = run.outcome.package / 1999.0;
        cr_assert_float_eq(run.outcome.day / 2001, kit_number(v, "expected.tau"), 0.002, "%s",
                           ids[i]);
        cr_assert_float_eq(share, kit_number(v, "expected.D1"), 0.001, "%s: %g", ids[i], share);
        trial_close(&t);
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
    trial_open(&t, text);
    struct talks_run run = trial_watch(&t, 0, &w);
    cr_assert_eq(run.outcome.ending, ENDING_AGREEMENT);
    cr_assert_eq(run.outcome.n_round, 2);
    cr_assert_float_eq(run.outcome.package / 999.0, kit_number(v, "expected.share1_if_1_first"),
                       1 / 999.0 / (1 - 0.9 * 0.8));
    trial_close(&t);
}

/* From an opening that is worth nothing no ratio can be formed, and a party that stands still gives
 * no reason to move: the aim stays. */
Test(talks, tit_for_tat_holds_still_without_a_ratio)
{
    cr_assert_float_eq(tit_for_tat_reply(0, 0.1, 0.6, 0, 1), 0.6, 0);
    cr_assert_float_eq(tit_for_tat_reply(-INFINITY, 0.1, 0.6, 0, 1), 0.6, 0);
    cr_assert_float_eq(tit_for_tat_reply(0.1, -INFINITY, 0.6, 0, 1), 0.6, 0);
    cr_assert_float_eq(tit_for_tat_reply(0.1, 0.1, 0.6, 0, 1), 0.6, 1e-15);
    cr_assert_float_eq(tit_for_tat_reply(0.1, 0.2, 0.6, 0, 1), 0.3, 1e-15);
}
