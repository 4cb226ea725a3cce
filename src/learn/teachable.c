/* teachable.c - how much as many answers could teach at all, were the scenarios right */
#include "teachable.h"

#include "interrupt.h"
#include "sorting.h"

#include <gsl/gsl_randist.h>
#include <stdlib.h>

struct study {
    const struct learned *learned;
    bool by_scenario;
    size_t n;     /* records */
    double *gain; /* [n] */
};

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    struct recorded *made_up; /* [n_answer] a record */
    double *log;              /* [worlds * n_answer] */
    double *w;                /* [worlds] */
};

static const struct history *history_of(const struct study *study)
{
    return study->learned->joint->history;
}

static void close_space(void *study, void *closed, enum error_code code)
{
    struct space *space = closed;

    (void)study, (void)code;
    if (space->rng)
        gsl_rng_free(space->rng);
    free(space->made_up);
    free(space->log);
    free(space->w);
    free(space);
}

static enum error_code open_space(void *with, void **opened, struct error *err)
{
    const struct study *study = with;
    const size_t n_answer = history_of(study)->n_answer, worlds = study->learned->n;
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->rng = gsl_rng_alloc(rng_philox);
    space->made_up = memory_alloc(n_answer, sizeof *space->made_up, err);
    space->log = memory_alloc(worlds * n_answer, sizeof *space->log, err);
    space->w = memory_alloc(worlds, sizeof *space->w, err);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code != OK) {
        close_space(NULL, space, err->code);
        return err->code;
    }
    gsl_rng_set(space->rng, study->learned->seed);
    *opened = space;
    return OK;
}

/* What world `truth` answers, and how probable that is in each world. */
static void make_up(const struct study *study, struct space *space, size_t truth)
{
    const struct ensemble *e = &study->learned->prior;
    const struct history *h = history_of(study);

    rng_open(space->rng, STREAM_RECORDS, (UINT64_C(1) << 32) + truth); /* apart from scores.c */
    for (size_t k = 0; k < h->n_answer; k++) {
        const double p = standing_accepts(&e->standing[truth * h->n_answer + k]);
        space->made_up[k] = h->answer[k];
        space->made_up[k].yes = gsl_ran_binomial(space->rng, p, (unsigned)h->answer[k].n);
    }
    for (size_t i = 0; i < e->n; i++)
        for (size_t k = 0; k < h->n_answer; k++)
            space->log[i * h->n_answer + k] =
                standing_log(&e->standing[i * h->n_answer + k], &space->made_up[k]);
}

static double square(double p, const struct recorded *a)
{
    return a->yes * (1 - p) * (1 - p) + (a->n - a->yes) * p * p;
}

/* The change of the sum of squares of the answers first .. last - 1, predicted from all others. */
static double learn_from_others(const struct study *study, struct space *space, size_t truth,
                                size_t first, size_t last)
{
    const struct learned *l = study->learned;
    const size_t n_answer = history_of(study)->n_answer;
    double sum = 0;

    for (size_t i = 0; i < l->n; i++) {
        space->w[i] = i == truth ? 10 * LIKELIHOOD_NEVER * (double)n_answer : 0;
        for (size_t k = 0; k < n_answer; k++)
            space->w[i] += k < first || k >= last ? space->log[i * n_answer + k] : 0;
    }
    weighted_scale(l->n, space->w);
    for (size_t k = first; k < last; k++)
        sum += square(ensemble_chance(&l->prior, k, space->w), &space->made_up[k]) -
               square(l->chance[CHANCE_PRIOR][k], &space->made_up[k]);
    return sum;
}

static double gain_of(const struct study *study, struct space *space, size_t truth)
{
    const struct history *h = history_of(study);
    const double n = history_answers(h);
    double sum = 0;

    make_up(study, space, truth);
    for (size_t s = 0; s < h->n; s++) {
        const size_t step = study->by_scenario ? h->first[s + 1] - h->first[s] : 1;
        for (size_t k = h->first[s]; k < h->first[s + 1]; k += step)
            sum += learn_from_others(study, space, truth, k, k + step);
    }
    return sum / n;
}

static enum error_code work(void *with, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    const struct study *study = with;

    for (uint64_t record = first; record < last; record++) {
        if (interrupt_check(err) != OK)
            return err->code;
        study->gain[record] = gain_of(study, opened, record);
    }
    return OK;
}

static void sum_up(const struct study *study, struct teachable *t)
{
    const double n = (double)study->n;

    *t = (struct teachable){ .mean = 0 };
    qsort(study->gain, study->n, sizeof *study->gain, sorting_rising);
    for (size_t i = 0; i < study->n; i++) {
        t->mean += study->gain[i] / n;
        t->helped += study->gain[i] < 0 ? 1 / n : 0;
    }
    t->low = study->gain[study->n * 25 / 1000];
    t->high = study->gain[study->n - 1 - study->n * 25 / 1000];
}

enum error_code teachable_find(struct teachable *t, const struct learned *l, struct pool_job *job,
                               int threads, struct error *err)
{
    const size_t n = l->n < TEACHABLE_RECORDS ? l->n : TEACHABLE_RECORDS;
    struct study study = { .learned = l,
                           .by_scenario = history_answered(l->joint->history) > 1,
                           .n = n,
                           .gain = memory_alloc(n, sizeof *study.gain, err) };

    if (!study.gain)
        return err->code;
    *job = (struct pool_job){
        .study = &study, .n = n, .block = 1, .open = open_space, .work = work, .close = close_space
    };
    if (pool_run(job, threads, err) == OK && interrupt_check(err) == OK)
        sum_up(&study, t);
    free(study.gain);
    return err->code;
}
