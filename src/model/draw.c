/* draw.c - one possible world: a value for every parameter */
#include "draw.h"

/* theta holds uniform numbers first, then what they make of each distribution. */
static void correlate(const struct scenario *s, double theta[])
{
    double u[MAX_CORRELATED];

    for (size_t i = 0; i < s->copula.n; i++)
        u[i] = theta[s->correlated[i]];
    copula_apply(&s->copula, u);
    for (size_t i = 0; i < s->copula.n; i++)
        theta[s->correlated[i]] = u[i];
}

void draw_make(const struct scenario *s, const gsl_rng *r, uint64_t index, double theta[])
{
    rng_open(r, STREAM_PARAMETERS, index);
    for (size_t i = 0; i < s->n_parameter; i++) {
        theta[i] = 0.5; /* what a fixed number makes nothing of */
        if (parameter_is_uncertain(&s->parameter[i])) {
            rng_seek(r, s->parameter[i].address);
            theta[i] = gsl_rng_uniform_pos(r);
        }
    }
    if (s->copula.n > 0)
        correlate(s, theta);
    for (size_t i = 0; i < s->n_parameter; i++)
        theta[i] = distribution_quantile(&s->parameter[i].distribution, theta[i]);
}

void draw_mean(const struct scenario *s, double theta[])
{
    for (size_t i = 0; i < s->n_parameter; i++)
        theta[i] = s->parameter[i].distribution.mean;
}
