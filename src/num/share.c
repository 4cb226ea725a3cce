/* share.c - how sure a share of many draws is */
#include "share.h"

#include <math.h>

double share_error(double share, uint64_t n)
{
    return sqrt(share * (1 - share) / (double)n);
}

void share_interval(double share, uint64_t n, double *low, double *high)
{
    const double z = 1.959963984540054, k = z * z / (double)n; /* normal quantile of 0.975 */
    const double middle = (share + k / 2) / (1 + k);
    const double half = sqrt(k * (share * (1 - share) + k / 4)) / (1 + k);

    *low = fmax(0, middle - half);
    *high = fmin(1, middle + half);
}

size_t share_quartile(size_t q, size_t n)
{
    return (q * n - 1) / 4;
}
