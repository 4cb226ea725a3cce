/* copula.c - correlation between parameters whose own distributions stay as they are */
#include "copula.h"

#include "arena.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whether the leading n x n part of correlation[full * full] can be factored into factor[n * n]. */
static bool leading_part_factors(size_t n, size_t full, const double *correlation, double *factor)
{
    for (size_t i = 0; i < n; i++)
        memcpy(factor + i * n, correlation + i * full, n * sizeof *factor);
    gsl_matrix_view view = gsl_matrix_view_array(factor, n, n);
    return gsl_linalg_cholesky_decomp1(&view.matrix) == GSL_SUCCESS;
}

static void find_clash(size_t n, const double *correlation, double *room, size_t clash[2])
{
    size_t row = 1, with = 0;

    while (row + 1 < n && leading_part_factors(row + 1, n, correlation, room))
        row++;
    for (size_t j = 1; j < row; j++)
        if (fabs(correlation[row * n + j]) > fabs(correlation[row * n + with]))
            with = j;
    clash[0] = with;
    clash[1] = row;
}

enum error_code copula_init(struct copula *c, size_t n, const double *correlation, size_t clash[2],
                            struct error *err)
{
    *c = (struct copula){ .n = n, .factor = memory_alloc(n * n, sizeof *c->factor, err) };
    if (!c->factor)
        return err->code;
    if (n > 0 && !leading_part_factors(n, n, correlation, c->factor)) {
        find_clash(n, correlation, c->factor, clash);
        return error_at(err, "", 0, "the correlations contradict each other");
    }
    return OK;
}

void copula_release(struct copula *c)
{
    free(c->factor);
    *c = (struct copula){ 0 };
}

/* A uniform number in (0, 1), whatever the score. */
static double uniform_of(double score)
{
    return fmin(1 - DBL_EPSILON, fmax(DBL_MIN, gsl_cdf_ugaussian_P(score)));
}

/* From the last number to the first: row i needs only the scores 0 .. i. */
void copula_apply(const struct copula *c, double u[])
{
    for (size_t i = 0; i < c->n; i++)
        u[i] = gsl_cdf_ugaussian_Pinv(u[i]);
    for (size_t i = c->n; i-- > 0;) {
        double score = 0;
        for (size_t j = 0; j <= i; j++)
            score += c->factor[i * c->n + j] * u[j];
        u[i] = score;
    }
    for (size_t i = 0; i < c->n; i++)
        u[i] = uniform_of(u[i]);
}

double copula_correlation(const struct copula *c, size_t i, size_t j)
{
    double sum = 0;

    for (size_t k = 0; k <= i && k <= j; k++)
        sum += c->factor[i * c->n + k] * c->factor[j * c->n + k];
    return sum;
}

/* Kept numbers first, then those that are redrawn; returns how many are kept. */
static size_t order_kept_first(size_t n, const bool redrawn[], size_t order[])
{
    size_t at = 0;

    for (size_t i = 0; i < n; i++)
        if (!redrawn[i])
            order[at++] = i;
    const size_t kept = at;
    for (size_t i = 0; i < n; i++)
        if (redrawn[i])
            order[at++] = i;
    return kept;
}

bool copula_redraw(const struct copula *c, const bool redrawn[], const double fresh[], double u[],
                   double room[])
{
    const size_t n = c->n;
    size_t order[COPULA_MAX];
    double *factor = room, *score = room + n * n; /* independent scores, in that order */
    const size_t kept = order_kept_first(n, redrawn, order);

    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            factor[i * n + j] = copula_correlation(c, order[i], order[j]);
    gsl_matrix_view view = gsl_matrix_view_array(factor, n, n);
    if (gsl_linalg_cholesky_decomp1(&view.matrix) != GSL_SUCCESS)
        return false;
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; j < i; j++)
            sum += factor[i * n + j] * score[j];
        if (i < kept) {
            score[i] = (gsl_cdf_ugaussian_Pinv(u[order[i]]) - sum) / factor[i * n + i];
            continue;
        }
        score[i] = gsl_cdf_ugaussian_Pinv(fresh[order[i]]);
        u[order[i]] = uniform_of(sum + factor[i * n + i] * score[i]);
    }
    return true;
}
