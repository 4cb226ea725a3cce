/* interactions.c - what two inputs of a model do together, beyond what each does by itself */
#include "interactions.h"

#include "arena.h"
#include "hybrid.h"
#include "interrupt.h"
#include "jackknife.h"
#include "pick_freeze.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 }; /* as in effects.c */

/* The sums of an output: struct pick_spread as three numbers; struct pick_first of each input as
 * two; for each pair the squares of pick_pair. */
enum { SUM_SPREAD = 0, SUM_FIRST = 3 };

static size_t sum_of_pair(const struct interactions *v, size_t pair)
{
    return SUM_FIRST + 2 * v->n + pair;
}

static size_t width_of(const struct interactions *v)
{
    return sum_of_pair(v, v->n_pair);
}

/* Pairs in the order (0, 1), (0, 2), ... (1, 2), ... */
static size_t pair_of(const struct interactions *v, size_t i, size_t j)
{
    return i * (2 * v->n - i - 1) / 2 + j - i - 1;
}

struct study {
    struct interactions *interactions;
    struct net net;
};

/* A thread's own room, and what it adds up over a block of rows. */
struct space {
    const struct interactions *interactions;
    struct hybrid hybrid;
    double *yab, *yba; /* [n * n_output] world a, or b, with one input of the other */
    double *sum;       /* [n_output * width] */
};

static enum error_code swap_inputs(struct space *w, struct error *err)
{
    const struct interactions *v = w->interactions;
    const size_t n_output = v->model->n_output;
    struct hybrid *h = &w->hybrid;

    for (size_t i = 0; i < v->n; i++) {
        h->redrawn[v->input[i]] = true;
        if (hybrid_try(h, err) != OK)
            return err->code;
        memcpy(w->yab + i * n_output, h->y, n_output * sizeof *h->y);
        h->redrawn[v->input[i]] = false;
        if (hybrid_try_in_b(h, v->input[i], err) != OK)
            return err->code;
        memcpy(w->yba + i * n_output, h->y, n_output * sizeof *h->y);
    }
    return OK;
}

static void add_output(struct space *w, size_t o)
{
    const struct interactions *v = w->interactions;
    const size_t n_output = v->model->n_output;
    const double ya = w->hybrid.ya[o], yb = w->hybrid.yb[o];
    double *at = w->sum + o * width_of(v);
    struct pick_spread spread = { at[0], at[1], at[2] };

    pick_spread_add(&spread, ya, yb);
    at[0] = spread.n, at[1] = spread.sum, at[2] = spread.square;
    for (size_t i = 0; i < v->n; i++) {
        const double *yab = w->yab + i * n_output, *yba = w->yba + i * n_output;
        double *first = at + SUM_FIRST + 2 * i;
        struct pick_first sums = { first[0], first[1] };
        pick_first_add(&sums, ya, yb, yab[o], yba[o]);
        first[0] = sums.product, first[1] = sums.squares;
        for (size_t j = i + 1; j < v->n; j++) {
            const double one = yba[o] - w->yab[j * n_output + o];
            const double other = w->yba[j * n_output + o] - yab[o];
            at[sum_of_pair(v, pair_of(v, i, j))] += one * one + other * other;
        }
    }
}

static void close_space(struct space *w)
{
    hybrid_release(&w->hybrid);
    free(w->yab);
    free(w->sum);
    free(w);
}

static enum error_code open_space(void *of, void **opened, struct error *err)
{
    const struct interactions *v = ((struct study *)of)->interactions;
    const size_t n_output = v->model->n_output;
    struct space *w = memory_alloc(1, sizeof *w, err);

    if (!w)
        return err->code;
    w->interactions = v;
    w->yab = memory_alloc(2 * v->n * n_output, sizeof *w->yab, err);
    w->sum = memory_alloc(n_output * width_of(v), sizeof *w->sum, err);
    if (err->code != OK || hybrid_init(&w->hybrid, v->model, err) != OK) {
        close_space(w);
        return err->code;
    }
    w->yba = w->yab + v->n * n_output;
    *opened = w;
    return OK;
}

static enum error_code work(void *of, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    const struct study *study = of;
    struct space *w = opened;
    const size_t n_output = w->interactions->model->n_output;

    memset(w->sum, 0, n_output * width_of(w->interactions) * sizeof *w->sum);
    for (uint64_t row = first; row < last; row++) {
        if (interrupt_check(err) != OK || hybrid_begin(&w->hybrid, &study->net, row, err) != OK ||
            swap_inputs(w, err) != OK)
            return err->code;
        for (size_t o = 0; o < n_output; o++)
            add_output(w, o);
    }
    return OK;
}

/* Blocks meet in their order, so that rounding is the same for any number of threads. */
static enum error_code deliver(void *of, void *opened, uint64_t first, uint64_t last,
                               struct error *err)
{
    const struct interactions *v = ((struct study *)of)->interactions;
    const struct space *w = opened;
    const size_t n = v->model->n_output * width_of(v);
    double *sum = v->sum + (first >> v->log2_points) * n;

    (void)last, (void)err;
    for (size_t i = 0; i < n; i++)
        sum[i] += w->sum[i];
    return OK;
}

static void close_study(void *of, void *opened, enum error_code code)
{
    (void)of, (void)code;
    close_space(opened);
}

/* First orders, then what pairs do beyond them: out[n + n_pair]. */
static void estimate(const struct interactions *v, const double sum[], double out[])
{
    const struct pick_spread spread = { sum[0], sum[1], sum[2] };
    const double variance = pick_variance(&spread), rows = spread.n / 2;

    for (size_t i = 0; i < v->n; i++) {
        const double *first = sum + SUM_FIRST + 2 * i;
        const struct pick_first sums = { first[0], first[1] };
        out[i] = variance > 0 ? pick_first(&sums) : NAN;
    }
    for (size_t i = 0; i < v->n; i++)
        for (size_t j = i + 1; j < v->n; j++) {
            const size_t pair = pair_of(v, i, j);
            out[v->n + pair] =
                pick_pair(sum[sum_of_pair(v, pair)], rows, variance) - out[i] - out[j];
        }
}

static enum error_code find(struct interactions *v, struct error *err)
{
    const size_t width = width_of(v), n_found = v->n + v->n_pair, n_output = v->model->n_output;
    double *sum = memory_alloc(width, sizeof *sum, err);
    double *estimates = memory_alloc((EFFECTS_SCRAMBLES + 1) * n_found, sizeof *estimates, err);

    v->found = memory_alloc(n_output * n_found, sizeof *v->found, err);
    for (size_t o = 0; err->code == OK && o < n_output; o++) {
        for (size_t s = 0; s <= EFFECTS_SCRAMBLES; s++) {
            jackknife_sum(width, n_output * width, v->sum + o * width, s, sum);
            estimate(v, sum, estimates + s * n_found);
        }
        for (size_t k = 0; k < n_found; k++)
            v->found[o * n_found + k] = jackknife_interval(estimates + k, n_found);
    }
    free(sum);
    free(estimates);
    return err->code;
}

enum error_code interactions_run(struct interactions *v, struct pool_job *job, int threads,
                                 struct error *err)
{
    const uint64_t points = UINT64_C(1) << v->log2_points;
    struct study study = { .interactions = v };

    v->n_pair = v->n * (v->n - 1) / 2;
    job->study = &study;
    job->n = EFFECTS_SCRAMBLES * points;
    job->block = points < BLOCK ? points : BLOCK;
    job->open = open_space;
    job->work = work;
    job->deliver = deliver;
    job->close = close_study;
    v->sum =
        memory_alloc(EFFECTS_SCRAMBLES * v->model->n_output * width_of(v), sizeof *v->sum, err);
    enum error_code code = err->code;
    if (code == OK)
        code = net_init(&study.net, v->model->n_input, v->log2_points, v->seed, err);
    if (code == OK)
        code = pool_run(job, threads, err);
    return code == OK ? find(v, err) : code;
}

void interactions_release(struct interactions *v)
{
    free(v->sum);
    free(v->found);
}

struct estimate interactions_of(const struct interactions *v, size_t output, size_t i, size_t j)
{
    return v->found[output * (v->n + v->n_pair) + v->n + pair_of(v, i, j)];
}
