/* bench_study.c - what studies cost: effects against the bare function, boxes against a sort */
#include "functions.h"
#include "interactions.h"
#include "prim.h"
#include "rng.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now_s(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The time of one call, over many points. */
static double call_s(const struct function *f)
{
    enum { CALLS = 1000000 };
    double x[FUNCTION_MOST], sum = 0;
    const double began = now_s();

    for (int i = 0; i < CALLS; i++) {
        for (size_t k = 0; k < f->n; k++)
            x[k] = f->value(((double)(i * 7919 % CALLS) + 0.5) / CALLS);
        sum += f->y(x);
    }
    const double each = (now_s() - began) / CALLS;
    return sum == 0.5 ? 0 : each; /* so that the calls are made */
}

/* First order, total and second order of 16,384 pairs of points, with intervals. */
static void time_effects(const struct function *f)
{
    json_t *known = function_known(f);
    struct effects_model model;
    struct copula copula;
    struct error err = { .code = OK };
    struct pool_job job = { 0 }, again = { 0 };

    function_model(f, known, &copula, &model);
    struct effects e = { .model = &model, .seed = 1, .log2_points = 10 };
    struct interactions v = { .model = &model, .seed = 2, .log2_points = 10, .n = f->n };
    for (size_t i = 0; i < f->n; i++)
        v.input[i] = i;
    const double began = now_s();
    if (effects_run(&e, &job, 1, &err) != OK || interactions_run(&v, &again, 1, &err) != OK)
        puts(err.text);
    const double took = now_s() - began, runs = effects_runs(&e) + 16384 * (2 + 2 * (double)f->n);
    printf("effects of %s, all orders with intervals, 16,384 pairs: %.1f ms, %.1f times its %.0f "
           "calls\n",
           f->name, 1e3 * took, took / (runs * call_s(f)), runs);
    effects_release(&e);
    interactions_release(&v);
    json_decref(known);
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* 10,000 rows of 10 numbers; three of them decide. */
static void time_boxes(void)
{
    enum { ROWS = 10000, FACTORS = 10 };
    static double value[FACTORS][ROWS], sorted[ROWS];
    static uint8_t answer[ROWS];
    struct factor factor[FACTORS];
    struct error err = { .code = OK };
    struct boxes boxes;
    gsl_rng *rng = gsl_rng_alloc(rng_philox);

    gsl_rng_set(rng, 1);
    for (size_t f = 0; f < FACTORS; f++) {
        factor[f] = (struct factor){ FACTOR_REAL, value[f] };
        for (size_t i = 0; i < ROWS; i++)
            value[f][i] = gsl_rng_uniform(rng);
    }
    for (size_t i = 0; i < ROWS; i++) {
        const bool inside = value[0][i] < 0.5 && value[3][i] > 0.3 && value[7][i] < 0.8;
        answer[i] = gsl_rng_uniform(rng) < (inside ? 0.95 : 0.03);
    }
    const struct cases cases = { ROWS, FACTORS, factor, answer, NULL };
    double began = now_s();
    if (prim_run(&cases, &prim_defaults, &boxes, &err) != OK)
        puts(err.text);
    const double took = now_s() - began;
    began = now_s();
    for (size_t f = 0; f < FACTORS; f++) {
        for (size_t i = 0; i < ROWS; i++)
            sorted[i] = value[f][i];
        qsort(sorted, ROWS, sizeof *sorted, compare);
    }
    printf("boxes of 10,000 rows and 10 numbers: %.1f ms, %.1f times a sort of them\n", 1e3 * took,
           took / (now_s() - began));
    boxes_release(&boxes);
    gsl_rng_free(rng);
}

int main(void)
{
    for (size_t k = 0; k < n_function; k++)
        if (!functions[k].is_correlated)
            time_effects(&functions[k]);
    time_boxes();
    return EXIT_SUCCESS;
}
