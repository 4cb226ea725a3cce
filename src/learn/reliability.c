/* reliability.c - whether stated chances come true as often as they say, with a band of chance */
#include "reliability.h"

#include "sorting.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

#define MOST_COUNT 1e9

/* Room for records that chance makes up. */
struct room {
    struct forecast *forecast;     /* [n] */
    struct reliability_step *step; /* [n] */
    double *rate;                  /* [n * RELIABILITY_SAMPLES] a forecast a row */
};

/* The stated chances with their answers, each chance once. */
static void list_chances(struct reliability *f, const struct learned *l, enum chance rule,
                         struct room *room)
{
    const struct history *h = l->joint->history;
    size_t n = 0;

    for (size_t k = 0; k < h->n_answer; k++)
        if (h->answer[k].n > 0)
            room->forecast[n++] =
                (struct forecast){ l->chance[rule][k], h->answer[k].n, h->answer[k].yes };
    corp_steps(n, room->forecast, room->step); /* sorts them */
    for (size_t i = 0; i < n; i++) {
        const struct forecast *of = &room->forecast[i];
        if (f->n == 0 || f->at[f->n - 1].p != of->p)
            f->at[f->n++] = (struct reliable){ .p = of->p };
        f->at[f->n - 1].n += of->n;
        f->at[f->n - 1].rate += of->yes;
    }
}

/* The rate of the step that each chance is in: rate[f->n * stride]. */
static void fit(const struct reliability *f, struct room *room, double rate[], size_t stride)
{
    const size_t n = corp_steps(f->n, room->forecast, room->step);
    size_t at = 0;

    for (size_t i = 0; i < f->n; i++) {
        while (at + 1 < n && f->at[i].p > room->step[at].p_high)
            at++;
        rate[i * stride] = room->step[at].rate;
    }
}

static void find_band(struct reliability *f, struct room *room, const gsl_rng *r)
{
    for (size_t sample = 0; sample < RELIABILITY_SAMPLES; sample++) {
        rng_open(r, STREAM_RECORDS, UINT64_MAX - sample); /* apart from those of scores.c */
        for (size_t i = 0; i < f->n; i++) {
            const struct reliable *at = &f->at[i];
            const double n = fmin(at->n, MOST_COUNT); /* more would not narrow the band visibly */
            const double yes = gsl_ran_binomial(r, at->p, (unsigned)n) * (at->n / n);
            room->forecast[i] = (struct forecast){ at->p, at->n, yes };
        }
        fit(f, room, room->rate + sample, RELIABILITY_SAMPLES);
    }
    for (size_t i = 0; i < f->n; i++) {
        double *rate = room->rate + i * RELIABILITY_SAMPLES;
        qsort(rate, RELIABILITY_SAMPLES, sizeof *rate, sorting_rising);
        f->at[i].low = rate[RELIABILITY_SAMPLES * 25 / 1000];
        f->at[i].high = rate[RELIABILITY_SAMPLES - 1 - RELIABILITY_SAMPLES * 25 / 1000];
    }
}

enum error_code reliability_find(struct reliability *f, const struct learned *l, enum chance rule,
                                 struct error *err)
{
    const size_t n = l->joint->history->n_answer;
    struct room room = { .forecast = memory_alloc(n, sizeof *room.forecast, err),
                         .step = memory_alloc(n, sizeof *room.step, err),
                         .rate = memory_alloc(n * RELIABILITY_SAMPLES, sizeof *room.rate, err) };
    gsl_rng *r = gsl_rng_alloc(rng_philox);

    *f = (struct reliability){ .at = memory_alloc(n, sizeof *f->at, err) };
    if (!r)
        error_set(err, ERR_MEMORY, "not enough memory for a generator");
    if (err->code == OK) {
        gsl_rng_set(r, l->seed);
        list_chances(f, l, rule, &room);
        for (size_t i = 0; i < f->n; i++)
            room.forecast[i] = (struct forecast){ f->at[i].p, f->at[i].n, f->at[i].rate };
        fit(f, &room, room.rate, 1);
        for (size_t i = 0; i < f->n; i++)
            f->at[i].rate = room.rate[i];
        find_band(f, &room, r);
    }
    if (r)
        gsl_rng_free(r);
    free(room.forecast);
    free(room.step);
    free(room.rate);
    return err->code;
}

void reliability_release(struct reliability *f)
{
    free(f->at);
    *f = (struct reliability){ .n = 0 };
}
