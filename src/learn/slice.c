/* slice.c - one world of a population: asked, and moved */
#include "slice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TRIES = 60 }; /* the bracket is then a point: the world stays */

enum error_code slice_init(struct slice *s, const struct joint *j, const struct answering_set *set,
                           uint64_t seed, struct error *err)
{
    *s = (struct slice){ .rng = gsl_rng_alloc(rng_philox) };
    if (!s->rng)
        return error_set(err, ERR_MEMORY, "not enough memory for a generator");
    gsl_rng_set(s->rng, seed);
    s->u = memory_alloc(3 * j->n, sizeof *s->u, err);
    s->standing = memory_alloc(j->history->n_answer, sizeof *s->standing, err);
    s->log = memory_alloc(j->history->n, sizeof *s->log, err);
    if (err->code != OK)
        return err->code;
    s->nu = s->u + j->n;
    s->tried = s->nu + j->n;
    return likelihood_init(&s->likelihood, j, set, err);
}

void slice_release(struct slice *s)
{
    if (s->rng)
        gsl_rng_free(s->rng);
    free(s->u);
    free(s->standing);
    free(s->log);
    likelihood_release(&s->likelihood);
}

enum error_code slice_ask(struct slice *s, const double score[], size_t from, size_t to,
                          uint64_t world, struct error *err)
{
    const struct joint *j = s->likelihood.joint;
    const struct history *h = j->history;

    for (size_t i = 0; i < j->n; i++)
        s->u[i] = joint_uniform(score[i]);
    for (size_t i = 0; i < h->n; i++) {
        if (h->date[i] < from || h->date[i] > to || h->first[i] == h->first[i + 1])
            continue;
        if (likelihood_ask(&s->likelihood, i, s->u, world, s->standing + h->first[i], NULL, err) !=
            OK)
            return err->code;
        s->log[i] = 0;
        for (size_t k = h->first[i]; k < h->first[i + 1]; k++)
            s->log[i] += standing_log(&s->standing[k], &h->answer[k]);
    }
    return OK;
}

/* The log probability of the answers so far, those of the last date tempered. */
static double target(const struct slice *s, const double log[])
{
    const struct history *h = s->likelihood.joint->history;
    double sum = 0;

    for (size_t i = 0; i < h->n; i++)
        if (h->date[i] <= s->date)
            sum += (h->date[i] == s->date ? s->temper : 1) * log[i];
    return sum;
}

enum error_code slice_move(struct slice *s, double score[], double log_of[], uint64_t world,
                           struct error *err)
{
    const size_t n = s->likelihood.joint->n, n_scenario = s->likelihood.joint->history->n;
    const double least = target(s, log_of) + log(gsl_rng_uniform_pos(s->rng));
    double angle = 2 * M_PI * gsl_rng_uniform(s->rng), low = angle - 2 * M_PI, high = angle;

    for (size_t i = 0; i < n; i++)
        s->nu[i] = joint_score(gsl_rng_uniform_pos(s->rng));
    for (int try = 0; try < TRIES; try++) {
        for (size_t i = 0; i < n; i++)
            s->tried[i] = cos(angle) * score[i] + sin(angle) * s->nu[i];
        if (slice_ask(s, s->tried, 0, s->date, world, err) != OK)
            return err->code;
        if (target(s, s->log) >= least) {
            memcpy(score, s->tried, n * sizeof *score);
            memcpy(log_of, s->log, n_scenario * sizeof *log_of);
            return OK;
        }
        *(angle > 0 ? &high : &low) = angle;
        angle = low + (high - low) * gsl_rng_uniform(s->rng);
    }
    return OK;
}
