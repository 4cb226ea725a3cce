/* teachable.c - how much as many answers could teach at all, were the scenarios right */
#include "teachable.h"

#include "interrupt.h"
#include "sorting.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

struct study {
    const struct learned *learned;
    bool by_scenario;
    size_t n;                 /* records */
    double *gain, *effective; /* [n] of each: the gain, and how many worlds count in the mean */
};

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    struct recorded *made_up; /* [n_answer] a record */
    double *log;              /* [worlds * n_answer] */
    double *w;                /* [worlds] */
    double effective;         /* sum over weighings */
    size_t n_weighed;
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

/* The change of the sum of squares of the answers left out, predicted from all others. */
static double learn_from_others(const struct study *study, struct space *space, size_t truth,
                                const struct left_out *out)
{
    const struct learned *l = study->learned;
    const struct history *h = history_of(study);
    double sum = 0;

    for (size_t i = 0; i < l->n; i++) {
        space->w[i] = i == truth ? -INFINITY : 0;
        for (size_t k = 0; k < h->n_answer; k++)
            if (k != out->answer && history_group(h, k) != out->group)
                space->w[i] += space->log[i * h->n_answer + k];
    }
    space->effective += weighted_scale(l->n, space->w).effective;
    space->n_weighed++;
    for (size_t k = 0; k < h->n_answer; k++) {
        if (k != out->answer && history_group(h, k) != out->group)
            continue;
        const double p = ensemble_chance(&l->prior, k, space->w),
                     prior = l->chance[CHANCE_PRIOR][k];
        sum += recorded_squares(&space->made_up[k], p, p) -
               recorded_squares(&space->made_up[k], prior, prior);
    }
    return sum;
}

static double gain_of(const struct study *study, struct space *space, size_t truth)
{
    const struct history *h = history_of(study);
    const size_t parts = study->by_scenario ? h->n_group : h->n_answer;
    struct left_out out = left_out_none;
    double sum = 0;

    make_up(study, space, truth);
    for (size_t i = 0; i < parts; i++) {
        *(study->by_scenario ? &out.group : &out.answer) = i;
        sum += learn_from_others(study, space, truth, &out);
    }
    return sum / history_answers(h);
}

static enum error_code work(void *with, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    const struct study *study = with;

    for (uint64_t record = first; record < last; record++) {
        if (interrupt_check(err) != OK)
            return err->code;
        struct space *space = opened;
        space->effective = 0;
        space->n_weighed = 0;
        study->gain[record] = gain_of(study, space, record);
        study->effective[record] = space->effective / (double)space->n_weighed;
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
        t->effective += study->effective[i] / n;
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
                           .gain = memory_alloc(2 * n, sizeof *study.gain, err) };

    if (!study.gain)
        return err->code;
    study.effective = study.gain + n;
    *job = (struct pool_job){
        .study = &study, .n = n, .block = 1, .open = open_space, .work = work, .close = close_space
    };
    if (pool_run(job, threads, err) == OK && interrupt_check(err) == OK)
        sum_up(&study, t);
    free(study.gain);
    return err->code;
}
