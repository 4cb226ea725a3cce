/* proportion.c - how sure a share of many draws is */
#include "proportion.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

double proportion_error(double share, uint64_t n)
{
    return proportion_error_by(share, surety_of_draws(n));
}

/* Wilson's interval, z standard errors to each side. */
static void interval(double share, double n, double z, double *low, double *high)
{
    const double k = z * z / n;
    const double middle = (share + k / 2) / (1 + k);
    const double half = sqrt(k * (share * (1 - share) + k / 4)) / (1 + k);

    *low = share > 0 ? middle - half : 0; /* exactly, whatever rounding does */
    *high = share < 1 ? middle + half : 1;
}

void proportion_interval(double share, uint64_t n, double *low, double *high)
{
    proportion_interval_by(share, surety_of_draws(n), low, high);
}

void proportion_interval_of_best(double share, uint64_t n, double n_compared, double *low,
                                 double *high)
{
    proportion_interval_of_best_by(share, surety_of_draws(n), n_compared, low, high);
}

struct surety surety_of_draws(uint64_t n)
{
    return (struct surety){ (double)n, INFINITY };
}

struct surety surety_of_groups(size_t n_group, double each, double grain, double sum,
                               double deviations)
{
    const double n = (double)n_group, share = sum / n / each;
    const double between = fmax(deviations / (n - 1), grain * grain / 12);

    if (share <= 0 || share >= 1)
        return (struct surety){ n * each, INFINITY };
    return (struct surety){ share * (1 - share) * n * each * each / between, n - 1 };
}

double proportion_error_by(double share, struct surety e)
{
    return sqrt(share * (1 - share) / e.draws);
}

static double quantile(double tail, double freedom)
{
    return isinf(freedom) ? gsl_cdf_ugaussian_Qinv(tail) : gsl_cdf_tdist_Qinv(tail, freedom);
}

void proportion_interval_by(double share, struct surety e, double *low, double *high)
{
    interval(share, e.draws, isinf(e.freedom) ? Z95 : quantile(0.025, e.freedom), low, high);
}

void proportion_interval_of_best_by(double share, struct surety e, double n_compared, double *low,
                                    double *high)
{
    interval(share, e.draws, quantile(0.025 / n_compared, e.freedom), low, high);
}

/* Draws with a yes in one only. */
struct pairs {
    double n, only_a, only_b;
};

/* Whether the score test lets a difference stand.  q is the likeliest probability of a yes in A
 * only when that in B only is larger by the difference: the larger root of 2 n q^2 + b q + c. */
static bool may_be(const struct pairs *p, double difference)
{
    const double b = (2 * p->n - p->only_b + p->only_a) * difference - p->only_a - p->only_b;
    const double c = -p->only_a * difference * (1 - difference);
    const double q = (sqrt(fmax(0, b * b - 8 * p->n * c)) - b) / (4 * p->n);
    const double off = p->only_b - p->only_a - p->n * difference;

    return off * off <= Z95 * Z95 * p->n * (2 * q + difference * (1 - difference));
}

/* The difference furthest towards `end`, -1 or 1, that may be: by halving, from the one found. */
static double furthest(const struct pairs *p, double end)
{
    double in = (p->only_b - p->only_a) / p->n, out = end;

    if (may_be(p, end))
        return end;
    for (int i = 0; i < 60; i++) {
        const double middle = (in + out) / 2;
        if (may_be(p, middle))
            in = middle;
        else
            out = middle;
    }
    return in;
}

void proportion_paired_interval(uint64_t only_a, uint64_t only_b, uint64_t n, double *low,
                                double *high)
{
    const struct pairs p = { (double)n, (double)only_a, (double)only_b };

    *low = furthest(&p, -1);
    *high = furthest(&p, 1);
}

size_t proportion_quartile(size_t q, size_t n)
{
    return (q * n - 1) / 4;
}
