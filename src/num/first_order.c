/* first_order.c - how much of whether something happens one number decides by itself */
#include "first_order.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Few draws in a bin say little of it, few bins little of the number. */
static size_t bins_for(size_t n)
{
    const size_t root = (size_t)sqrt((double)n);
    return root < FIRST_ORDER_BINS ? root : FIRST_ORDER_BINS;
}

/* Whether there are more than `most` different values. */
static bool has_more_values(size_t n, const double sorted[], size_t most)
{
    size_t values = n > 0;

    for (size_t i = 1; i < n && values <= most; i++)
        values += sorted[i] != sorted[i - 1];
    return values > most;
}

/* Equal values share a bin: that of the first of them. */
static size_t fill_bins(size_t n, const uint32_t item[], const double sorted[], uint8_t bin[])
{
    const size_t most = bins_for(n);
    const bool by_value = !has_more_values(n, sorted, most);
    size_t at = 0, planned = 0;

    for (size_t i = 0; i < n; i++) {
        const bool is_new = i > 0 && sorted[i] != sorted[i - 1];
        const size_t wanted = i * most / n;
        if (is_new && (by_value || wanted > planned)) {
            at++;
            planned = wanted;
        }
        bin[item[i]] = (uint8_t)at;
    }
    return n > 0 ? at + 1 : 0;
}

struct number_bins number_bins_make(size_t n, const double x[], struct sorting *room,
                                    uint32_t item[], double value[], uint8_t bin[])
{
    struct number_bins bins = { .n_bin = 0 };

    for (size_t i = 0; i < n; i++)
        item[i] = (uint32_t)i;
    sorting_run(room, n, item, x, value);
    bins.n_bin = fill_bins(n, item, value, bin);
    for (size_t i = 0; i < n; i++)
        bins.size[bin[i]]++;
    return bins;
}

void number_bins_yes(size_t n, const uint8_t bin[], const uint8_t y[], size_t yes[FIRST_ORDER_BINS])
{
    memset(yes, 0, FIRST_ORDER_BINS * sizeof *yes);
    for (size_t i = 0; i < n; i++)
        yes[bin[i]] += y[i];
}

struct first_order first_order_of(size_t n, const struct number_bins *bins, const size_t yes[])
{
    double all = 0, between = 0;

    for (size_t b = 0; b < bins->n_bin; b++) {
        all += (double)yes[b];
        between += (double)yes[b] * (double)yes[b] / (double)bins->size[b];
    }
    const double total = all - all * all / (double)n, within = all - between;
    if (!(total > 0) || n <= bins->n_bin)
        return (struct first_order){ NAN, NAN };
    const double s = 1 - within / (double)(n - bins->n_bin) / (total / (double)(n - 1));
    const double of_s = 4 * fmax(0, s) * (1 - s) * (1 - s) / (double)n;
    const double chance = 2 * (double)(bins->n_bin - 1) / ((double)n * (double)n);
    return (struct first_order){ s, sqrt(of_s + chance) };
}
