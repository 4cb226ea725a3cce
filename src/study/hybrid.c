/* hybrid.c - two worlds, and the first with some of its inputs taken from the second */
#include "hybrid.h"

#include "arena.h"
#include "names.h"

#include <stdlib.h>
#include <string.h>

/* One array for all numbers of an input, or of an output. */
enum error_code hybrid_init(struct hybrid *h, const struct effects_model *model, struct error *err)
{
    const size_t n = model->n_input, n_output = model->n_output;
    const size_t correlated = model->copula ? model->copula->n : 0;

    *h = (struct hybrid){ .model = model };
    h->ua = memory_alloc(7 * n + 3 * n_output, sizeof *h->ua, err);
    h->redrawn = memory_alloc(n, sizeof *h->redrawn, err);
    h->room = memory_alloc(correlated * (correlated + 1), sizeof *h->room, err);
    if (err->code != OK)
        return err->code;
    double **part[] = { &h->ub, &h->ca, &h->cb, &h->xa, &h->xb, &h->x };
    for (size_t i = 0; i < COUNT_OF(part); i++)
        *part[i] = h->ua + (i + 1) * n;
    h->ya = h->ua + 7 * n;
    h->yb = h->ya + n_output;
    h->y = h->yb + n_output;
    return model->open(model->with, &h->space, err);
}

void hybrid_release(struct hybrid *h)
{
    if (h->space)
        h->model->close(h->space);
    free(h->ua);
    free(h->redrawn);
    free(h->room);
}

bool hybrid_is_correlated(const struct effects_model *m, size_t input)
{
    for (size_t i = 0; m->copula && i < m->copula->n; i++)
        if (m->correlated[i] == input)
            return true;
    return false;
}

static void correlate(const struct effects_model *m, double u[])
{
    double of[COPULA_MAX];

    for (size_t i = 0; i < m->copula->n; i++)
        of[i] = u[m->correlated[i]];
    copula_apply(m->copula, of);
    for (size_t i = 0; i < m->copula->n; i++)
        u[m->correlated[i]] = of[i];
}

enum error_code hybrid_begin(struct hybrid *h, const struct net *net, uint64_t row,
                             struct error *err)
{
    const struct effects_model *m = h->model;
    const uint64_t point = row & ((UINT64_C(1) << net->sobol.log2_points) - 1);

    h->row = row;
    net_pair(net, (uint32_t)(row >> net->sobol.log2_points), point, h->ua, h->ub);
    memcpy(h->ca, h->ua, m->n_input * sizeof *h->ca);
    memcpy(h->cb, h->ub, m->n_input * sizeof *h->cb);
    if (m->copula) {
        correlate(m, h->ca);
        correlate(m, h->cb);
    }
    memset(h->redrawn, 0, m->n_input * sizeof *h->redrawn);
    for (size_t i = 0; i < m->n_input; i++)
        if (m->value(m->with, i, h->ca[i], &h->xa[i], err) != OK ||
            m->value(m->with, i, h->cb[i], &h->xb[i], err) != OK)
            return err->code;
    if (m->answer(h->space, h->xa, row, h->ya, err) != OK)
        return err->code;
    return m->answer(h->space, h->xb, row, h->yb, err);
}

/* Of correlated inputs, some redrawn given the others.  All or none of them need no further look.
 */
static enum error_code redraw_correlated(struct hybrid *h, struct error *err)
{
    const struct effects_model *m = h->model;
    bool redrawn[COPULA_MAX];
    double u[COPULA_MAX], fresh[COPULA_MAX];
    size_t n = 0;

    for (size_t i = 0; i < m->copula->n; i++) {
        redrawn[i] = h->redrawn[m->correlated[i]];
        u[i] = h->ca[m->correlated[i]];
        fresh[i] = h->ub[m->correlated[i]];
        n += redrawn[i];
    }
    if (n == 0 || n == m->copula->n)
        return OK;
    if (!copula_redraw(m->copula, redrawn, fresh, u, h->room))
        return error_set(err, ERR_SCENARIO,
                         "the correlations are too close to contradicting each other");
    for (size_t i = 0; i < m->copula->n; i++)
        if (redrawn[i] &&
            m->value(m->with, m->correlated[i], u[i], &h->x[m->correlated[i]], err) != OK)
            return err->code;
    return OK;
}

enum error_code hybrid_try(struct hybrid *h, struct error *err)
{
    const struct effects_model *m = h->model;

    for (size_t i = 0; i < m->n_input; i++)
        h->x[i] = h->redrawn[i] ? h->xb[i] : h->xa[i];
    if (m->copula && redraw_correlated(h, err) != OK)
        return err->code;
    return m->answer(h->space, h->x, h->row, h->y, err);
}

enum error_code hybrid_try_in_b(struct hybrid *h, size_t input, struct error *err)
{
    memcpy(h->x, h->xb, h->model->n_input * sizeof *h->x);
    h->x[input] = h->xa[input];
    return h->model->answer(h->space, h->x, h->row, h->y, err);
}
