/* weighted.c - worlds that count more or less: weights, how many they are worth, equal worlds */
#include "weighted.h"

#include <math.h>
#include <stdlib.h>

static double largest(size_t n, const double w[])
{
    double most = -INFINITY;

    for (size_t i = 0; i < n; i++)
        most = fmax(most, w[i]);
    return most;
}

struct weighed weighted_scale(size_t n, double w[])
{
    const double most = largest(n, w);
    double sum = 0, squares = 0;

    for (size_t i = 0; i < n; i++) {
        w[i] = exp(w[i] - most);
        sum += w[i];
        squares += w[i] * w[i];
    }
    for (size_t i = 0; i < n; i++)
        w[i] /= sum;
    return (struct weighed){ most + log(sum / (double)n), sum * sum / squares, 1 / sum };
}

double weighted_effective(size_t n, const double w[], double power)
{
    const double most = largest(n, w);
    double sum = 0, squares = 0;

    for (size_t i = 0; i < n; i++) {
        const double x = exp(power * (w[i] - most));
        sum += x;
        squares += x * x;
    }
    return sum * sum / squares;
}

double weighted_error(const struct weighed *w, size_t n)
{
    return sqrt(fmax(0, 1 / w->effective - 1 / (double)n));
}

void weighted_resample(size_t n, const double w[], size_t m, double u, size_t from[])
{
    double sum = w[0];
    size_t i = 0;

    for (size_t k = 0; k < m; k++) {
        const double at = ((double)k + u) / (double)m;
        while (sum <= at && i + 1 < n)
            sum += w[++i];
        from[k] = i;
    }
}

struct weighted_moments weighted_moments(size_t n, const double w[], const double x[],
                                         size_t stride)
{
    double mean = 0, variance = 0, error = 0;

    for (size_t i = 0; i < n; i++)
        mean += w[i] * x[i * stride];
    for (size_t i = 0; i < n; i++) {
        const double from = x[i * stride] - mean;
        variance += w[i] * from * from;
        error += w[i] * w[i] * from * from;
    }
    return (struct weighted_moments){ mean, sqrt(variance), sqrt(error) };
}

static int by_value(const void *a, const void *b)
{
    const struct weighted_value *x = a, *y = b;

    return (x->x > y->x) - (x->x < y->x);
}

void weighted_sort(size_t n, struct weighted_value value[])
{
    qsort(value, n, sizeof *value, by_value);
}

double weighted_quantile(size_t n, const struct weighted_value value[], double p)
{
    double sum = 0;

    for (size_t i = 0; i + 1 < n; i++) {
        sum += value[i].w;
        if (sum >= p)
            return value[i].x;
    }
    return value[n - 1].x;
}
