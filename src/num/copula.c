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
    for (size_t i = 0; i < c->n; i++) {
        double p = gsl_cdf_ugaussian_P(u[i]);
        u[i] = fmin(1 - DBL_EPSILON, fmax(DBL_MIN, p));
    }
}
