/* share_text.c - a share of draws with its interval of 95 %, in a reader's words */
#include "share_text.h"

#include <math.h>
#include <stdio.h>

struct words {
    const char *under, *over, *unit;
    int number; /* columns that a number takes at least */
};
static const struct words sentence = { "under 1", "over 99", " %", 0 },
                          cell = { " <1", ">99", "", 3 };

static const char *write_share(double share, double low, double high, const struct words *words,
                               char out[static TEXT_NUMBER])
{
    const double half = 100 * fmax(high - share, share - low);
    const int points = (int)ceil(half - 1e-6);
    const bool is_under = share > 0 && share <= 0.005, is_over = share < 1 && share >= 0.995;
    const bool is_plain =
        is_under || is_over ? points <= 1 : (share <= 0 || share >= 1) && half < 0.5;
    char number[TEXT_NUMBER] = "", width[TEXT_NUMBER] = "";

    if (!is_under && !is_over)
        snprintf(number, sizeof number, "%*.0f", words->number, 100 * share);
    if (!is_plain)
        snprintf(width, sizeof width, " ±%d", points);
    snprintf(out, TEXT_NUMBER, "%s%s%s",
             is_under  ? words->under
             : is_over ? words->over
                       : number,
             width, words->unit);
    return out;
}

const char *share_text(double share, uint64_t n, char out[static TEXT_NUMBER])
{
    return share_text_by(share, surety_of_draws(n), out);
}

const char *share_text_by(double share, struct surety surety, char out[static TEXT_NUMBER])
{
    double low, high;

    proportion_interval_by(share, surety, &low, &high);
    return write_share(share, low, high, &sentence, out);
}

const char *share_text_of_best(double share, uint64_t n, double n_compared,
                               char out[static TEXT_NUMBER])
{
    return share_text_of_best_by(share, surety_of_draws(n), n_compared, out);
}

const char *share_text_of_best_by(double share, struct surety surety, double n_compared,
                                  char out[static TEXT_NUMBER])
{
    double low, high;

    proportion_interval_of_best_by(share, surety, n_compared, &low, &high);
    return write_share(share, low, high, &sentence, out);
}

const char *share_cell(double share, struct surety surety, char out[static TEXT_NUMBER])
{
    double low, high;

    proportion_interval_by(share, surety, &low, &high);
    return write_share(share, low, high, &cell, out);
}
