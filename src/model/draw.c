/* draw.c - one possible world: a value for every parameter */
#include "draw.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

const struct name draw_design_names[DRAW_DESIGN_COUNT] = {
#define X(upper, lower, help) { DRAWS_##upper, #lower, help },
    DRAW_DESIGN_LIST(X)
#undef X
};

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

enum error_code draw_spread(struct scenario *s, struct error *err)
{
    unsigned log2_points = 0;

    if (s->design != DRAWS_SOBOL)
        return OK;
    if (s->draws > DRAW_SOBOL_MOST)
        return error_set(err, ERR_USAGE,
                         "Sobol' draws are %d at most; use fewer with -n, or design plain",
                         DRAW_SOBOL_MOST);
    while ((uint64_t)DRAW_SCRAMBLES << log2_points < s->draws)
        log2_points++;
    free(s->sobol);
    s->sobol = memory_alloc(1, sizeof *s->sobol, err);
    if (!s->sobol || sobol_init(s->sobol, log2_points, err) != OK)
        return err->code;
    s->draws = (uint64_t)DRAW_SCRAMBLES << log2_points;
    return OK;
}

static uint32_t scramble_seed(const struct scenario *s, uint32_t scramble, uint32_t of,
                              bool is_order)
{
    const uint32_t key[2] = { (uint32_t)s->seed, (uint32_t)(s->seed >> 32) };
    const uint32_t counter[4] = { of, scramble, is_order, STREAM_SCRAMBLES };
    uint32_t out[4];

    rng_block(key, counter, out);
    return out[0];
}

static double spread_uniform(const struct scenario *s, uint64_t index, const struct parameter *p)
{
    const uint32_t scramble = (uint32_t)(index % DRAW_SCRAMBLES), net = p->place / SOBOL_COLUMNS;
    uint64_t point = index / DRAW_SCRAMBLES;

    if (net > 0)
        point = sobol_shuffle(s->sobol, point, scramble_seed(s, scramble, net, true));
    return sobol_coordinate(s->sobol, point, p->place % SOBOL_COLUMNS,
                            scramble_seed(s, scramble, p->address, false));
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
    for (size_t i = 0; i < s->n_parameter; i++) {
        const struct parameter *p = &s->parameter[i];
        theta[i] = !parameter_is_uncertain(p) ? 0.5 /* its quantile ignores it */
                   : s->sobol                 ? spread_uniform(s, index, p)
                                              : draw_uniform(r, p->address);
    }
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
