/* ensemble.c - many worlds, what is answered in each, and how much each counts */
#include "ensemble.h"

#include "interrupt.h"

#include <stdlib.h>

enum { BLOCK = 32 }; /* worlds that a thread takes at a time */

const struct left_out left_out_none = { NONE, NONE, NONE };

/* A thread's own room. */
struct space {
    gsl_rng *rng;
    struct likelihood likelihood;
    double *u; /* [joint->n] */
};

static void close_space(void *study, void *closed, enum error_code code)
{
    struct space *space = closed;

    (void)study, (void)code;
    if (space->rng)
        gsl_rng_free(space->rng);
    likelihood_release(&space->likelihood);
    free(space->u);
    free(space);
}

static enum error_code open_space(void *study, void **opened, struct error *err)
{
    const struct ensemble *e = study;
    struct space *space = memory_alloc(1, sizeof *space, err);

    if (!space)
        return err->code;
    space->rng = gsl_rng_alloc(rng_philox);
    space->u = memory_alloc(e->joint->n, sizeof *space->u, err);
    if (!space->rng)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (likelihood_init(&space->likelihood, e->joint, &e->set, err) != OK || err->code != OK) {
        close_space(NULL, space, err->code);
        return err->code;
    }
    gsl_rng_set(space->rng, e->seed);
    *opened = space;
    return OK;
}

static void find_world(const struct ensemble *e, const struct space *space, uint64_t world)
{
    const size_t n = e->joint->n;

    if (!e->score)
        joint_draw(e->joint, space->rng, world, space->u);
    for (size_t i = 0; e->score && i < n; i++)
        space->u[i] = joint_uniform(e->score[world * n + i]);
}

/* The values of the numbers that a scenario is the first to have. */
static void keep_values(const struct ensemble *e, size_t s, const double theta[], uint64_t world)
{
    const struct joint *j = e->joint;
    double *value = e->value + world * j->n;

    for (size_t i = 0; i < j->history->scenario[s]->n_parameter; i++)
        if (j->of[s][i] != NONE && j->number[j->of[s][i]].first == s)
            value[j->of[s][i]] = theta[i];
}

void ensemble_add_up(const struct ensemble *e, size_t world)
{
    const size_t n_answer = e->joint->history->n_answer;

    e->total[world] = 0;
    for (size_t k = 0; k < n_answer; k++)
        e->total[world] += e->log[world * n_answer + k];
}

static enum error_code ask_world(const struct ensemble *e, struct space *space, uint64_t world,
                                 struct error *err)
{
    const struct history *h = e->joint->history;
    const double *theta;

    find_world(e, space, world);
    for (size_t s = 0; s < h->n; s++) {
        const size_t at = world * h->n_answer + h->first[s];
        if (h->first[s] == h->first[s + 1] && !e->value)
            continue; /* it says nothing of the world */
        if (likelihood_ask(&space->likelihood, s, space->u, world, e->standing + at, &theta, err) !=
            OK)
            return err->code;
        if (e->value)
            keep_values(e, s, theta, world);
        for (size_t k = h->first[s]; k < h->first[s + 1]; k++)
            e->log[world * h->n_answer + k] =
                standing_log(&e->standing[world * h->n_answer + k], &h->answer[k]);
    }
    ensemble_add_up(e, world);
    return OK;
}

static enum error_code work(void *study, void *opened, uint64_t first, uint64_t last,
                            struct error *err)
{
    for (uint64_t world = first; world < last; world++)
        if (interrupt_check(err) != OK || ask_world(study, opened, world, err) != OK)
            return err->code;
    return OK;
}

enum error_code ensemble_fill(struct ensemble *e, struct pool_job *job, int threads,
                              struct error *err)
{
    const size_t n_answer = e->joint->history->n_answer;

    e->standing = memory_alloc(e->n * n_answer, sizeof *e->standing, err);
    e->log = memory_alloc(e->n * n_answer, sizeof *e->log, err);
    e->total = memory_alloc(e->n, sizeof *e->total, err);
    if (e->wants_values)
        e->value = memory_alloc(e->n * e->joint->n, sizeof *e->value, err);
    if (err->code != OK)
        return err->code;
    job->study = e;
    job->n = e->n;
    job->block = BLOCK;
    job->open = open_space;
    job->work = work;
    job->close = close_space;
    if (pool_run(job, threads, err) != OK)
        return err->code;
    return interrupt_check(err);
}

void ensemble_release(struct ensemble *e)
{
    free(e->standing);
    free(e->log);
    free(e->total);
    free(e->value);
    *e = (struct ensemble){ .n = 0 };
}

double ensemble_world_bytes(const struct joint *j, bool wants_values)
{
    const double answers = (double)j->history->n_answer;

    return answers * (double)(sizeof(struct standing) + sizeof(double)) +
           (wants_values ? (double)j->n * sizeof(double) : 0);
}

static bool is_left_out(const struct history *h, const struct left_out *out, size_t k)
{
    return k == out->answer || history_group(h, k) == out->group ||
           (out->from_date != NONE && h->date[h->answer[k].scenario] >= out->from_date);
}

/* Adds what an answer says in each world, or takes it off: sign 1 or -1. */
static void add_answer(const struct ensemble *e, size_t k, double sign, double w[])
{
    const size_t n_answer = e->joint->history->n_answer;

    for (size_t i = 0; i < e->n; i++)
        w[i] += sign * e->log[i * n_answer + k];
}

/* Worlds of the prior count by the answers that are kept; those of the posterior have been chosen
 * by all answers, so that the ones left out are divided off. */
struct weighed ensemble_weigh(const struct ensemble *e, const struct left_out *out, double w[])
{
    const struct history *h = e->joint->history;
    size_t n_out = 0;

    for (size_t k = 0; k < h->n_answer; k++)
        n_out += is_left_out(h, out, k);
    const bool adds = !e->is_posterior && 2 * n_out > h->n_answer; /* the shorter way */
    for (size_t i = 0; i < e->n; i++)
        w[i] = e->is_posterior || adds ? 0 : e->total[i];
    for (size_t k = 0; k < h->n_answer; k++)
        if (is_left_out(h, out, k) != adds)
            add_answer(e, k, adds ? 1 : -1, w);
    return weighted_scale(e->n, w);
}

double ensemble_chance(const struct ensemble *e, size_t answer, const double w[])
{
    const size_t n_answer = e->joint->history->n_answer;
    double sum = 0;

    for (size_t i = 0; i < e->n; i++)
        sum +=
            (w ? w[i] : 1 / (double)e->n) * standing_accepts(&e->standing[i * n_answer + answer]);
    return sum;
}
