/* trust.c - trust.csv: what each party must believe of the others to sign, and to go on */
#include "makers.h"

#include <math.h>

#define COLUMNS(X)                                                                              \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                          \
    X(ONE, party, PARTY, always, "", "who believes")                                            \
    X(ONE, about, PARTY, always, "", "another, who performs something")                         \
    X(ONE, stated, NUMBER, always, "probability", "mean of the other's `keeps_word`")           \
    X(ONE, signs_anyway, NUMBER, always, "share of draws",                                      \
      "in which the party signs whatever it believes")                                          \
    X(ONE, signs_never, NUMBER, always, "share of draws", "in which no belief is enough")       \
    X(ONE, signs_from, NUMBER, always, "probability",                                           \
      "among the other draws, the median of the smallest chance that the other keeps its word " \
      "with "                                                                                   \
      "which it signs")                                                                         \
    X(ONE, signs_from_low, NUMBER, always, "probability", "quantile at 10 %")                   \
    X(ONE, signs_from_high, NUMBER, always, "probability", "quantile at 90 %")                  \
    X(ONE, goes_on_anyway, NUMBER, always, "share of draws",                                    \
      "in which the party performs at each of its turns, whatever it believes")                 \
    X(ONE, goes_on_never, NUMBER, always, "share of draws", "in which no belief is enough")     \
    X(ONE, goes_on_from, NUMBER, always, "probability",                                         \
      "among the other draws, the median of the smallest chance with which it performs")        \
    X(ONE, goes_on_from_low, NUMBER, always, "probability", "quantile at 10 %")                 \
    X(ONE, goes_on_from_high, NUMBER, always, "probability", "quantile at 90 %")
TABLE(trust_table, "trust.csv", with_phases,
      "One row a proposal, party and other party; none where a party has `noise`.");

/* Of the draws in which belief decides, the median and the band of the least that is enough. */
struct belief {
    double anyway, never;     /* shares of all draws */
    double median, low, high; /* not a number where belief never decides */
};

static struct belief belief_of(const uint64_t *histogram)
{
    const double n = (double)histogram_count(histogram),
                 anyway = (double)histogram_at_zero(histogram) / n;
    const double never = (double)histogram_beyond(histogram) / n, rest = 1 - anyway - never;
    struct belief b = { anyway, never, NAN, NAN, NAN };

    if (!(histogram_at_zero(histogram) + histogram_beyond(histogram) < histogram_count(histogram)))
        return b;
    b.median = histogram_quantile(histogram, anyway + 0.5 * rest);
    b.low = histogram_quantile(histogram, anyway + BAND_LOW * rest);
    b.high = histogram_quantile(histogram, anyway + BAND_HIGH * rest);
    return b;
}

static enum error_code add_pair(const struct results *r, struct sheet *sheet, size_t i, size_t pair,
                                struct error *err)
{
    const struct hold *h = &r->map->hold;
    const size_t about = h->pair[pair].about;
    const struct belief signs = belief_of(hold_at(h, i, HOLD_TRUST, hold_trust(pair, false)));
    const struct belief goes_on = belief_of(hold_at(h, i, HOLD_TRUST, hold_trust(pair, true)));
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.proposal = (double)i;
    row.party = (double)h->pair[pair].signer;
    row.about = (double)about;
    row.stated =
        parameter_or(r->map->mean_case->appraisal.theta, r->scenario->party[about].keeps_word, 0);
    row.signs_anyway = signs.anyway;
    row.signs_never = signs.never;
    row.signs_from = signs.median;
    row.signs_from_low = signs.low;
    row.signs_from_high = signs.high;
    row.goes_on_anyway = goes_on.anyway;
    row.goes_on_never = goes_on.never;
    row.goes_on_from = goes_on.median;
    row.goes_on_from_low = goes_on.low;
    row.goes_on_from_high = goes_on.high;
    return sheet_add(sheet, &row, err);
}

enum error_code trust_make(struct results *r, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &trust_table, &r->scope, err);

    for (size_t i = 0; code == OK && i < r->scenario->n_proposal; i++)
        for (size_t pair = 0; code == OK && pair < r->map->hold.n_pair; pair++)
            code = add_pair(r, sheet, i, pair, err);
    return code;
}

struct trust_found results_trust(const struct results *r, size_t proposal, size_t pair)
{
    struct row row;

    sheet_get(&r->sheet[RESULT_trust], proposal * r->map->hold.n_pair + pair, &row);
    return (struct trust_found){ 1 - row.signs_anyway - row.signs_never, row.signs_from };
}
