/* proportion.c - how sure a share of many draws is */
#include "proportion.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double proportion_error(double share, uint64_t n)
{
    return sqrt(share * (1 - share) / (double)n);
}

/* Wilson's interval, z standard errors to each side. */
static void interval(double share, uint64_t n, double z, double *low, double *high)
{
    const double k = z * z / (double)n;
    const double middle = (share + k / 2) / (1 + k);
    const double half = sqrt(k * (share * (1 - share) + k / 4)) / (1 + k);

    *low = share > 0 ? middle - half : 0; /* exactly, whatever rounding does */
    *high = share < 1 ? middle + half : 1;
}

void proportion_interval(double share, uint64_t n, double *low, double *high)
{
    interval(share, n, 1.959963984540054, low, high); /* normal quantile of 0.975 */
}

void proportion_interval_of_best(double share, uint64_t n, double n_compared, double *low,
                                 double *high)
{
    interval(share, n, gsl_cdf_ugaussian_Qinv(0.025 / n_compared), low, high);
}

size_t proportion_quartile(size_t q, size_t n)
{
    return (q * n - 1) / 4;
}
