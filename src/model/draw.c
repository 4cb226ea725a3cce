/* draw.c - one possible world: a value for every parameter */
#include "draw.h"

#include <inttypes.h>
#include <math.h>

/* theta holds uniform numbers here; draw_make turns them into quantiles afterwards. */
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

enum error_code draw_make(const struct scenario *s, const gsl_rng *r, uint64_t index,
                          double theta[], struct error *err)
{
    rng_open(r, STREAM_PARAMETERS, index);
    for (size_t i = 0; i < s->n_parameter; i++) {
        theta[i] = 0.5; /* the quantile of a fixed number ignores it */
        if (parameter_is_uncertain(&s->parameter[i])) {
            rng_seek(r, s->parameter[i].address);
            theta[i] = gsl_rng_uniform_pos(r);
        }
    }
    if (s->copula.n > 0)
        correlate(s, theta);
    for (size_t i = 0; i < s->n_parameter; i++) {
        theta[i] = distribution_quantile(&s->parameter[i].distribution, theta[i]);
        if (!isfinite(theta[i]))
            return not_finite(&s->parameter[i], index, err);
    }
    return OK;
}

void draw_mean(const struct scenario *s, double theta[])
{
    for (size_t i = 0; i < s->n_parameter; i++)
        theta[i] = s->parameter[i].distribution.mean;
}
