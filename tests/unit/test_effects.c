/* test_effects.c - effects of functions that are known exactly, and how often intervals hold them
 */
#include "design.h"
#include "functions.h"
#include "interactions.h"
#include "names.h"
#include "net.h"
#include "pick_freeze.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

enum { SEEDS = 100 };

/* How often the true value lay in an interval, and how far off values were. */
struct score {
    size_t tried, held;
    double square; /* sum of the squares of what they were off by */
};

static void note(struct score *score, struct estimate e, double truth)
{
    score->tried++;
    score->held += e.low <= truth && truth <= e.high;
    score->square += (e.value - truth) * (e.value - truth);
}

static double at(const json_t *known, const char *key, size_t i)
{
    return json_number_value(json_array_get(json_object_get(known, key), i));
}

/* Every input by itself is a group, so that shares are Shapley effects of inputs. */
static void run(struct effects *e, const struct effects_model *model, uint64_t seed, int threads)
{
    static const size_t own[FUNCTION_MOST] = { 0, 1, 2, 3, 4, 5, 6, 7 };
    struct error err = { .code = OK };
    struct pool_job job = { 0 };

    *e = (struct effects){ .model = model,
                           .seed = seed,
                           .log2_points = 7,
                           .n_grouping = 1,
                           .grouping = { { model->n_input, own } } };
    cr_assert_eq(effects_run(e, &job, threads, &err), OK, "%s", err.text);
}

static void note_all(const struct function *f, const json_t *known, const struct effects *e,
                     struct score score[3])
{
    for (size_t i = 0; i < f->n; i++) {
        note(&score[2], effects_share(e, 0, 0, i), at(known, "shapley", i));
        if (f->is_correlated) {
            cr_assert(isnan(effects_total(e, 0, i).value) && isnan(effects_first(e, 0, i).value));
            continue;
        }
        /* less than a thousandth is below what these intervals tell from nothing */
        if (at(known, "S1", i) > 1e-3)
            note(&score[0], effects_first(e, 0, i), at(known, "S1", i));
        note(&score[1], effects_total(e, 0, i), at(known, "ST", i));
    }
}

/* 95 % intervals: over the inputs of a function and 100 seeds, between 90 and 99 % hold the value.
 */
static void expect_coverage(const struct function *f, const char *what, const struct score *score)
{
    const double held = (double)score->held / (double)score->tried;
    const double off = sqrt(score->square / (double)score->tried);

    if (score->tried == 0)
        return;
    cr_expect(held >= 0.9 && held <= 0.99, "%s, %s: %.3f of %zu intervals", f->name, what, held,
              score->tried);
    cr_expect_lt(off, 0.045, "%s, %s: off by %g", f->name, what, off);
}

Test(effects, intervals_hold_the_true_values)
{
    for (size_t k = 0; k < n_function; k++) {
        const struct function *f = &functions[k];
        json_t *known = function_known(f);
        struct score score[3] = { { 0 } };
        struct effects_model model;
        struct copula copula;
        function_model(f, known, &copula, &model);
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct effects e;
            run(&e, &model, seed, 1);
            note_all(f, known, &e, score);
            effects_release(&e);
        }
        expect_coverage(f, "first order", &score[0]);
        expect_coverage(f, "total", &score[1]);
        expect_coverage(f, "Shapley", &score[2]);
        copula_release(&copula);
        json_decref(known);
    }
}

static void note_pairs(const struct function *f, const json_t *known, const struct interactions *v,
                       struct score *score)
{
    char key[40];

    for (size_t i = 0; i < f->n; i++)
        for (size_t j = i + 1; j < f->n; j++) {
            snprintf(key, sizeof key, "%zu,%zu", i + 1, j + 1);
            const double truth =
                json_number_value(json_object_get(json_object_get(known, "S2"), key));
            if (truth > 1e-3)
                note(score, interactions_of(v, 0, i, j), truth);
        }
}

Test(effects, intervals_hold_what_pairs_do_together)
{
    for (size_t k = 0; k < n_function; k++) {
        const struct function *f = &functions[k];
        if (f->is_correlated)
            continue;
        json_t *known = function_known(f);
        struct score score = { 0 };
        struct effects_model model;
        struct copula copula;
        function_model(f, known, &copula, &model);
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct interactions v = { .model = &model, .seed = seed, .log2_points = 7, .n = f->n };
            struct pool_job job = { 0 };
            struct error err = { .code = OK };
            for (size_t i = 0; i < f->n; i++)
                v.input[i] = i;
            cr_assert_eq(interactions_run(&v, &job, 1, &err), OK, "%s", err.text);
            note_pairs(f, known, &v, &score);
            interactions_release(&v);
        }
        expect_coverage(f, "pairs", &score);
        json_decref(known);
    }
}

/* What is found does not depend on the number of threads, to the last bit. */
Test(effects, threads_change_nothing)
{
    json_t *known = function_known(&functions[0]);
    struct effects_model model;
    struct copula copula;
    struct effects e[2];

    function_model(&functions[0], known, &copula, &model);
    for (int k = 0; k < 2; k++)
        run(&e[k], &model, 3, k ? 3 : 1);
    cr_assert_arr_eq(e[0].found, e[1].found, e[0].n_found * sizeof *e[0].found);
    for (int k = 0; k < 2; k++)
        effects_release(&e[k]);
    json_decref(known);
}

static double never(const double x[])
{
    (void)x;
    return 0;
}

static double first_of_two(const double x[])
{
    return x[0] > 0.25;
}

/* Redrawing what the function does not look at changes nothing, exactly; shares sum to 1; a curve
 * is the function where nothing else matters. */
Test(effects, what_does_not_matter_has_no_effect)
{
    struct function f = functions[2];
    struct effects_model model;
    struct copula copula;
    struct effects e;

    f.n = 2;
    f.y = first_of_two;
    function_model(&f, NULL, &copula, &model);
    run(&e, &model, 1, 1);
    cr_assert_eq(effects_flips(&e, 0, 1).value, 0);
    cr_assert_eq(effects_total(&e, 0, 1).high, 0);
    cr_assert_eq(effects_share(&e, 0, 0, 1).value, 0);
    cr_assert_float_eq(effects_share(&e, 0, 0, 0).value, 1, 1e-12);
    /* 2 p (1 - p) with p = 3/4 */
    cr_assert_float_eq(effects_flips(&e, 0, 0).value, 0.375, 0.02);
    cr_assert_eq(effects_points(&e, 0), EFFECTS_CURVE);
    for (size_t k = 0; k < EFFECTS_CURVE; k++) {
        cr_assert_eq(effects_curve(&e, 0, 0, k).value, k >= EFFECTS_CURVE / 4);
        cr_assert_float_eq(effects_at(&e, 0, k), ((double)k + 0.5) / EFFECTS_CURVE, 1e-3);
    }
    effects_release(&e);
}

/* All orders of five things are equally likely: chi-squared over the 120 has 119 degrees of
 * freedom, and is below 175 but once in a thousand. */
Test(effects, no_order_of_a_walk_is_likelier)
{
    enum { THINGS = 5, ORDERS = 120, TRIALS = 60000 };
    static size_t times[ORDERS];
    double chi = 0;

    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        size_t order[THINGS], rank = 0;
        design_order(THINGS, 1, trial, order);
        for (size_t i = 0; i < THINGS; i++) {
            size_t smaller = 0;
            for (size_t j = i + 1; j < THINGS; j++)
                smaller += order[j] < order[i];
            rank = rank * (THINGS - i) + smaller;
        }
        times[rank]++;
    }
    for (size_t i = 0; i < ORDERS; i++) {
        const double off = (double)times[i] - (double)TRIALS / ORDERS;
        chi += off * off * ORDERS / TRIALS;
    }
    cr_assert(chi > 60 && chi < 175, "chi-squared %g", chi);
}

/* Of a yes or no that was never met there may still be some; intervals stay in [0, 1]. */
Test(effects, intervals_stay_within_what_is_possible)
{
    static const bool is_answer[] = { true };
    struct function f = functions[2];
    struct effects_model model;
    struct copula copula;
    struct effects e;

    f.n = 2;
    f.y = first_of_two;
    function_model(&f, NULL, &copula, &model);
    model.is_answer = is_answer;
    run(&e, &model, 1, 1);
    for (size_t i = 0; i < 2; i++) {
        cr_assert(effects_flips(&e, 0, i).low >= 0 && effects_flips(&e, 0, i).high <= 1);
        cr_assert(effects_share(&e, 0, 0, i).high <= 1);
    }
    effects_release(&e);
    f.y = never;
    run(&e, &model, 1, 1);
    const struct estimate mean = effects_mean(&e, 0);
    cr_assert_eq(mean.value, 0);
    cr_assert(mean.low == 0 && mean.high > 0 && mean.high < 0.01);
    effects_release(&e);
}

/* An array of numbers; the caller frees it. */
static double *numbers(const json_t *list)
{
    double *x = malloc(json_array_size(list) * sizeof *x);

    for (size_t i = 0; i < json_array_size(list); i++)
        x[i] = json_number_value(json_array_get(list, i));
    return x;
}

struct rows {
    size_t n, d;
    double *ya, *yb, *yab[FUNCTION_MOST], *yba[FUNCTION_MOST];
};

static struct rows read_rows(const json_t *of)
{
    struct rows r = { (size_t)json_integer_value(json_object_get(of, "N")),
                      (size_t)json_integer_value(json_object_get(of, "d")),
                      numbers(json_object_get(of, "yA")),
                      numbers(json_object_get(of, "yB")),
                      { NULL },
                      { NULL } };

    for (size_t i = 0; i < r.d; i++) {
        r.yab[i] = numbers(json_array_get(json_object_get(of, "yAB"), i));
        r.yba[i] = numbers(json_array_get(json_object_get(of, "yBA"), i));
    }
    return r;
}

static void free_rows(struct rows *r)
{
    free(r->ya);
    free(r->yb);
    for (size_t i = 0; i < r->d; i++) {
        free(r->yab[i]);
        free(r->yba[i]);
    }
}

static void compare_pairs(const struct rows *r, double variance, const json_t *known)
{
    char key[40];

    for (size_t i = 0; i < r->d; i++)
        for (size_t j = i + 1; j < r->d; j++) {
            double squares = 0;
            for (size_t k = 0; k < r->n; k++)
                squares +=
                    pow(r->yba[i][k] - r->yab[j][k], 2) + pow(r->yba[j][k] - r->yab[i][k], 2);
            snprintf(key, sizeof key, "%zu,%zu", i + 1, j + 1);
            const json_t *expected =
                json_object_get(json_object_get(known, "S2closed_jansen"), key);
            cr_assert_not_null(expected);
            cr_expect_float_eq(pick_pair(squares, (double)r->n, variance),
                               json_number_value(expected), 1e-12);
        }
}

static void compare_rows(const struct rows *r, const json_t *known)
{
    struct pick_spread spread = { 0 };

    for (size_t k = 0; k < r->n; k++)
        pick_spread_add(&spread, r->ya[k], r->yb[k]);
    const double variance = pick_variance(&spread);
    for (size_t i = 0; i < r->d; i++) {
        struct pick_first first = { 0 };
        double squares = 0;
        for (size_t k = 0; k < r->n; k++) {
            pick_first_add(&first, r->ya[k], r->yb[k], r->yab[i][k], r->yba[i][k]);
            squares += pow(r->ya[k] - r->yab[i][k], 2);
        }
        cr_expect_float_eq(pick_total(squares, (double)r->n, variance), at(known, "ST_jansen", i),
                           1e-12);
        cr_expect_float_eq(pick_first(&first), at(known, "S1_azzini", i), 1e-12);
    }
    compare_pairs(r, variance, known);
}

/* Designs of 16 and 32 rows, and what other programs' estimators make of them
 * (tests/sensitivity/estimators.json, with their formulas). */
Test(effects, estimators_are_those_of_the_literature)
{
    static const char *const names[] = { "ishigami", "zopa3", "sobol_g8" };
    char path[4000];

    snprintf(path, sizeof path, "%s/estimators.json", getenv("NEGOSIM_SENSITIVITY"));
    json_t *all = json_load_file(path, 0, NULL);
    cr_assert_not_null(all);
    for (size_t k = 0; k < COUNT_OF(names); k++) {
        const json_t *of = json_object_get(json_object_get(all, "cases"), names[k]);
        struct rows r = read_rows(of);
        compare_rows(&r, json_object_get(of, "result"));
        free_rows(&r);
    }
    json_decref(all);
}

/* Every coordinate has one point in each of 64 equal cells: the origin is there, and scrambling
 * keeps the net.  45 inputs take three sequences. */
Test(effects, every_coordinate_of_a_net_is_even)
{
    enum { INPUTS = 45, LOG2 = 6, POINTS = 1 << LOG2 };
    static int in_cell[2][INPUTS][POINTS];
    struct error err = { .code = OK };
    struct net net;
    double point[2][INPUTS];

    cr_assert_eq(net_init(&net, INPUTS, LOG2, 5, &err), OK);
    for (uint64_t i = 0; i < POINTS; i++) {
        net_pair(&net, 2, i, point[0], point[1]);
        for (int half = 0; half < 2; half++)
            for (size_t j = 0; j < INPUTS; j++)
                in_cell[half][j][(size_t)(point[half][j] * POINTS)]++;
    }
    for (int half = 0; half < 2; half++)
        for (size_t j = 0; j < INPUTS; j++)
            for (size_t c = 0; c < POINTS; c++)
                cr_assert_eq(in_cell[half][j][c], 1, "input %zu, cell %zu", j, c);
}
