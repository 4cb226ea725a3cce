/* jackknife.c - how sure an estimate from independent scrambles is */
#include "jackknife.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { N = EFFECTS_SCRAMBLES };

void jackknife_sum(size_t width, size_t stride, const double all[], size_t left_out, double sum[])
{
    for (size_t i = 0; i < width; i++)
        sum[i] = 0;
    for (size_t s = 0; s < N; s++)
        for (size_t i = 0; s != left_out && i < width; i++)
            sum[i] += all[s * stride + i];
}

struct estimate jackknife_interval(const double estimates[], size_t stride)
{
    const double value = estimates[N * stride];
    double mean = 0, square = 0;

    for (size_t s = 0; s < N; s++)
        mean += estimates[s * stride] / N;
    for (size_t s = 0; s < N; s++) {
        const double d = estimates[s * stride] - mean;
        square += d * d;
    }
    const double half = gsl_cdf_tdist_Pinv(0.975, N - 1) * sqrt(square * (N - 1) / N);
    return (struct estimate){ value, value - half, value + half };
}
