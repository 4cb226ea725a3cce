/* functions.c - test functions whose effects are known exactly */
#include "functions.h"

#include "arena.h"
#include "names.h"

#include <criterion/criterion.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static double unit(double u)
{
    return u;
}

static double angle(double u)
{
    return M_PI * (2 * u - 1);
}

static double ishigami(const double x[])
{
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0]);
}

static double g8(const double x[])
{
    static const double a[] = { 0, 1, 4.5, 9, 99, 99, 99, 99 };
    double y = 1;

    for (size_t i = 0; i < COUNT_OF(a); i++)
        y *= (fabs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
    return y;
}

static double and4(const double x[])
{
    return x[0] <= 0.5 && x[1] <= 0.8 && x[2] <= 0.9 && x[3] <= 0.3;
}

static double sum3(const double x[])
{
    return x[0] + x[1] + x[2] > 1.5;
}

static double zopa3(const double x[])
{
    return x[1] < x[0] && x[2] < 1 - x[0];
}

static double threshold4(const double z[])
{
    return z[0] + 2 * z[1] - 1.5 * z[2] + 0.5 * z[3] > 0;
}

/* Its third input has standard deviation 2; all are drawn with 1. */
static double linear3(const double z[])
{
    return z[0] + z[1] + 2 * z[2];
}

const struct function functions[] = {
    { "ishigami", 3, angle, ishigami, false },
    { "sobol_g8", 8, unit, g8, false },
    { "and4", 4, unit, and4, false },
    { "sum3", 3, unit, sum3, false },
    { "zopa3", 3, unit, zopa3, false },
    { "gauss_threshold4", 4, gsl_cdf_ugaussian_Pinv, threshold4, false },
    { "gauss_linear3_correlated", 3, gsl_cdf_ugaussian_Pinv, linear3, true },
    { "gauss_threshold4_correlated", 4, gsl_cdf_ugaussian_Pinv, threshold4, true },
};
const size_t n_function = COUNT_OF(functions);

json_t *function_known(const struct function *f)
{
    char path[4000];

    snprintf(path, sizeof path, "%s/analytic.json", getenv("NEGOSIM_SENSITIVITY"));
    json_t *all = json_load_file(path, 0, NULL);
    json_t *known = json_object_get(json_object_get(all, "cases"), f->name);
    cr_assert_not_null(known, "%s: no %s", path, f->name);
    json_incref(known);
    json_decref(all);
    return known;
}

static enum error_code open_function(void *with, void **space, struct error *err)
{
    (void)err;
    *space = with;
    return OK;
}

static enum error_code value_of(void *with, size_t input, double u, double *x, struct error *err)
{
    const struct function *f = with;

    (void)input, (void)err;
    *x = f->value(u);
    return OK;
}

static enum error_code answer(void *space, const double x[], uint64_t row, double y[],
                              struct error *err)
{
    const struct function *f = space;

    (void)row, (void)err;
    y[0] = f->y(x);
    return OK;
}

static void close_function(void *space)
{
    (void)space;
}

/* Correlations from covariances. */
static void make_copula(const struct function *f, const json_t *known, struct copula *copula)
{
    const json_t *sigma = json_object_get(known, "sigma");
    double correlation[FUNCTION_MOST * FUNCTION_MOST];
    struct error err = { .code = OK };
    size_t clash[2];

    for (size_t i = 0; i < f->n; i++)
        for (size_t j = 0; j < f->n; j++) {
            const double ij = json_number_value(json_array_get(json_array_get(sigma, i), j));
            const double ii = json_number_value(json_array_get(json_array_get(sigma, i), i));
            const double jj = json_number_value(json_array_get(json_array_get(sigma, j), j));
            correlation[i * f->n + j] = ij / sqrt(ii * jj);
        }
    cr_assert_eq(copula_init(copula, f->n, correlation, clash, &err), OK);
}

void function_model(const struct function *f, const json_t *known, struct copula *copula,
                    struct effects_model *model)
{
    static const size_t any[FUNCTION_MOST], all[FUNCTION_MOST] = { 0, 1, 2, 3, 4, 5, 6, 7 };

    *copula = (struct copula){ 0 };
    if (f->is_correlated)
        make_copula(f, known, copula);
    *model = (struct effects_model){ .with = (void *)f,
                                     .n_input = f->n,
                                     .n_output = 1,
                                     .n_value = any,
                                     .open = open_function,
                                     .value = value_of,
                                     .answer = answer,
                                     .close = close_function,
                                     .copula = f->is_correlated ? copula : NULL,
                                     .correlated = all };
}
