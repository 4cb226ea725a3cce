/* central.c - central.csv: what the worlds in which a proposal is accepted have in common */
#include "agreement.h"
#include "appraisal.h"
#include "draw.h"
#include "interrupt.h"
#include "makers.h"
#include "proportion.h"
#include "weight.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS(X)                                                                                 \
    X(ONE, proposal, PROPOSAL, always, "", "its name")                                             \
    X(ONE, party, PARTY, always, "", "who accepts it; empty: all")                                 \
    X(ONE, number, NUMBER_PATH, always, "", "an uncertain number, by its path")                    \
    X(ONE, accepted, NUMBER, always, "",                                                           \
      "its mean over the draws in which the proposal is accepted; a party's weight is a share of " \
      "the sum of its weights")                                                                    \
    X(ONE, refused, NUMBER, always, "", "its mean over the other draws")                           \
    X(ONE, apart, NUMBER, always, "standard deviations", "how far the two means are apart")        \
    X(ONE, confidence, NUMBER, always, "share of draws",                                           \
      "in which the proposal is accepted when all weights of the party (of all parties) are "      \
      "these "                                                                                     \
      "means and the rest is drawn: SMAA's confidence factor; the same in all rows of an answer")  \
    X(ONE, low_confidence, NUMBER, always, "share", "interval of 95 %")                            \
    X(ONE, high_confidence, NUMBER, always, "share", "its upper end")
TABLE(central_table, "central.csv", always,
      "One row for each answer that varies and each uncertain number, the one whose means are "
      "furthest apart first. Means from the first 16,384 draws, confidence from the first 256. "
      "Source: Lahdelma & Salminen (2001) Operations Research 49:444.");

enum { CONFIDENCE_DRAWS = 256 };

/* What an answer is compared by, and room for one at a time. */
struct comparing {
    const struct results *r;
    struct appraisal appraisal;
    double *sum;     /* [n_party * n] of a party's weights in each draw */
    double *central; /* [n_party * n_issue] mean shares of weights where the answer is yes */
    struct difference {
        size_t number; /* in the sample */
        double accepted, refused, apart;
    } * difference; /* [n_number] */
};

static const struct sample *sample_of(const struct comparing *c)
{
    return &c->r->map->sample;
}

static void close_comparing(struct comparing *c)
{
    appraisal_release(&c->appraisal);
    free(c->sum);
    free(c->central);
    free(c->difference);
}

/* Writes a draw of the sample over theta, in which certain numbers stand already. */
static void read_draw(const struct sample *sample, size_t draw, double theta[])
{
    for (size_t k = 0; k < sample->n_number; k++)
        theta[sample->number[k]] = sample->value[k * sample->n + draw];
}

static enum error_code open_comparing(struct comparing *c, const struct results *r,
                                      struct error *err)
{
    const struct scenario *s = r->scenario;
    const struct sample *sample = &r->map->sample;

    *c = (struct comparing){ .r = r };
    c->sum = memory_alloc(s->n_party * sample->n, sizeof *c->sum, err);
    c->central = memory_alloc(s->n_party * s->n_issue, sizeof *c->central, err);
    c->difference = memory_alloc(sample->n_number, sizeof *c->difference, err);
    if (err->code != OK || appraisal_init(&c->appraisal, s, err) != OK)
        return err->code;
    draw_mean(s, c->appraisal.theta);
    for (size_t d = 0; d < sample->n; d++) {
        read_draw(sample, d, c->appraisal.theta);
        for (size_t p = 0; p < s->n_party; p++)
            c->sum[p * sample->n + d] = weight_sum(s, p, c->appraisal.theta);
    }
    return interrupt_check(err);
}

/* The party whose weight a parameter is, or n_party. */
static size_t weighing_party(const struct scenario *s, size_t parameter)
{
    for (size_t p = 0; p < s->n_party; p++)
        for (size_t k = 0; s->party[p].has_preferences && k < s->n_issue; k++)
            if (s->party[p].weight[k] == parameter)
                return p;
    return s->n_party;
}

/* Means of one number where the answer is yes and where it is not, and how far they are apart. */
static struct difference compare(const struct comparing *c, size_t number, const uint8_t yes[])
{
    const struct sample *sample = sample_of(c);
    const size_t n = sample->n, p = weighing_party(c->r->scenario, sample->number[number]);
    const double *value = sample->value + number * n;
    const double *whole = p < c->r->scenario->n_party ? c->sum + p * n : NULL;
    double count[2] = { 0 }, sum[2] = { 0 }, square = 0;

    for (size_t d = 0; d < n; d++) {
        const double x = whole ? value[d] / whole[d] : value[d];
        count[yes[d]]++;
        sum[yes[d]] += x;
        square += x * x;
    }
    const double mean = (sum[0] + sum[1]) / (double)n;
    const double sd = sqrt(fmax(0, square / (double)n - mean * mean));
    const double accepted = sum[1] / count[1], refused = sum[0] / count[0];
    return (struct difference){ number, accepted, refused,
                                sd > 0 ? (accepted - refused) / sd : NAN };
}

/* Furthest apart first; what does not differ at all last. */
static int compare_differences(const void *a, const void *b)
{
    const struct difference *x = a, *y = b;
    const double p = isnan(x->apart) ? -1 : fabs(x->apart);
    const double q = isnan(y->apart) ? -1 : fabs(y->apart);

    return p != q ? (p < q) - (p > q) : (x->number > y->number) - (x->number < y->number);
}

/* The mean share of each weight of each party over the draws with a yes. */
static void find_central(struct comparing *c, const uint8_t yes[])
{
    const struct scenario *s = c->r->scenario;
    const struct sample *sample = sample_of(c);
    double *theta = c->appraisal.theta, n = 0;

    memset(c->central, 0, s->n_party * s->n_issue * sizeof *c->central);
    for (size_t d = 0; d < sample->n; d++) {
        if (!yes[d])
            continue;
        read_draw(sample, d, theta);
        n++;
        for (size_t p = 0; p < s->n_party; p++)
            for (size_t k = 0; s->party[p].has_preferences && k < s->n_issue; k++)
                c->central[p * s->n_issue + k] +=
                    theta[s->party[p].weight[k]] / c->sum[p * sample->n + d];
    }
    for (size_t i = 0; i < s->n_party * s->n_issue; i++)
        c->central[i] /= n;
}

/* The central shares of what the weights sum to in the draw: a body's differences from them keep
 * their size. */
static void set_central(const struct comparing *c, size_t who, size_t draw, double theta[])
{
    const struct scenario *s = c->r->scenario;
    const size_t n = sample_of(c)->n;

    for (size_t p = 0; p < s->n_party; p++)
        for (size_t k = 0;
             (p == who || who == s->n_party) && s->party[p].has_preferences && k < s->n_issue; k++)
            theta[s->party[p].weight[k]] = c->central[p * s->n_issue + k] * c->sum[p * n + draw];
}

/* By party `who`, or, n_party, by enough of them. */
static bool is_accepted(const struct appraisal *d, const size_t level[], size_t who)
{
    double surplus[MAX_VETO], felt[MAX_PARTY];

    appraisal_surpluses(d, level, surplus, felt);
    if (who < d->scenario->n_party)
        return appraisal_accepts(d, who, level, surplus, felt);
    return agreement_wins(d->scenario, appraisal_parties(d, level, surplus, felt));
}

static double confidence_of(struct comparing *c, size_t proposal, size_t who, size_t draws)
{
    const struct scenario *s = c->r->scenario;
    size_t accepted = 0;

    for (size_t d = 0; d < draws; d++) {
        read_draw(sample_of(c), d, c->appraisal.theta);
        set_central(c, who, d, c->appraisal.theta);
        appraisal_fill(&c->appraisal);
        accepted += is_accepted(&c->appraisal, s->proposal[proposal].level, who);
    }
    draw_mean(s, c->appraisal.theta); /* certain weights again */
    return (double)accepted / (double)draws;
}

static bool varies(const uint8_t yes[], size_t n)
{
    return memchr(yes, 0, n) && memchr(yes, 1, n);
}

static enum error_code add_answer(struct comparing *c, struct sheet *sheet, size_t answer,
                                  struct error *err)
{
    const struct sample *sample = sample_of(c);
    const uint8_t *yes = sample->answer + answer * sample->n;
    const size_t draws = sample->n < CONFIDENCE_DRAWS ? sample->n : CONFIDENCE_DRAWS;
    size_t proposal, who;
    struct row row;

    if (!varies(yes, sample->n))
        return OK;
    sample_answer_split(c->r->scenario, answer, &proposal, &who);
    for (size_t k = 0; k < sample->n_number; k++)
        c->difference[k] = compare(c, k, yes);
    qsort(c->difference, sample->n_number, sizeof *c->difference, compare_differences);
    find_central(c, yes);
    sheet_clear(sheet->kind, &row);
    row.proposal = (double)proposal;
    if (who < c->r->scenario->n_party)
        row.party = (double)who;
    row.confidence = confidence_of(c, proposal, who, draws);
    proportion_interval(row.confidence, draws, &row.low_confidence, &row.high_confidence);
    for (size_t k = 0; k < sample->n_number; k++) {
        row.number = (double)sample->number[c->difference[k].number];
        row.accepted = c->difference[k].accepted;
        row.refused = c->difference[k].refused;
        row.apart = c->difference[k].apart;
        if (sheet_add(sheet, &row, err) != OK)
            return err->code;
    }
    return interrupt_check(err);
}

enum error_code central_make(struct results *r, struct sheet *sheet, struct error *err)
{
    struct comparing c;
    enum error_code code = open_comparing(&c, r, err);

    if (code == OK)
        code = sheet_open(sheet, &central_table, &r->scope, err);
    for (size_t a = SAMPLE_ZONE + 1; code == OK && a < r->map->sample.n_answer; a++)
        code = add_answer(&c, sheet, a, err);
    close_comparing(&c);
    return code;
}
