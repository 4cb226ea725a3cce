/* decides.c - decides.csv: which uncertain number decides what, each by itself */
#include "draw.h"
#include "first_order.h"
#include "interrupt.h"
#include "makers.h"
#include "proportion.h"

#include <math.h>
#include <stdlib.h>

#define COLUMNS(X)                                                                                \
    X(ONE, proposal, PROPOSAL, always, "",                                                        \
      "whose answer it is about; empty: whether some package suits all")                          \
    X(ONE, party, PARTY, always, "", "who accepts it; empty: all")                                \
    X(ONE, number, NUMBER_PATH, always, "",                                                       \
      "an uncertain number, by its path; a red line holds when its `roll` is below its "          \
      "probability")                                                                              \
    X(ONE, first_order, NUMBER, always, "share",                                                  \
      "of the variance of the yes or no that this number alone explains: its first-order index "  \
      "(Sobol'), by bins of equally many draws, less what chance puts into it; a little below 0 " \
      "for what decides nothing")                                                                 \
    X(ONE, se, NUMBER, always, "share", "standard error of first_order")                          \
    X(ONE, low, NUMBER, always, "share", "interval of 95 % of first_order, in [0, 1]")            \
    X(ONE, high, NUMBER, always, "share", "its upper end")                                        \
    X(ONE, yes_lowest, NUMBER, always, "share of draws",                                          \
      "with a yes, among the fifth with the lowest values of the number, or those with its "      \
      "lowest")                                                                                   \
    X(ONE, yes_highest, NUMBER, always, "share of draws", "the same for the highest")
TABLE(decides_table, "decides.csv", always,
      "One row for each yes or no that varies (some package suits all; a proposal is accepted by "
      "all, by a party) and each "
      "uncertain number, the one that decides most first. From the first 16,384 draws. What "
      "numbers decide together is in "
      "no row: the indices of one yes or no sum to less than 1.");

/* Room for one number at a time. */
struct deciding {
    const struct sample *sample;
    struct sorting sorting;
    uint32_t *item;
    double *value;
    uint8_t *bin;
    struct decision *found; /* [n_answer * n_number] */
};

static void close_deciding(struct deciding *d)
{
    sorting_release(&d->sorting);
    free(d->item);
    free(d->value);
    free(d->bin);
    free(d->found);
}

static enum error_code open_deciding(struct deciding *d, const struct sample *sample,
                                     struct error *err)
{
    *d = (struct deciding){ .sample = sample };
    d->item = memory_alloc(sample->n, sizeof *d->item, err);
    d->value = memory_alloc(sample->n, sizeof *d->value, err);
    d->bin = memory_alloc(sample->n, sizeof *d->bin, err);
    d->found = memory_alloc(sample->n_answer * sample->n_number, sizeof *d->found, err);
    return err->code == OK ? sorting_reserve(&d->sorting, sample->n, err) : err->code;
}

/* The share of yes in whole bins from the lowest on, or from the highest, that have a fifth of the
 * draws. */
static double yes_at_end(size_t n, const struct number_bins *bins, const size_t yes[], bool highest,
                         size_t *n_end)
{
    size_t draws = 0, found = 0;

    for (size_t i = 0; i < bins->n_bin && (double)draws < 0.2 * (double)n; i++) {
        const size_t b = highest ? bins->n_bin - 1 - i : i;
        draws += bins->size[b];
        found += yes[b];
    }
    *n_end = draws;
    return (double)found / (double)draws;
}

static struct decision decision_of(const struct deciding *d, size_t number, size_t answer,
                                   const struct number_bins *bins)
{
    const size_t n = d->sample->n;
    size_t yes[FIRST_ORDER_BINS];

    number_bins_yes(n, d->bin, d->sample->answer + answer * n, yes);
    const struct first_order found = first_order_of(n, bins, yes);
    struct decision made = { .number = number, .index = found.index, .se = found.se };
    made.yes_lowest = yes_at_end(n, bins, yes, false, &made.n_lowest);
    made.yes_highest = yes_at_end(n, bins, yes, true, &made.n_highest);
    return made;
}

/* What decides most first; then the order of the parameters.  What is no number comes last. */
static int compare_decisions(const void *a, const void *b)
{
    const struct decision *x = a, *y = b;
    const double p = isnan(x->index) ? -INFINITY : x->index;
    const double q = isnan(y->index) ? -INFINITY : y->index;

    return p != q ? (p < q) - (p > q) : (x->number > y->number) - (x->number < y->number);
}

static enum error_code find_decisions(struct deciding *d, struct error *err)
{
    const struct sample *sample = d->sample;

    for (size_t k = 0; k < sample->n_number; k++) {
        if (interrupt_check(err) != OK)
            return err->code;
        const struct number_bins bins = number_bins_make(sample->n, sample->value + k * sample->n,
                                                         &d->sorting, d->item, d->value, d->bin);
        for (size_t a = 0; a < sample->n_answer; a++)
            d->found[a * sample->n_number + k] = decision_of(d, sample->number[k], a, &bins);
    }
    for (size_t a = 0; a < sample->n_answer && sample->n_number > 0; a++)
        qsort(d->found + a * sample->n_number, sample->n_number, sizeof *d->found,
              compare_decisions);
    return OK;
}

static enum error_code add_decisions(const struct results *r, struct sheet *sheet, size_t answer,
                                     const struct decision found[], struct error *err)
{
    const struct scenario *s = r->scenario;
    enum error_code code = OK;

    for (size_t k = 0; code == OK && k < r->map->sample.n_number && !isnan(found[k].index); k++) {
        struct row row;
        sheet_clear(sheet->kind, &row);
        if (answer != SAMPLE_ZONE) {
            size_t proposal, who;
            sample_answer_split(s, answer, &proposal, &who);
            row.proposal = (double)proposal;
            if (who < s->n_party)
                row.party = (double)who;
        }
        row.number = (double)found[k].number;
        row.first_order = found[k].index;
        row.se = found[k].se;
        row.low = fmax(0, found[k].index - Z95 * found[k].se);
        row.high = fmin(1, fmax(0, found[k].index + Z95 * found[k].se));
        row.yes_lowest = found[k].yes_lowest;
        row.yes_highest = found[k].yes_highest;
        code = sheet_add(sheet, &row, err);
    }
    return code;
}

/* The values of a parameter in the sample; NULL where it is certain. */
static const double *values_of(const struct sample *sample, size_t parameter)
{
    for (size_t k = 0; k < sample->n_number; k++)
        if (sample->number[k] == parameter)
            return sample->value + k * sample->n;
    return NULL;
}

/* For words: of a roll, how often the answer is yes where its line holds, and where it does not. */
static void ask_red_line(const struct results *r, size_t answer, struct decision *decision)
{
    const struct sample *sample = &r->map->sample;
    const struct red_line *line = scenario_red_line(r->scenario, decision->number);
    size_t n[2] = { 0 }, yes[2] = { 0 };

    if (!line)
        return;
    const double *roll = values_of(sample, decision->number);
    const double *probability = values_of(sample, line->probability);
    const double mean = draw_mean_of(r->scenario, line->probability);
    for (size_t d = 0; d < sample->n; d++) {
        const bool holds = roll[d] < (probability ? probability[d] : mean);
        n[holds]++;
        yes[holds] += sample->answer[answer * sample->n + d];
    }
    decision->is_red_line = n[true] > 0 && n[false] > 0;
    decision->n_holds = n[true];
    decision->n_not = n[false];
    decision->yes_if_holds = (double)yes[true] / (double)n[true];
    decision->yes_if_not = (double)yes[false] / (double)n[false];
}

enum error_code decides_make(struct results *r, struct sheet *sheet, struct error *err)
{
    const struct sample *sample = &r->map->sample;
    struct deciding d;

    enum error_code code = open_deciding(&d, sample, err);
    if (code == OK)
        code = scope_label_paths(&r->scope, err);
    if (code == OK)
        code = sheet_open(sheet, &decides_table, &r->scope, err);
    if (code == OK)
        code = find_decisions(&d, err);
    for (size_t a = 0; code == OK && a < sample->n_answer; a++)
        code = add_decisions(r, sheet, a, d.found + a * sample->n_number, err);
    for (size_t k = 0; code == OK && k < RESULTS_DECISIONS && k < sample->n_number; k++) {
        r->decides[k] = d.found[SAMPLE_ZONE * sample->n_number + k];
        ask_red_line(r, SAMPLE_ZONE, &r->decides[k]);
    }
    close_deciding(&d);
    return code;
}

bool results_decides(const struct decision *d)
{
    const double moves =
        d->is_red_line ? d->yes_if_holds - d->yes_if_not : d->yes_lowest - d->yes_highest;

    return d->index > 0.02 && d->index > 3 * d->se && fabs(moves) > 0.03;
}
