/* bootstrap.c - intervals of means over groups that are not independent within */
#include "bootstrap.h"

#include "arena.h"
#include "sorting.h"

#include <math.h>
#include <stdlib.h>

/* The mean over groups, each taken times[i] times. */
static double mean_of(const struct grouped_mean *m, const size_t times[], bool is_root)
{
    double sum = 0, weight = 0;

    for (size_t i = 0; i < m->n_group; i++) {
        const double n = times ? (double)times[i] : 1;
        sum += n * m->sum[i];
        weight += n * m->weight[i];
    }
    return is_root ? sqrt(sum / weight) : sum / weight;
}

static double value_of(const struct grouped_mean *a, const struct grouped_mean *b,
                       const size_t times[], bool is_root)
{
    return mean_of(a, times, is_root) - (b ? mean_of(b, times, is_root) : 0);
}

static void draw_groups(const gsl_rng *r, size_t sample, size_t n, size_t times[])
{
    rng_open(r, STREAM_BOOTSTRAP, sample);
    for (size_t i = 0; i < n; i++)
        times[i] = 0;
    for (size_t i = 0; i < n; i++)
        times[gsl_rng_uniform_int(r, n)]++;
}

/* b: NULL for the mean of a alone. */
static enum error_code resample(const struct grouped_mean *a, const struct grouped_mean *b,
                                bool is_root, const gsl_rng *r, struct bootstrap *out,
                                struct error *err)
{
    size_t *times = memory_alloc(a->n_group, sizeof *times, err);
    double *value = memory_alloc(BOOTSTRAP_SAMPLES, sizeof *value, err);
    size_t n = 0;

    *out = (struct bootstrap){ value_of(a, b, NULL, is_root), NAN, NAN };
    for (size_t i = 0; err->code == OK && a->n_group > 1 && i < BOOTSTRAP_SAMPLES; i++) {
        draw_groups(r, i, a->n_group, times);
        value[n] = value_of(a, b, times, is_root);
        n += isnan(value[n]) ? 0 : 1; /* a sample may have none of what is looked at */
    }
    if (n > 0) {
        qsort(value, n, sizeof *value, sorting_rising);
        out->low = value[(size_t)(0.025 * (double)n)];
        out->high = value[(size_t)ceil(0.975 * (double)n) - 1];
    }
    free(times);
    free(value);
    return err->code;
}

enum error_code bootstrap_mean(const struct grouped_mean *mean, bool is_root, const gsl_rng *r,
                               struct bootstrap *out, struct error *err)
{
    return resample(mean, NULL, is_root, r, out, err);
}

enum error_code bootstrap_difference(const struct grouped_mean *a, const struct grouped_mean *b,
                                     bool is_root, const gsl_rng *r, struct bootstrap *out,
                                     struct error *err)
{
    return resample(a, b, is_root, r, out, err);
}
