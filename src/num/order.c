/* order.c - the k-th smallest of n logistic numbers */
#include "order.h"

#include <math.h>
#include <stdbool.h>

enum {
    /* From so many numbers on either side the density is close enough to a normal one for the
     * quadrature below; with fewer, a sum of terms is as fast. */
    MANY = 128,
};

/* Of a place y: x = 1 / (1 + exp(-y)) and 1 - x. */
struct place {
    double y, x, rest;
};

static struct place place_of(double y)
{
    const double less = exp(-fabs(y)), sum = 1 + less;
    return y < 0 ? (struct place){ y, less / sum, 1 / sum }
                 : (struct place){ y, 1 / sum, less / sum };
}

/* log(n!) less Stirling's log(sqrt(2 pi n) (n / e)^n), of a whole number from 1.  The series needs
 * n from 16; below, lgamma would lose digits, and it may write a global variable of all threads. */
static double stirling_error(double n)
{
    static const double few[] = { 0,
                                  0.08106146679532726,
                                  0.0413406959554093,
                                  0.02767792568499834,
                                  0.020790672103765093,
                                  0.016644691189821193,
                                  0.013876128823070748,
                                  0.01189670994589177,
                                  0.010411265261972096,
                                  0.009255462182712733,
                                  0.00833056343336287,
                                  0.007573675487951841,
                                  0.00694284010720953,
                                  0.006408994188004207,
                                  0.0059513701127588475,
                                  0.005554733551962801 };
    const double squared = n * n;

    if (n < 16)
        return few[(size_t)n];
    return (1 / 12. - (1 / 360. - (1 / 1260. - 1 / 1680. / squared) / squared) / squared) / n;
}

/* k log(k / mean) + mean - k, also where they are close. */
static double deviance(double k, double mean)
{
    const double off = (k - mean) / (k + mean), squared = off * off;
    double term = 2 * k * off, sum = (k - mean) * off;

    if (fabs(off) > 0.1)
        return k * log(k / mean) + mean - k;
    for (int i = 3; fabs(term) > 1e-17 * sum; i += 2) {
        term *= squared;
        sum += term / i;
    }
    return sum;
}

/* The chance of just k successes in n trials, k from 1: a difference of logarithms of factorials
 * would be wrong by their rounding.
 * Source: Loader (2000) "Fast and accurate computation of binomial probabilities". */
static double binomial(double n, double k, const struct place *at)
{
    if (k == n)
        return exp(n * (at->x < at->rest ? log(at->x) : log1p(-at->rest)));
    return exp(stirling_error(n) - stirling_error(k) - stirling_error(n - k) -
               deviance(k, n * at->x) - deviance(n - k, n * at->rest)) *
           sqrt(n / (2 * M_PI * k * (n - k)));
}

/* k or more successes, given the chance of just k: terms fall where k is above the mean. */
static double sum_up(double n, double k, double term, double odds)
{
    double sum = 0;

    for (double j = k; j <= n && term > 1e-17 * sum; j++) {
        sum += term;
        term *= (n - j) / (j + 1) * odds;
    }
    return sum;
}

/* At most k successes. */
static double sum_down(double n, double k, double term, double odds)
{
    double sum = 0;

    for (double j = k; j >= 0 && term > 1e-17 * sum; j--) {
        sum += term;
        term *= j / (n - j + 1) / odds;
    }
    return sum;
}

/* The integral of density(y + t) / density(y) over t from 0 to where it has fallen by 1e-17, in
 * the direction `side` away from the mode: 20 points of Gauss and Legendre. */
static double tail(double n, double k, const struct place *at, int side)
{
    static const double node[] = { 0.0765265211334973, 0.2277858511416451, 0.3737060887154195,
                                   0.5108670019508271, 0.6360536807265150, 0.7463319064601508,
                                   0.8391169718222188, 0.9122344282513259, 0.9639719272779138,
                                   0.9931285991850949 };
    static const double weight[] = { 0.1527533871307258, 0.1491729864726037, 0.1420961093183820,
                                     0.1316886384491766, 0.1181945319615184, 0.1019301198172404,
                                     0.0832767415767048, 0.0626720483341091, 0.0406014298003869,
                                     0.0176140071391521 };
    const double deviation = 1 / sqrt(n * at->x * at->rest);
    const double from = fabs((n + 1) * at->x - k) * deviation; /* in deviations from the mode */
    const double half = side * 0.6 * deviation * (sqrt(from * from + 80) - from);
    double sum = 0;

    for (size_t i = 0; i < 10; i++)
        for (int sign = -1; sign <= 1; sign += 2) {
            const double t = half * (1 + sign * node[i]);
            sum += weight[i] * exp(k * t - (n + 1) * log1p(at->x * expm1(t)));
        }
    return fabs(half) * sum;
}

struct order_chance order_at(size_t n_all, size_t k_th, double y)
{
    const double n = (double)n_all, k = (double)k_th;
    const struct place at = place_of(y);
    const double term = binomial(n, k, &at), odds = at.x / at.rest;
    const bool is_low = k >= (n + 1) * at.x; /* y is below the mode */
    struct order_chance c = { .density = k * term * at.rest };

    if (!(c.density > 0)) /* so far out that nothing is left of either sum */
        return (struct order_chance){ is_low ? 0 : 1, is_low ? 1 : 0, 0 };
    if (k > MANY && n - k >= MANY)
        *(is_low ? &c.below : &c.above) = c.density * tail(n, k, &at, is_low ? -1 : 1);
    else if (is_low)
        c.below = sum_up(n, k, term, odds);
    else
        c.above = sum_down(n, k - 1, term * k / (n - k + 1) / odds, odds);
    *(is_low ? &c.above : &c.below) = 1 - (is_low ? c.below : c.above);
    return c;
}

/* With exactly k successes the k-th is at most y and the next is not, so their chances differ by
 * the chance of exactly k. */
struct order_chance order_next(size_t n, size_t k, double y, const struct order_chance *of)
{
    const struct place at = place_of(y);
    const double just = of->density / ((double)k * at.rest);
    const double density = of->density * (double)(n - k) / (double)k * at.x / at.rest;

    return (struct order_chance){ of->below - just, of->above + just, density };
}

/* Halley's step towards a log odds of `wanted`, in which the distribution is nearly straight. */
static double step_to(double n, double k, double y, double wanted, const struct order_chance *c)
{
    const struct place at = place_of(y);
    const double lack = wanted - log(c->below / c->above);
    const double slope = c->density / (c->below * c->above);
    const double bend = k - (n + 1) * at.x - slope * (c->above - c->below);

    return lack / (slope + 0.5 * lack * bend);
}

double order_quantile(size_t n, size_t k, double p, double start, struct order_chance c)
{
    const double wanted = log(p) - log1p(-p), tolerance = 1e-7;
    const double steep =
        (double)k * (double)(n - k + 1) / (double)(n + 1); /* 1 / variance, about */
    double low = -INFINITY, high = INFINITY, y = start;

    for (int i = 0; i < 100; i++) {
        const double step = step_to((double)n, (double)k, y, wanted, &c);
        /* what a step of Halley's leaves is of the third order, in deviations */
        if (fabs(step * step * step) * steep < tolerance || high - low < tolerance)
            return y + step;
        *(c.below < p ? &low : &high) = y;
        if (y + step > low && y + step < high)
            y += step;
        else if (isinf(low) || isinf(high)) /* too far, or nowhere where nothing is known */
            y += isinf(low) ? -fmax(1, fabs(y)) : fmax(1, fabs(y));
        else
            y = (low + high) / 2;
        c = order_at(n, k, y);
    }
    return y;
}
