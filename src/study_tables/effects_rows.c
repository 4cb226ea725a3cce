/* effects_rows.c - effects.csv: what redrawing each number alone changes */
#include "study_tables.h"

#define COLUMNS(X)                                                                               \
    X(ONE, output, OUTPUT, always, "",                                                           \
      "what changes: zone (some package suits all), best (all accept the package accepted most " \
      "often), accepts, completes (the chance that a proposal, once signed, is carried out), "   \
      "agreement (the talks end in one), day (on which they end)")                               \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts and completes")                           \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                              \
    X(ONE, number, NUMBER_PATH, always, "", "an uncertain number, by its path")                  \
    X(ONE, whose, GROUP, always, "", "the party whose number it is, or `shared`")                \
    X(ONE, kind, GROUP, always, "",                                                              \
      "weights, values, red_lines (positions too), no_deal (leverage and the cost of refusing "  \
      "too), bodies, phases (all about carrying out), readings, talks")                          \
    X(ONE, issue, GROUP, always, "", "the issue that it is about, or `none`")                    \
    X(ONE, flips, NUMBER, always, "share of draws",                                              \
      "in which the answer changes when this number alone is drawn anew; of completes and day "  \
      "the mean square of the change; of a number that is correlated with another, given the "   \
      "other")                                                                                   \
    X(ONE, low_flips, NUMBER, always, "", "interval of 95 %, from 16 independent repetitions")   \
    X(ONE, high_flips, NUMBER, always, "", "its upper end")                                      \
    X(ONE, total, NUMBER, always, "share",                                                       \
      "total effect (Jansen): flips over twice the variance, the share of the variance that "    \
      "would be left were all else known; empty where the output never varies, or where the "    \
      "number is correlated with another: then shares in groups.csv say whose doubts decide")    \
    X(ONE, low_total, NUMBER, always, "share", "interval of 95 %")                               \
    X(ONE, high_total, NUMBER, always, "share", "its upper end")                                 \
    X(ONE, first_order, NUMBER, always, "share",                                                 \
      "of the variance that the number explains by itself (Sobol'); empty as `total` is")        \
    X(ONE, low_first, NUMBER, always, "share", "interval of 95 %")                               \
    X(ONE, high_first, NUMBER, always, "share", "its upper end")
TABLE(effects_table, "effects.csv", always,
      "One row for each output and uncertain number, the one that flips the answer most often "
      "first.");

static void put(struct estimate e, double *value, double *low, double *high)
{
    *value = e.value;
    *low = e.low;
    *high = e.high;
}

static enum error_code add_number(const struct study_tables *t, struct sheet *sheet, size_t output,
                                  size_t input, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    const struct numbers *n = &v->numbers;
    const struct output_cells cells = output_cells(v->layout->scenario, &v->outputs->of[output]);
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.output = cells.output;
    row.proposal = cells.proposal;
    row.party = cells.party;
    row.number = (double)n->parameter[input];
    row.whose = (double)(t->first_group[GROUPING_PARTY] + n->group[GROUPING_PARTY][input]);
    row.kind = (double)(t->first_group[GROUPING_KIND] + n->group[GROUPING_KIND][input]);
    row.issue = (double)(t->first_group[GROUPING_ISSUE] + n->group[GROUPING_ISSUE][input]);
    put(effects_flips(&v->effects, output, input), &row.flips, &row.low_flips, &row.high_flips);
    put(effects_total(&v->effects, output, input), &row.total, &row.low_total, &row.high_total);
    put(effects_first(&v->effects, output, input), &row.first_order, &row.low_first,
        &row.high_first);
    return sheet_add(sheet, &row, err);
}

enum error_code effects_make(struct study_tables *t, struct sheet *sheet, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    enum error_code code = sheet_open(sheet, &effects_table, &t->scope, err);

    for (size_t o = 0; code == OK && o < v->outputs->n; o++)
        for (size_t i = 0; code == OK && i < v->numbers.n; i++)
            code = add_number(t, sheet, o, v->order[o * v->numbers.n + i], err);
    return code;
}
