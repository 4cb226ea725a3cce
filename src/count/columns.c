/* columns.c - numbers of up to 512 columns side by side, and sets of columns */
#include "columns.h"

#include <math.h>
#include <string.h>

void columns_put(size_t n, const double from[], double to[])
{
    memcpy(to, from, n * sizeof *to);
    for (size_t i = n; i < columns_width(n); i++)
        to[i] = from[0];
}

void columns_range(size_t width, const double x[], double *low, double *high)
{
    double least[COLUMNS_TOGETHER], most[COLUMNS_TOGETHER];

    memcpy(least, x, sizeof least);
    memcpy(most, x, sizeof most);
    for (size_t i = 0; i < width; i += COLUMNS_TOGETHER)
        for (size_t w = 0; w < COLUMNS_TOGETHER; w++) {
            least[w] = x[i + w] < least[w] ? x[i + w] : least[w];
            most[w] = x[i + w] > most[w] ? x[i + w] : most[w];
        }
    *low = least[0];
    *high = most[0];
    for (size_t w = 1; w < COLUMNS_TOGETHER; w++) {
        *low = fmin(*low, least[w]);
        *high = fmax(*high, most[w]);
    }
}

/* No version for each processor: gcc 12 is four times slower where it may use masks of AVX-512. */
bitset columns_reach(size_t width, const double x[], double need)
{
    uint64_t word[COLUMNS_TOGETHER] = { 0 }, bit = 1;
    bitset set;

    for (size_t i = 0; i < width; i += COLUMNS_TOGETHER, bit <<= 1)
        for (size_t w = 0; w < COLUMNS_TOGETHER; w++)
            word[w] |= x[i + w] >= need ? bit : 0;
    memcpy(&set, word, sizeof set);
    return set;
}

void columns_blend(size_t width, double gain, const double a[], double next, const double b[],
                   double fall, const double c[], double out[])
{
    for (size_t i = 0; i < width; i++)
        out[i] = gain * a[i] + (next * b[i] + fall * c[i]);
}

void columns_count_up(size_t n, bitset set, uint32_t sum[])
{
    for (size_t i = 0; i < n; i += COLUMNS_TOGETHER, set >>= 1) {
        const size_t left = n - i < COLUMNS_TOGETHER ? n - i : COLUMNS_TOGETHER;
        for (size_t w = 0; w < left; w++)
            sum[i + w] += (uint32_t)(set[w] & 1);
    }
}

void columns_add_up(size_t n, bitset set, uint64_t by, uint64_t sum[])
{
    for (size_t i = 0; i < n; i += COLUMNS_TOGETHER, set >>= 1) {
        const size_t left = n - i < COLUMNS_TOGETHER ? n - i : COLUMNS_TOGETHER;
        for (size_t w = 0; w < left; w++)
            sum[i + w] += set[w] & 1 ? by : 0;
    }
}
