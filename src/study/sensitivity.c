/* sensitivity.c - which doubt of a scenario decides what */
#include "sensitivity.h"

#include "judge.h"

#include <stdlib.h>

/* A thread's own room. */
struct space {
    const struct sensitivity *sensitivity;
    struct judge judge;
    double *theta; /* [n_parameter] */
};

static void close_space(void *closed)
{
    struct space *w = closed;

    judge_release(&w->judge);
    free(w->theta);
    free(w);
}

static enum error_code open_space(void *with, void **opened, struct error *err)
{
    const struct sensitivity *v = with;
    struct space *w = memory_alloc(1, sizeof *w, err);

    if (!w)
        return err->code;
    w->sensitivity = v;
    w->theta = memory_alloc(v->layout->scenario->n_parameter, sizeof *w->theta, err);
    if (!w->theta ||
        judge_init(&w->judge, v->layout, v->package_index, v->outputs, v->seed, err) != OK) {
        close_space(w);
        return err->code;
    }
    *opened = w;
    return OK;
}

static enum error_code value(void *with, size_t input, double u, double *x, struct error *err)
{
    const struct sensitivity *v = with;
    return numbers_value(&v->numbers, input, u, x, err);
}

static size_t which(void *with, size_t input, double x)
{
    const struct sensitivity *v = with;
    return numbers_which(&v->numbers, input, x);
}

static enum error_code answer(void *space, const double x[], uint64_t row, double y[],
                              struct error *err)
{
    struct space *w = space;

    numbers_fill(&w->sensitivity->numbers, x, w->theta);
    return judge_draw(&w->judge, w->theta, row, y, err);
}

static void make_model(struct sensitivity *v)
{
    const struct scenario *s = v->layout->scenario;

    v->model = (struct effects_model){ .with = v,
                                       .n_input = v->numbers.n,
                                       .n_output = v->outputs->n,
                                       .n_value = v->numbers.n_value,
                                       .is_answer = v->is_answer,
                                       .open = open_space,
                                       .value = value,
                                       .which = which,
                                       .answer = answer,
                                       .close = close_space,
                                       .copula = s->copula.n > 0 ? &s->copula : NULL,
                                       .correlated = v->numbers.correlated };
    v->effects = (struct effects){
        .model = &v->model, .seed = v->seed, .log2_points = v->log2_points, .n_grouping = GROUPINGS
    };
    for (size_t g = 0; g < GROUPINGS; g++)
        v->effects.grouping[g] =
            (struct effects_grouping){ v->numbers.n_group[g], v->numbers.group[g] };
}

struct ranked {
    double effect;
    size_t input;
};

/* Largest first. */
static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    return x->effect != y->effect ? (x->effect < y->effect) - (x->effect > y->effect)
                                  : (x->input > y->input) - (x->input < y->input);
}

static enum error_code rank_numbers(struct sensitivity *v, struct error *err)
{
    const size_t n = v->numbers.n;
    struct ranked *ranked = memory_alloc(n, sizeof *ranked, err);

    v->order = memory_alloc(v->outputs->n * n, sizeof *v->order, err);
    for (size_t o = 0; err->code == OK && o < v->outputs->n; o++) {
        for (size_t i = 0; i < n; i++)
            ranked[i] = (struct ranked){ effects_flips(&v->effects, o, i).value, i };
        qsort(ranked, n, sizeof *ranked, compare_ranked);
        for (size_t i = 0; i < n; i++)
            v->order[o * n + i] = ranked[i].input;
    }
    free(ranked);
    return err->code;
}

/* The largest total effect of an input on a yes or no; -1 where it has none. */
static double matters(const struct sensitivity *v, size_t input)
{
    double most = -1;

    for (size_t o = 0; o < v->outputs->n; o++) {
        const double total = effects_total(&v->effects, o, input).value;
        if (output_is_answer(&v->outputs->of[o]) && total > most)
            most = total;
    }
    return most;
}

/* The numbers that matter most, each with each. */
static enum error_code run_pairs(struct sensitivity *v, struct pool_job *job, int threads,
                                 struct error *err)
{
    const size_t n = v->numbers.n;
    struct ranked *ranked = memory_alloc(n, sizeof *ranked, err);

    if (!ranked)
        return err->code;
    v->interactions = (struct interactions){ .model = &v->model,
                                             .seed = ~v->seed,
                                             .log2_points = v->log2_points };
    for (size_t i = 0; i < n; i++)
        ranked[i] = (struct ranked){ matters(v, i), i };
    qsort(ranked, n, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < n && i < v->n_paired && ranked[i].effect > 0; i++)
        v->interactions.input[v->interactions.n++] = ranked[i].input;
    free(ranked);
    return v->interactions.n > 1 ? interactions_run(&v->interactions, job, threads, err) : OK;
}

double sensitivity_bytes(const struct scenario *s, size_t n_output, int threads)
{
    const double inputs = (double)s->n_parameter, groups = (double)(s->n_issue + s->n_party + 10);
    const double width = 3 + inputs * (1 + EFFECTS_BINS) + 2 * groups;
    const double found = 1 + inputs * (3 + EFFECTS_BINS) + 2 * groups;
    const double packages = s->n_phase > 0 ? (double)s->grid.total : 0;

    return (double)n_output * sizeof(double) *
               (width * (EFFECTS_SCRAMBLES + threads) + found * (EFFECTS_SCRAMBLES + 3)) +
           threads * packages * sizeof(struct front_like);
}

enum error_code sensitivity_run(struct sensitivity *v, struct pool_job *job, int threads,
                                struct error *err)
{
    const bool plays_talks = v->outputs->wants[METRIC_TALKS];

    if (numbers_init(&v->numbers, v->layout->scenario, plays_talks, err) != OK)
        return err->code;
    v->is_answer = memory_alloc(v->outputs->n, sizeof *v->is_answer, err);
    if (!v->is_answer)
        return err->code;
    for (size_t o = 0; o < v->outputs->n; o++)
        v->is_answer[o] = output_is_answer(&v->outputs->of[o]);
    make_model(v);
    if (effects_run(&v->effects, job, threads, err) != OK || rank_numbers(v, err) != OK)
        return err->code;
    return v->n_paired > 1 ? run_pairs(v, job, threads, err) : OK;
}

void sensitivity_release(struct sensitivity *v)
{
    interactions_release(&v->interactions);
    effects_release(&v->effects);
    numbers_release(&v->numbers);
    free(v->order);
    free(v->is_answer);
}
