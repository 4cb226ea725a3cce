/* curves_rows.c - curves.csv: how an output moves along the values of each number */
#include "study_tables.h"

#define COLUMNS(X)                                                                              \
    X(ONE, output, OUTPUT, always, "", "as in effects.csv")                                     \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts and completes")                          \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                             \
    X(ONE, number, NUMBER_PATH, always, "", "an uncertain number, by its path")                 \
    X(ONE, point, NUMBER, always, "",                                                           \
      "from 0: a sixteenth of the draws each, those with the lowest values first; of a number " \
      "with values of its own a value each")                                                    \
    X(ONE, at, NUMBER, always, "", "the mean of the number there")                              \
    X(ONE, mean, NUMBER, always, "share of draws",                                              \
      "with a yes there, all else drawn; of completes and day their mean")                      \
    X(ONE, low, NUMBER, always, "", "interval of 95 %")                                         \
    X(ONE, high, NUMBER, always, "", "its upper end")
TABLE(curves_table, "curves.csv", always,
      "One row for each point of each curve: of each output, for each of the 12 numbers that "
      "flip it most often.");

enum { CURVES = 12 };

static enum error_code add_point(const struct study_tables *t, struct sheet *sheet, size_t output,
                                 size_t input, size_t point, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    const struct output_cells cells = output_cells(v->layout->scenario, &v->outputs->of[output]);
    const struct estimate e = effects_curve(&v->effects, output, input, point);
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.output = cells.output;
    row.proposal = cells.proposal;
    row.party = cells.party;
    row.number = (double)v->numbers.parameter[input];
    row.point = (double)point;
    row.at = effects_at(&v->effects, input, point);
    row.mean = e.value;
    row.low = e.low;
    row.high = e.high;
    return sheet_add(sheet, &row, err);
}

enum error_code curves_make(struct study_tables *t, struct sheet *sheet, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    const size_t n = v->numbers.n;
    enum error_code code = sheet_open(sheet, &curves_table, &t->scope, err);

    for (size_t o = 0; code == OK && o < v->outputs->n; o++)
        for (size_t i = 0; code == OK && i < n && i < CURVES; i++) {
            const size_t input = v->order[o * n + i];
            for (size_t k = 0; code == OK && k < effects_points(&v->effects, input); k++)
                code = add_point(t, sheet, o, input, k, err);
        }
    return code;
}
