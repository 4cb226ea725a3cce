/* effects.c - how much each input of a model, and each group of them, does to its outputs */
#include "effects_sums.h"

#include "arena.h"
#include "design.h"
#include "hybrid.h"
#include "interrupt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 }; /* rows that a thread takes at a time, all of one scramble */

/* The run: what is asked, and the points. */
struct study {
    struct effects *effects;
    struct net net;
};

/* A thread's own room, and what it adds up over a block of rows. */
struct space {
    const struct effects *effects;
    struct hybrid hybrid;
    double *before; /* [n_output] squares of the change so far on a walk */
    double *sum, *in_bin, *at_bin;
    size_t *order; /* [n_group] of a walk */
};

static double square_of(const struct space *w, size_t output)
{
    const double change = w->hybrid.y[output] - w->hybrid.ya[output];
    return change * change;
}

static void add_squares(struct space *w, size_t place)
{
    for (size_t o = 0; o < w->effects->model->n_output; o++)
        w->sum[o * w->effects->width + place] += square_of(w, o);
}

static enum error_code redraw_inputs(struct space *w, struct error *err)
{
    const struct effects_model *m = w->effects->model;

    memset(w->hybrid.redrawn, 0, m->n_input * sizeof *w->hybrid.redrawn);
    for (size_t i = 0; i < m->n_input; i++) {
        w->hybrid.redrawn[i] = true;
        if (hybrid_try(&w->hybrid, err) != OK)
            return err->code;
        add_squares(w, SUM_INPUT + i);
        w->hybrid.redrawn[i] = false;
    }
    return OK;
}

static void set_group(struct space *w, const struct effects_grouping *g, size_t group, bool to)
{
    for (size_t i = 0; i < w->effects->model->n_input; i++)
        if (g->group[i] == group)
            w->hybrid.redrawn[i] = to;
}

static enum error_code redraw_groups(struct space *w, size_t grouping, struct error *err)
{
    const struct effects *e = w->effects;
    const struct effects_grouping *g = &e->grouping[grouping];

    memset(w->hybrid.redrawn, 0, e->model->n_input * sizeof *w->hybrid.redrawn);
    for (size_t k = 0; k < g->n; k++) {
        set_group(w, g, k, true);
        if (hybrid_try(&w->hybrid, err) != OK)
            return err->code;
        add_squares(w, sum_of_group(e, e->first_group[grouping] + k));
        set_group(w, g, k, false);
    }
    return OK;
}

/* What a group that has just been redrawn adds to the square of the change. */
static void add_walk(struct space *w, size_t place)
{
    for (size_t o = 0; o < w->effects->model->n_output; o++) {
        const double now = square_of(w, o);
        w->sum[o * w->effects->width + place] += (now - w->before[o]) / 2;
        w->before[o] = now;
    }
}

/* From a to b, group after group in a random order: the mean of what a group adds, over orders, is
 * its Shapley effect. */
static enum error_code walk(struct space *w, size_t grouping, struct error *err)
{
    const struct effects *e = w->effects;
    const struct effects_grouping *g = &e->grouping[grouping];

    design_order(g->n, e->seed, w->hybrid.row * EFFECTS_GROUPINGS + grouping, w->order);
    memset(w->hybrid.redrawn, 0, e->model->n_input * sizeof *w->hybrid.redrawn);
    memset(w->before, 0, e->model->n_output * sizeof *w->before);
    for (size_t k = 0; k < g->n; k++) {
        const size_t group = w->order[k];
        set_group(w, g, group, true);
        if (hybrid_try(&w->hybrid, err) != OK)
            return err->code;
        add_walk(w, sum_of_walk(e, e->first_group[grouping] + group));
    }
    return OK;
}

static size_t bin_of(const struct effects *e, size_t input, double u, double x)
{
    const struct effects_model *m = e->model;

    return m->n_value[input] > 0 ? m->which(m->with, input, x)
                                 : (size_t)(u * (double)e->n_bin[input]);
}

static void add_to_bins(struct space *w, const double u[], const double x[], const double y[])
{
    const struct effects *e = w->effects;

    for (size_t i = 0; i < e->model->n_input; i++) {
        const size_t bin = e->first_bin[i] + bin_of(e, i, u[i], x[i]);
        w->in_bin[bin]++;
        w->at_bin[bin] += x[i];
        for (size_t o = 0; o < e->model->n_output; o++)
            w->sum[o * e->width + sum_of_bin(e, bin)] += y[o];
    }
}

static void add_spread(struct space *w)
{
    for (size_t o = 0; o < w->effects->model->n_output; o++) {
        double *at = w->sum + o * w->effects->width + SUM_SPREAD;
        struct pick_spread spread = { at[0], at[1], at[2] };
        pick_spread_add(&spread, w->hybrid.ya[o], w->hybrid.yb[o]);
        at[0] = spread.n, at[1] = spread.sum, at[2] = spread.square;
    }
}

static enum error_code take_row(struct space *w, const struct study *study, uint64_t row,
                                struct error *err)
{
    const struct effects *e = w->effects;
    const struct hybrid *h = &w->hybrid;

    if (interrupt_check(err) != OK || hybrid_begin(&w->hybrid, &study->net, row, err) != OK)
        return err->code;
    add_spread(w);
    add_to_bins(w, h->ca, h->xa, h->ya);
    add_to_bins(w, h->cb, h->xb, h->yb);
    if (redraw_inputs(w, err) != OK)
        return err->code;
    for (size_t k = 0; k < e->n_grouping; k++)
        if (redraw_groups(w, k, err) != OK || walk(w, k, err) != OK)
            return err->code;
    return OK;
}

static void close_space(struct space *w)
{
    hybrid_release(&w->hybrid);
    free(w->before);
    free(w->order);
    free(w->sum);
    free(w);
}

static enum error_code allocate_space(struct space *w, struct error *err)
{
    const struct effects *e = w->effects;
    const size_t n_output = e->model->n_output;

    w->before = memory_alloc(n_output, sizeof *w->before, err);
    w->order = memory_alloc(e->n_group, sizeof *w->order, err);
    w->sum = memory_alloc(n_output * e->width + 2 * e->bins, sizeof *w->sum, err);
    if (err->code != OK)
        return err->code;
    w->in_bin = w->sum + n_output * e->width;
    w->at_bin = w->in_bin + e->bins;
    return hybrid_init(&w->hybrid, e->model, err);
}

static enum error_code open_space(void *of, void **opened, struct error *err)
{
    const struct study *study = of;
    struct space *w = memory_alloc(1, sizeof *w, err);

    if (!w)
        return err->code;
    w->effects = study->effects;
    if (allocate_space(w, err) != OK) {
        close_space(w);
        return err->code;
    }
    *opened = w;
    return OK;
}

static enum error_code work(void *of, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    const struct study *study = of;
    struct space *w = opened;
    const struct effects *e = w->effects;

    memset(w->sum, 0, (e->model->n_output * e->width + 2 * e->bins) * sizeof *w->sum);
    for (uint64_t row = first; row < last; row++)
        if (take_row(w, study, row, err) != OK)
            return err->code;
    return OK;
}

static void add(size_t n, const double more[], double sum[])
{
    for (size_t i = 0; i < n; i++)
        sum[i] += more[i];
}

/* Blocks meet in their order, so that rounding is the same for any number of threads. */
static enum error_code deliver(void *of, void *opened, uint64_t first, uint64_t last,
                               struct error *err)
{
    struct effects *e = ((struct study *)of)->effects;
    const struct space *w = opened;
    const size_t scramble = (size_t)(first >> e->log2_points), n = e->model->n_output * e->width;

    (void)last, (void)err;
    add(n, w->sum, e->sum + scramble * n);
    add(e->bins, w->in_bin, e->in_bin + scramble * e->bins);
    add(e->bins, w->at_bin, e->at_bin + scramble * e->bins);
    return OK;
}

static void close_study(void *of, void *opened, enum error_code code)
{
    (void)of, (void)code;
    close_space(opened);
}

/* Few points in a bin say little of it, few bins little of the input: the root of the number of
 * points, a power of two. */
static size_t bins_for(unsigned log2_points)
{
    const double points = 2.0 * EFFECTS_SCRAMBLES * exp2(log2_points);
    size_t bins = 2;

    while (2 * bins <= EFFECTS_BINS && (double)(2 * bins) <= sqrt(points))
        bins *= 2;
    return bins;
}

static void lay_out(struct effects *e)
{
    const struct effects_model *m = e->model;
    const size_t bins = bins_for(e->log2_points);

    e->bins = e->curves = e->n_group = 0;
    for (size_t k = 0; k < e->n_grouping; k++) {
        e->first_group[k] = e->n_group;
        e->n_group += e->grouping[k].n;
    }
    for (size_t i = 0; i < m->n_input; i++) {
        e->n_bin[i] = m->n_value[i] > 0 ? m->n_value[i] : bins;
        e->first_bin[i] = e->bins;
        e->first_curve[i] = e->curves;
        e->bins += e->n_bin[i];
        e->curves += effects_points(e, i);
    }
    e->width = sum_of_bin(e, e->bins);
}

static enum error_code allocate(struct effects *e, struct error *err)
{
    const size_t n = e->model->n_input;

    e->n_bin = memory_alloc(3 * n, sizeof *e->n_bin, err);
    if (!e->n_bin)
        return err->code;
    e->first_bin = e->n_bin + n;
    e->first_curve = e->first_bin + n;
    lay_out(e);
    e->sum = memory_alloc(EFFECTS_SCRAMBLES * e->model->n_output * e->width, sizeof *e->sum, err);
    e->in_bin = memory_alloc(2 * EFFECTS_SCRAMBLES * e->bins, sizeof *e->in_bin, err);
    if (e->in_bin)
        e->at_bin = e->in_bin + EFFECTS_SCRAMBLES * e->bins;
    return err->code;
}

double effects_runs(const struct effects *e)
{
    double a_row = 2 + (double)e->model->n_input;

    for (size_t k = 0; k < e->n_grouping; k++)
        a_row += 2 * (double)e->grouping[k].n;
    return EFFECTS_SCRAMBLES * exp2(e->log2_points) * a_row;
}

enum error_code effects_run(struct effects *e, struct pool_job *job, int threads, struct error *err)
{
    const uint64_t points = UINT64_C(1) << e->log2_points;
    struct study study = { .effects = e };

    job->study = &study;
    job->n = EFFECTS_SCRAMBLES * points;
    job->block = points < BLOCK ? points : BLOCK;
    job->open = open_space;
    job->work = work;
    job->deliver = deliver;
    job->close = close_study;
    enum error_code code = net_init(&study.net, e->model->n_input, e->log2_points, e->seed, err);
    if (code == OK)
        code = allocate(e, err);
    if (code == OK)
        code = pool_run(job, threads, err);
    return code == OK ? estimates_find(e, err) : code;
}

void effects_release(struct effects *e)
{
    free(e->n_bin);
    free(e->sum);
    free(e->in_bin);
    free(e->found);
}
