/* population.c - worlds that follow the record date by date: sequential Monte Carlo */
#include "population.h"

#include "interrupt.h"
#include "slice.h"
#include "weighted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK = 16,       /* worlds that a thread takes at a time */
    STEPS_MOST = 200, /* of one date; the last one then takes what is left */
};

/* What is done with each world at a time. */
struct stage {
    struct population *p;
    size_t date;
    double temper;
    size_t step; /* of all dates */
    bool moves;  /* else the answers of the date are asked for */
};

static void close_space(void *study, void *closed, enum error_code code)
{
    (void)study, (void)code;
    slice_release(closed);
    free(closed);
}

static enum error_code open_space(void *study, void **opened, struct error *err)
{
    const struct stage *stage = study;
    const struct population *p = stage->p;
    struct slice *slice = memory_alloc(1, sizeof *slice, err);

    if (!slice)
        return err->code;
    if (slice_init(slice, p->joint, &p->set, p->seed, err) != OK) {
        close_space(NULL, slice, err->code);
        return err->code;
    }
    slice->date = stage->date;
    slice->temper = stage->temper;
    *opened = slice;
    return OK;
}

static enum error_code ask(const struct stage *stage, struct slice *slice, uint64_t world,
                           struct error *err)
{
    struct population *p = stage->p;
    const struct history *h = p->joint->history;

    if (slice_ask(slice, p->score + world * p->joint->n, stage->date, stage->date, world, err) !=
        OK)
        return err->code;
    for (size_t s = 0; s < h->n; s++) {
        if (h->date[s] != stage->date)
            continue;
        p->log[world * h->n + s] = slice->log[s];
        for (size_t k = h->first[s]; k < h->first[s + 1]; k++)
            p->accepts[world * h->n_answer + k] = standing_accepts(&slice->standing[k]);
    }
    return OK;
}

static enum error_code move(const struct stage *stage, struct slice *slice, uint64_t world,
                            struct error *err)
{
    struct population *p = stage->p;

    rng_open(slice->rng, STREAM_MOVES, stage->step * p->n + world);
    for (int i = 0; i < POPULATION_MOVES; i++)
        if (slice_move(slice, p->score + world * p->joint->n, p->log + world * p->joint->history->n,
                       world, err) != OK)
            return err->code;
    return OK;
}

static enum error_code work(void *study, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    const struct stage *stage = study;

    for (uint64_t world = first; world < last; world++)
        if (interrupt_check(err) != OK ||
            (stage->moves ? move : ask)(stage, opened, world, err) != OK)
            return err->code;
    return OK;
}

static enum error_code run_stage(struct stage *stage, struct pool_job *job, int threads,
                                 struct error *err)
{
    job->study = stage;
    job->n = stage->p->n;
    job->block = BLOCK;
    job->open = open_space;
    job->work = work;
    job->close = close_space;
    if (pool_run(job, threads, err) != OK)
        return err->code;
    return interrupt_check(err);
}

/* The answers of a date in each world: weight[n]. */
static void weigh_date(struct population *p, size_t date)
{
    const struct history *h = p->joint->history;

    for (size_t i = 0; i < p->n; i++) {
        p->weight[i] = 0;
        for (size_t s = 0; s < h->n; s++)
            if (h->date[s] == date)
                p->weight[i] += p->log[i * h->n + s];
    }
}

/* How far the power of a date's answers may rise, at most `left`, so that half of the worlds or
 * more count: by halving on the logarithm. */
static double find_rise(const struct population *p, double left)
{
    const double enough = (double)p->n / 2;
    double low = left * 1e-12, high = left;

    if (weighted_effective(p->n, p->weight, left) >= enough)
        return left;
    for (int i = 0; i < 60; i++) {
        const double middle = sqrt(low * high);
        *(weighted_effective(p->n, p->weight, middle) >= enough ? &low : &high) = middle;
    }
    return low;
}

static void swap(double **a, double **b)
{
    double *kept = *a;

    *a = *b;
    *b = kept;
}

/* Chooses worlds by their weights, which sum to 1. */
static void choose(struct population *p, size_t step)
{
    const size_t n = p->joint->n, n_scenario = p->joint->history->n;

    rng_open(p->rng, STREAM_RESAMPLING, step + 1); /* 0 is of the worlds that are written */
    weighted_resample(p->n, p->weight, p->n, gsl_rng_uniform(p->rng), p->from);
    memcpy(p->eve + p->n, p->eve, p->n * sizeof *p->eve);
    for (size_t i = 0; i < p->n; i++)
        p->eve[i] = p->eve[p->n + p->from[i]];
    for (size_t i = 0; i < p->n; i++) {
        memcpy(p->spare_score + i * n, p->score + p->from[i] * n, n * sizeof *p->score);
        memcpy(p->spare_log + i * n_scenario, p->log + p->from[i] * n_scenario,
               n_scenario * sizeof *p->log);
    }
    swap(&p->score, &p->spare_score);
    swap(&p->log, &p->spare_log);
}

/* Takes in the answers of a date, whose log probabilities are in p->log. */
static enum error_code follow_date(struct population *p, size_t date, struct evidence *known,
                                   struct pool_job *job, int threads, struct error *err)
{
    struct stage stage = { .p = p, .date = date, .moves = true };
    double variance = known->error * known->error;

    for (int step = 1; stage.temper < 1; step++) {
        weigh_date(p, date);
        const double left = 1 - stage.temper;
        const double rise = step < STEPS_MOST ? find_rise(p, left) : left;
        for (size_t i = 0; i < p->n; i++)
            p->weight[i] *= rise;
        const struct weighed weighed = weighted_scale(p->n, p->weight);
        known->log_z += weighed.log_mean;
        known->effective = weighed.effective;
        variance += pow(weighted_error(&weighed, p->n), 2);
        stage.temper = rise == left ? 1 : stage.temper + rise;
        stage.step = p->n_step++;
        choose(p, stage.step);
        if (run_stage(&stage, job, threads, err) != OK)
            return err->code;
    }
    known->error = sqrt(variance);
    return OK;
}

/* What the worlds say of a date's answers before they are taken in. */
static void look_forward(struct population *p, size_t date)
{
    const struct history *h = p->joint->history;

    for (size_t k = 0; k < h->n_answer; k++) {
        if (h->date[h->answer[k].scenario] != date)
            continue;
        p->forward[k] = 0;
        for (size_t i = 0; i < p->n; i++)
            p->forward[k] += p->accepts[i * h->n_answer + k] / (double)p->n;
    }
}

static enum error_code make_room(struct population *p, struct error *err)
{
    const struct history *h = p->joint->history;
    double **room[] = {
        &p->score, &p->spare_score, &p->log, &p->spare_log, &p->accepts, &p->weight
    };
    const size_t width[] = { p->joint->n, p->joint->n, h->n, h->n, h->n_answer, 1 };

    for (size_t i = 0; i < COUNT_OF(room); i++)
        *room[i] = memory_alloc(p->n * width[i], sizeof **room[i], err);
    p->from = memory_alloc(p->n, sizeof *p->from, err);
    p->eve = memory_alloc(2 * p->n, sizeof *p->eve, err);
    p->forward = memory_alloc(h->n_answer, sizeof *p->forward, err);
    p->evidence = memory_alloc(h->n_date, sizeof *p->evidence, err);
    return err->code;
}

static enum error_code begin(struct population *p, struct error *err)
{
    p->rng = gsl_rng_alloc(rng_philox);
    if (!p->rng)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(p->rng, p->seed);
    for (size_t i = 0; i < p->n; i++) {
        double *score = p->score + i * p->joint->n;
        p->eve[i] = i;
        joint_draw(p->joint, p->rng, i, score);
        for (size_t k = 0; k < p->joint->n; k++)
            score[k] = joint_score(score[k]);
    }
    return OK;
}

enum error_code population_run(struct population *p, struct pool_job *job, int threads,
                               struct error *err)
{
    const struct history *h = p->joint->history;
    struct evidence known = { .effective = (double)p->n };
    const struct pool_job told =
        *job; /* a tick is a date here, as the number of steps is unknown */

    job->tick = NULL;

    if (make_room(p, err) != OK || begin(p, err) != OK)
        return err->code;
    for (size_t date = 0; date < h->n_date; date++) {
        struct stage stage = { .p = p, .date = date };
        if (run_stage(&stage, job, threads, err) != OK)
            return err->code;
        look_forward(p, date);
        if (follow_date(p, date, &known, job, threads, err) != OK)
            return err->code;
        p->evidence[date] = known;
        if (told.tick)
            told.tick(told.watcher, p->n / h->n_date);
    }
    return OK;
}

void population_release(struct population *p)
{
    double *room[] = { p->score,   p->spare_score, p->log,    p->spare_log,
                       p->accepts, p->weight,      p->forward };

    for (size_t i = 0; i < COUNT_OF(room); i++)
        free(room[i]);
    free(p->from);
    free(p->eve);
    if (p->rng)
        gsl_rng_free(p->rng);
    free(p->evidence);
    *p = (struct population){ .n = 0 };
}
