/* learned.c - what the record says of the worlds, and how well it is said in advance */
#include "learned.h"

#include <math.h>
#include <stdlib.h>

static const struct history *history_of(const struct learned *l)
{
    return l->joint->history;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

double learned_bytes(const struct joint *j, size_t n, bool learns)
{
    const struct history *h = j->history;
    const double chosen = (double)smaller(n, POPULATION_MOST);
    const double world = ensemble_world_bytes(j, learns);
    const double moving = (2 * (double)(j->n + h->n) + (double)h->n_answer + 2) * sizeof(double);

    return (double)n * (world + 2 * sizeof(double)) + (learns ? chosen * (world + moving) : 0);
}

static enum error_code make_room(struct learned *l, struct error *err)
{
    const struct history *h = history_of(l);

    for (size_t c = 0; c < CHANCE_COUNT; c++) {
        l->chance[c] = memory_alloc(h->n_answer, sizeof *l->chance[c], err);
        for (size_t k = 0; l->chance[c] && k < h->n_answer; k++)
            l->chance[c][k] = NAN;
    }
    l->effective_without = memory_alloc(h->n_answer, sizeof *l->effective_without, err);
    l->evidence = memory_alloc(h->n_date, sizeof *l->evidence, err);
    l->weight = memory_alloc(l->n, sizeof *l->weight, err);
    return err->code;
}

static enum error_code draw_prior(struct learned *l, struct pool_job *job, int threads,
                                  struct error *err)
{
    l->prior = (struct ensemble){
        .joint = l->joint, .set = l->set, .n = l->n, .seed = l->seed, .wants_values = l->learns
    };
    if (ensemble_fill(&l->prior, job, threads, err) != OK)
        return err->code;
    for (size_t k = 0; k < history_of(l)->n_answer; k++)
        l->chance[CHANCE_PRIOR][k] = ensemble_chance(&l->prior, k, NULL);
    return OK;
}

/* What is known after each date, and forward chances, from weights. */
static void weigh_forward(struct learned *l, double w[])
{
    const struct history *h = history_of(l);
    struct left_out out = left_out_none;

    for (size_t date = 0; date < h->n_date; date++) {
        out.from_date = date;
        ensemble_weigh(&l->prior, &out, w);
        for (size_t k = 0; k < h->n_answer; k++)
            if (h->date[h->answer[k].scenario] == date)
                l->chance[CHANCE_FORWARD][k] = ensemble_chance(&l->prior, k, w);
        out.from_date = date + 1;
        const struct weighed weighed = ensemble_weigh(&l->prior, &out, w);
        l->evidence[date] = (struct evidence){ weighed.effective, weighed.log_mean,
                                               weighted_error(&weighed, l->prior.n) };
    }
}

static enum error_code follow_population(struct learned *l, struct pool_job *job, int threads,
                                         struct error *err)
{
    const struct history *h = history_of(l);
    struct population *p = &l->population;

    *p = (struct population){
        .joint = l->joint, .set = l->set, .n = smaller(l->n, POPULATION_MOST), .seed = l->seed
    };
    if (population_run(p, job, threads, err) != OK)
        return err->code;
    for (size_t k = 0; k < h->n_answer; k++)
        l->chance[CHANCE_FORWARD][k] = p->forward[k];
    for (size_t date = 0; date < h->n_date; date++)
        l->evidence[date] = p->evidence[date];
    l->chosen = (struct ensemble){ .joint = l->joint,
                                   .set = l->set,
                                   .n = p->n,
                                   .seed = l->seed,
                                   .score = p->score,
                                   .is_posterior = true,
                                   .wants_values = true };
    l->posterior = &l->chosen;
    return ensemble_fill(&l->chosen, job, threads, err);
}

/* The chance of an answer without some, and how many worlds count then: by the worlds of the
 * posterior, or by those of the prior where more of them count. */
static double chance_without(const struct learned *l, size_t k, const struct left_out *out,
                             double w[], double *effective)
{
    *effective = ensemble_weigh(&l->prior, out, w).effective;
    double chance = ensemble_chance(&l->prior, k, w);

    if (!l->by_population)
        return chance;
    const double chosen = ensemble_weigh(&l->chosen, out, w).effective;
    if (chosen <= *effective)
        return chance;
    *effective = chosen;
    return ensemble_chance(&l->chosen, k, w);
}

static void leave_out(struct learned *l, double w[])
{
    const struct history *h = history_of(l);
    double effective;

    for (size_t k = 0; k < h->n_answer; k++) {
        struct left_out out = left_out_none;
        l->chance[CHANCE_IN_SAMPLE][k] = ensemble_chance(l->posterior, k, l->weight);
        out.answer = k;
        l->chance[CHANCE_WITHOUT_ANSWER][k] = chance_without(l, k, &out, w, &effective);
        out = left_out_none;
        out.scenario = h->answer[k].scenario;
        l->chance[CHANCE_WITHOUT_SCENARIO][k] =
            chance_without(l, k, &out, w, &l->effective_without[k]);
    }
}

static enum error_code learn(struct learned *l, double w[], struct pool_job *job, int threads,
                             struct error *err)
{
    l->weighed = ensemble_weigh(&l->prior, &left_out_none, w);
    l->by_population =
        l->weighed.effective < (double)l->n / 2 &&
        (l->weighed.effective < LEARNED_EFFECTIVE || l->weighed.largest > LEARNED_LARGEST);
    if (l->by_population && follow_population(l, job, threads, err) != OK)
        return err->code;
    if (!l->by_population)
        weigh_forward(l, w);
    ensemble_weigh(l->posterior, &left_out_none, l->weight);
    leave_out(l, w);
    return OK;
}

enum error_code learned_find(struct learned *l, struct pool_job *job, int threads,
                             struct error *err)
{
    double *w = memory_alloc(l->n, sizeof *w, err);

    l->posterior = &l->prior;
    if (w && make_room(l, err) == OK && draw_prior(l, job, threads, err) == OK && l->learns)
        learn(l, w, job, threads, err);
    free(w);
    return err->code;
}

void learned_release(struct learned *l)
{
    ensemble_release(&l->prior);
    ensemble_release(&l->chosen);
    population_release(&l->population);
    for (size_t c = 0; c < CHANCE_COUNT; c++)
        free(l->chance[c]);
    free(l->effective_without);
    free(l->evidence);
    free(l->weight);
    *l = (struct learned){ .n = 0 };
}

double learned_effective(const struct learned *l)
{
    return l->by_population ? (double)l->chosen.n : l->weighed.effective;
}

enum error_code learned_worlds(const struct learned *l, size_t m, size_t from[], struct error *err)
{
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    if (!r)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(r, l->seed);
    rng_open(r, STREAM_RESAMPLING, 0);
    weighted_resample(l->posterior->n, l->weight, m, gsl_rng_uniform(r), from);
    gsl_rng_free(r);
    return OK;
}
