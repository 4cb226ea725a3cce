/* learned.c - what the record says of the worlds, and how well it is said in advance */
#include "learned.h"

#include "interrupt.h"

#include <gsl/gsl_randist.h>
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

/* Beside the worlds themselves: other choices of doubt are tried on a second table, and each thread
 * has one of what made-up records say (doubt_grid.h, teachable.h). */
double learned_bytes(const struct joint *j, size_t n, bool learns, int threads)
{
    const struct history *h = j->history;
    const double chosen = (double)smaller(n, POPULATION_MOST);
    const double world = ensemble_world_bytes(j, learns);
    const double moving = (2 * (double)(j->n + h->n) + (double)h->n_answer + 2) * sizeof(double);

    const double tables = (double)n * (double)h->n_answer * sizeof(double) * (4 + threads);

    return (double)n * (world + 4 * sizeof(double)) +
           (learns ? chosen * (world + moving) + tables : 0);
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

/* By how much, at most, the answers left out can have made one world count more than another: the
 * log of it. */
static double most_pull(const struct learned *l, const struct left_out *out)
{
    const struct history *h = history_of(l);
    double pull = 0;

    for (size_t k = 0; k < h->n_answer; k++) {
        double doubt = 0.5;
        if (k != out->answer && history_group(h, k) != out->group)
            continue;
        for (size_t i = 0; i < l->chosen.n; i++)
            doubt = fmin(doubt, l->chosen.standing[i * h->n_answer + k].doubt);
        pull += h->answer[k].n > 0 ? h->answer[k].n * log((1 - doubt) / doubt) : 0;
    }
    return pull;
}

/* Weights of worlds without some answers, and the worlds that they are of: those of the prior; or
 * those of the posterior where more of these count.  Of these, some must be left where the answers
 * left out say the opposite: effective numbers do not show what is missing.  NULL where too few
 * count. */
static const struct ensemble *weigh_without(const struct learned *l, const struct left_out *out,
                                            double w[], double *effective)
{
    const struct ensemble *by = &l->prior;

    *effective = ensemble_weigh(&l->prior, out, w).effective;
    if (l->by_population && most_pull(l, out) < log((double)l->chosen.n / LEARNED_OPPOSITE)) {
        const double chosen = ensemble_weigh(&l->chosen, out, w).effective;
        by = chosen > *effective ? &l->chosen : by;
        *effective = fmax(chosen, *effective);
        if (by == &l->prior)
            ensemble_weigh(&l->prior, out, w);
    }
    return *effective < LEARNED_FEWEST ? NULL : by;
}

static enum error_code leave_answers_out(struct learned *l, double w[], struct error *err)
{
    for (size_t k = 0; k < history_of(l)->n_answer; k++) {
        struct left_out out = left_out_none;
        double effective;
        out.answer = k;
        const struct ensemble *by = weigh_without(l, &out, w, &effective);
        l->chance[CHANCE_IN_SAMPLE][k] = ensemble_chance(l->posterior, k, l->weight);
        l->chance[CHANCE_WITHOUT_ANSWER][k] = by ? ensemble_chance(by, k, w) : NAN;
        if (interrupt_check(err) != OK)
            return err->code;
    }
    return OK;
}

static enum error_code leave_groups_out(struct learned *l, double w[], struct error *err)
{
    const struct history *h = history_of(l);

    for (size_t g = 0; g < h->n_group; g++) {
        struct left_out out = left_out_none;
        double effective;
        out.group = g;
        const struct ensemble *by = weigh_without(l, &out, w, &effective);
        for (size_t k = 0; k < h->n_answer; k++) {
            if (history_group(h, k) != g)
                continue;
            l->effective_without[k] = effective;
            l->chance[CHANCE_WITHOUT_SCENARIO][k] = by ? ensemble_chance(by, k, w) : NAN;
        }
        if (interrupt_check(err) != OK)
            return err->code;
    }
    return OK;
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
    return leave_answers_out(l, w, err) == OK ? leave_groups_out(l, w, err) : err->code;
}

enum error_code learned_find(struct learned *l, struct pool_job *job, int threads,
                             struct error *err)
{
    double *w = memory_alloc(l->n, sizeof *w, err);

    l->posterior = &l->prior;
    enum error_code code =
        w && make_room(l, err) == OK ? draw_prior(l, job, threads, err) : err->code;
    if (code == OK && l->learns)
        code = learn(l, w, job, threads, err);
    free(w);
    return code;
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
    /* in any order: a command with fewer draws then has as good a part of them as any */
    gsl_ran_shuffle(r, from, m, sizeof *from);
    gsl_rng_free(r);
    return OK;
}
