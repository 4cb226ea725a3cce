/* draw.c - one possible world: a value for every parameter */
#include "draw.h"

#include <inttypes.h>
#include <math.h>

/* theta holds uniform numbers here; draw_from turns them into quantiles afterwards. */
static void correlate(const struct scenario *s, double theta[])
{
    double u[MAX_CORRELATED];

    for (size_t i = 0; i < s->copula.n; i++)
        u[i] = theta[s->correlated[i]];
    copula_apply(&s->copula, u);
    for (size_t i = 0; i < s->copula.n; i++)
        theta[s->correlated[i]] = u[i];
}

static enum error_code not_finite(const struct parameter *p, uint64_t index, struct error *err)
{
    char form[160];

    distribution_format(&p->distribution, sizeof form, form);
    return error_at(err, p->file, p->line,
                    "'%s', %s, has no finite value in draw %" PRIu64
                    "; narrow it with 'min' and 'max'",
                    p->path, form, index);
}

void draw_open(const gsl_rng *r, uint64_t index)
{
    rng_open(r, STREAM_PARAMETERS, index);
}

double draw_uniform(const gsl_rng *r, uint32_t address)
{
    rng_seek(r, address);
    return gsl_rng_uniform_pos(r);
}

/* What was learned takes the place of what was drawn; numbers that nothing was learned of stay. */
static void put_learned(const struct scenario *s, uint64_t index, double theta[])
{
    const struct learned_worlds *w = &s->learned;
    const double *value = w->value + (size_t)(index % w->n_world) * w->n;

    for (size_t i = 0; i < w->n; i++)
        if (!s->parameter[w->parameter[i]].is_varied)
            theta[w->parameter[i]] = value[i];
}

enum error_code draw_make(const struct scenario *s, const gsl_rng *r, uint64_t index,
                          double theta[], struct error *err)
{
    draw_open(r, index);
    for (size_t i = 0; i < s->n_parameter; i++)
        /* the quantile of a fixed number ignores it */
        theta[i] = parameter_is_uncertain(&s->parameter[i])
                       ? draw_uniform(r, s->parameter[i].address)
                       : 0.5;
    if (draw_from(s, index, theta, err) != OK)
        return err->code;
    if (s->learned.n_world > 0)
        put_learned(s, index, theta);
    return OK;
}

enum error_code draw_from(const struct scenario *s, uint64_t index, double theta[],
                          struct error *err)
{
    if (s->copula.n > 0)
        correlate(s, theta);
    for (size_t i = 0; i < s->n_parameter; i++) {
        theta[i] = distribution_quantile(&s->parameter[i].distribution, theta[i]);
        if (!isfinite(theta[i]))
            return not_finite(&s->parameter[i], index, err);
    }
    return OK;
}

double draw_mean_of(const struct scenario *s, size_t parameter)
{
    for (size_t i = 0; i < s->learned.n; i++)
        if (s->learned.parameter[i] == parameter && !s->parameter[parameter].is_varied)
            return s->learned.mean[i];
    return s->parameter[parameter].distribution.mean;
}

void draw_mean(const struct scenario *s, double theta[])
{
    for (size_t i = 0; i < s->n_parameter; i++)
        theta[i] = draw_mean_of(s, i);
}
