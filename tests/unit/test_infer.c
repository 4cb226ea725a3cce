/* test_infer.c - learning from a record, against posteriors in closed form
 *
 * tests/infer_vectors.json: each was worked out in two ways.  A vector's error of the answer that
 * is a normal is a number of its own here, of which a step at 0 is taken. */
#include "kit.h"
#include "record_kit.h"
#include "scores.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REPEATS = 16, WEIGHED = 2500, FOLLOWED = 250 };

static char text[KIT_SCENARIOS][4000];
static const char *texts[KIT_SCENARIOS] = { text[0], text[1], text[2], text[3] };

static json_t *vector(const char *name)
{
    static json_t *all;
    json_error_t at;
    json_t *one;
    size_t i;

    if (!all)
        all = json_load_file(getenv("NEGOSIM_INFER"), 0, &at);
    cr_assert_not_null(all, "tests/infer_vectors.json: %s", at.text);
    json_array_foreach(json_object_get(all, "vectors"), i,
                       one) if (strcmp(kit_text(one, "name"), name) == 0) return one;
    cr_assert_fail("no vector %s", name);
    return NULL;
}

/* What a learned record is asked for, in the same order over repeats. */
enum { MAX_ASKED = 6 };
struct asked {
    size_t n;
    double x[MAX_ASKED];
};
typedef void ask_fn(const struct record_kit *k, struct asked *a);

/* Learns with REPEATS seeds and compares the means with what is expected, within four of their
 * standard errors, which must be small beside `scale` for the test to mean anything. */
static void compare(struct record_kit *k, double doubt, double scale_of_answers, ask_fn *ask,
                    const double expected[], const double scale[])
{
    for (int by_population = 0; by_population < 2; by_population++) {
        double sum[MAX_ASKED] = { 0 }, squares[MAX_ASKED] = { 0 };
        size_t n = 0;
        for (uint64_t seed = 1; seed <= REPEATS; seed++) {
            struct asked a = { .n = 0 };
            record_kit_learn(k, by_population ? FOLLOWED : WEIGHED, seed, by_population, doubt,
                             scale_of_answers);
            cr_assert_eq(k->learned.by_population, by_population);
            ask(k, &a);
            record_kit_forget(k);
            n = a.n;
            for (size_t i = 0; i < n; i++) {
                sum[i] += a.x[i];
                squares[i] += a.x[i] * a.x[i];
            }
        }
        for (size_t i = 0; i < n; i++) {
            const double mean = sum[i] / REPEATS;
            const double variance = fmax(0, squares[i] / REPEATS - mean * mean);
            const double error = sqrt(variance / (REPEATS - 1));
            cr_expect_leq(fabs(mean - expected[i]), 4 * error + 1e-9,
                          "%s: number %zu is %g, expected %g, error %g",
                          by_population ? "population" : "weights", i, mean, expected[i], error);
            cr_expect_lt(error, 0.03 * scale[i], "number %zu: error %g of %g", i, error, scale[i]);
        }
    }
    record_kit_close(k);
}

static void put(struct asked *a, double x)
{
    a->x[a->n++] = x;
}

static double log_z(const struct record_kit *k)
{
    const struct learned *l = &k->learned;
    const size_t last = k->history.n_date - 1;

    return l->by_population ? l->population.evidence[last].log_z : l->weighed.log_mean;
}

/* The chance of an answer that is disputed, and so among those to be predicted. */
static double chance(const struct record_kit *k, size_t answer)
{
    return ensemble_chance(k->learned.posterior, answer, k->learned.weight);
}

static void ask_theta(const struct record_kit *k, struct asked *a)
{
    const struct weighted_moments r = record_kit_number(k, "t0/a.reservation");

    put(a, log_z(k));
    put(a, 0.5 - r.mean);
    put(a, r.sd);
}

static void ask_theta_and_next(const struct record_kit *k, struct asked *a)
{
    ask_theta(k, a);
    put(a, chance(k, k->history.n_answer - 1));
}

Test(infer, an_answer_with_a_doubt_moves_a_normal)
{
    json_t *v = vector("step_error_normal");
    const struct kit_answer answers[] = { { 5, "\"accepts\"" }, { 5, "\"disputed\"" } };
    struct record_kit k;
    char r[100];

    snprintf(r, sizeof r, "{ normal = (%.17g, %.17g); }", 0.5 - kit_number(v, "inputs.mu"),
             kit_number(v, "inputs.s"));
    record_kit_text(text[0], sizeof text[0], 0, r, false, "", 2, answers);
    record_kit_open(&k, 1, texts);
    const double mean = kit_number(v, "expect.mean"), s = kit_number(v, "inputs.s");
    /* the sd is not in the vector: E theta^2 from the truncated normal, by the same closed form */
    const double a = (0.05 - 0.02) / s, e = 0.05, z = kit_number(v, "expect.Z");
    const double density = exp(-a * a / 2) / sqrt(2 * M_PI);
    const double second = s * s * (1 + (1 - 2 * e) * a * density / z);
    const double variance = second - pow(mean - 0.02, 2);
    compare(&k, e, 0, ask_theta_and_next,
            (double[]){ kit_number(v, "expect.log_Z"), mean, sqrt(variance),
                        kit_number(v, "expect.accepts_next") },
            (double[]){ 1, s, s, 1 });
}

Test(infer, the_effective_share_of_weights_is_that_of_the_closed_form)
{
    json_t *v = vector("step_error_normal");
    const struct kit_answer answers[] = { { 5, "\"accepts\"" } };
    struct record_kit k;
    double share = 0;

    record_kit_text(text[0], sizeof text[0], 0, "{ normal = (0.48, 0.06); }", false, "", 1,
                    answers);
    record_kit_open(&k, 1, texts);
    for (uint64_t seed = 1; seed <= REPEATS; seed++) {
        record_kit_learn(&k, WEIGHED, seed, false, 0.05, 0);
        share += k.learned.weighed.effective / WEIGHED / REPEATS;
        record_kit_forget(&k);
    }
    /* over 40,000 worlds the share is known to 0.0025 */
    cr_expect_float_eq(share, kit_number(v, "expect.ess_share"), 0.01);
    record_kit_close(&k);
}

Test(infer, a_normal_error_of_the_answer_is_a_number_of_its_own)
{
    json_t *v = vector("probit_normal");
    const struct kit_answer answers[] = { { 3, "\"accepts\"" } };
    struct record_kit k;

    record_kit_text(text[0], sizeof text[0], 0, "{ normal = (0.5, 0.06); }", false,
                    "refusal_cost = { normal = (0, 0.02); };", 1, answers);
    record_kit_open(&k, 1, texts);
    compare(&k, 0, 0, ask_theta,
            (double[]){ log(kit_number(v, "expect.Z")), kit_number(v, "expect.mean"),
                        kit_number(v, "expect.sd") },
            (double[]){ 1, 0.06, 0.06 });
}

Test(infer, answers_without_error_leave_an_interval)
{
    json_t *v = vector("interval_uniform");
    const struct kit_answer answers[] = { { 2, "\"accepts\"" },
                                          { 11, "\"refuses\"" },
                                          { 5, "\"disputed\"" } };
    struct record_kit k;

    record_kit_text(text[0], sizeof text[0], 0, "{ uniform = (0.3, 0.6); }", false, "", 3, answers);
    record_kit_open(&k, 1, texts);
    compare(&k, 0, 0, ask_theta_and_next,
            (double[]){ log(kit_number(v, "expect.Z")), kit_number(v, "expect.mean"),
                        kit_number(v, "expect.sd"), kit_number(v, "expect.accepts_next") },
            (double[]){ 1, 0.3, 0.3, 1 });
}

Test(infer, a_logistic_answer_weighs_discrete_values)
{
    json_t *v = vector("logit_discrete");
    const struct kit_answer answers[] = {
        { 5, "\"accepts\"" }, { -2, "\"refuses\"" }, { 0, "\"accepts\"" }, { 2, "\"disputed\"" }
    };
    struct record_kit k;
    const double mean = kit_number(v, "expect.mean");

    record_kit_text(text[0], sizeof text[0], 0,
                    "{ discrete = (0.4, 0.5, 0.6); weights = (1, 2, 1); }", false, "", 4, answers);
    record_kit_open(&k, 1, texts);
    const double variance =
        0.01 * (kit_number(v, "expect.p0") + kit_number(v, "expect.p2")) - mean * mean;
    compare(&k, 0, kit_number(v, "inputs.tau"), ask_theta_and_next,
            (double[]){ log(kit_number(v, "expect.Z")), mean, sqrt(variance),
                        kit_number(v, "expect.accepts_next_at_0p02") },
            (double[]){ 1, 0.1, 0.1, 1 });
}

/* Party a has a red line over all levels, real with a probability that all dates share; its roll is
 * of each date, or shared too.  It would else accept. */
static void red_line(int i, bool roll_is_shared, const char *said)
{
    char more[300];

    snprintf(more, sizeof more,
             "%sred_lines = ( { issue = \"x\"; levels = { above = -1; };\n"
             "#negosim: included family\n probability = { uniform = (0.3, 0.9); };\n"
             "#negosim: the scenario's own\n } );",
             roll_is_shared ? "\n#negosim: included family\n" : "");
    record_kit_text(text[i], sizeof text[i], i, "0", false, more, 1,
                    (struct kit_answer[]){ { 0, said } });
}

static void ask_probability(const struct record_kit *k, struct asked *a)
{
    put(a, log_z(k));
    put(a, record_kit_number(k, "a.red_lines.x.probability").mean);
}

Test(infer, a_probability_is_shared_and_its_rolls_are_of_their_dates)
{
    json_t *v = vector("uniform_red_line_dated");
    struct record_kit k;

    red_line(0, false, "\"refuses\"");
    red_line(1, false, "\"refuses\"");
    red_line(2, false, "\"accepts\"");
    record_kit_open(&k, 3, texts);
    cr_assert_eq(k.joint.n, 4);
    compare(&k, 0, 0, ask_probability,
            (double[]){ log(kit_number(v, "expect.Z")), kit_number(v, "expect.mean") },
            (double[]){ 1, 0.6 });
}

static void ask_shared_line(const struct record_kit *k, struct asked *a)
{
    ask_probability(k, a);
    put(a, (0.95 - chance(k, 2)) / 0.9); /* e + (1 - 2 e) (1 - real) is the chance of a yes */
}

Test(infer, a_roll_that_all_dates_share_is_one)
{
    json_t *v = vector("red_line_shared");
    struct record_kit k;

    red_line(0, true, "\"refuses\"");
    red_line(1, true, "\"refuses\"");
    red_line(2, true, "\"disputed\"");
    record_kit_open(&k, 3, texts);
    cr_assert_eq(k.joint.n, 2);
    compare(&k, 0.05, 0, ask_shared_line,
            (double[]){ log(kit_number(v, "expect.Z")), kit_number(v, "expect.mean_p"),
                        kit_number(v, "expect.real") },
            (double[]){ 1, 0.6, 1 });
}

/* A shared reservation, and a circumstance with the error of the answer for each date: normal, sd
 * 0.05 both. */
static void hierarchy(struct record_kit *k, size_t n, const char *last)
{
    for (size_t i = 0; i < n; i++)
        record_kit_text(text[i], sizeof text[i], (int)i, "{ normal = (0.5, 0.05); }", true,
                        "refusal_cost = { normal = (0, 0.05); };", 1,
                        (struct kit_answer[]){ { 0, i + 1 < n ? "\"accepts\"" : last } });
    record_kit_open(k, n, texts);
    cr_assert_eq(k->joint.n, n + 1);
}

static void ask_hierarchy(const struct record_kit *k, struct asked *a)
{
    const struct learned *l = &k->learned;

    put(a, log_z(k));
    for (size_t i = 1; i < k->history.n; i++)
        put(a, l->by_population ? l->population.forward[i] : l->chance[CHANCE_FORWARD][i]);
}

Test(infer, dates_share_what_parties_are_and_not_their_circumstances)
{
    json_t *v = vector("hierarchy_orthant");
    struct record_kit k;

    hierarchy(&k, 3, "\"accepts\"");
    compare(&k, 0, 0, ask_hierarchy,
            (double[]){ kit_number(v, "expect.log_Z3"), kit_number(v, "expect.forward_2"),
                        kit_number(v, "expect.forward_3") },
            (double[]){ 1, 1, 1 });
}

static void ask_shared_mean(const struct record_kit *k, struct asked *a)
{
    put(a, 0.5 - record_kit_number(k, "a.reservation").mean);
}

Test(infer, two_answers_move_the_shared_number)
{
    json_t *v = vector("hierarchy_orthant");
    struct record_kit k;

    hierarchy(&k, 3, "\"disputed\"");
    compare(&k, 0, 0, ask_shared_mean, (double[]){ kit_number(v, "expect.mean_after_2") },
            (double[]){ 0.05 });
}

/* S_b = S_p - pi d: what the body asks for of its party's surplus. */
Test(infer, a_ratified_answer_has_the_margin_of_the_body)
{
    json_t *v = vector("body_no_deal");
    static const char scenario[] =
        "scenario = { name = \"t\"; };"
        "issues = ( { name = \"x\"; levels = (0, 5); nothing = 0; },"
        " { name = \"t\"; levels = (\"pause\"); lasts = { pause = 0.25; }; } );"
        "parties = ( { name = \"a\"; weights = { x = 1; t = 0; };"
        "  values = { x = { kind = \"linear\"; worst = 0; best = 100; }; }; no_deal = -0.03;"
        "  leverage = ( { issue = \"x\"; levels = ((0, 0), (5, -0.02)); } );"
        "  bodies = ( { name = \"house\"; veto = true; no_deal = 0.1; } ); },"
        " { name = \"b\"; weights = { x = 1; t = 0; }; no_deal = 0;"
        "  values = { x = { kind = \"linear\"; worst = 100; best = 0; }; }; } );"
        "proposals = ( { name = \"p\"; by = \"b\"; terms = { x = 5; t = \"pause\"; };"
        "  answers = { a = \"accepts\"; }; }, { name = \"q\"; by = \"b\"; terms = { x = 5; t = "
        "\"pause\"; }; answers = { a = { said = \"accepts\"; by = \"leaders\"; }; }; } );";
    struct record_kit k;

    record_kit_open(&k, 1, (const char *[]){ scenario });
    record_kit_learn(&k, 2, 1, false, NAN, NAN);
    cr_expect_float_eq(k.learned.prior.standing[0].margin, kit_number(v, "expect.S_body"), 1e-9);
    cr_expect_float_eq(k.learned.prior.standing[1].margin, kit_number(v, "expect.S_party"), 1e-9);
    record_kit_forget(&k);
    record_kit_close(&k);
}
