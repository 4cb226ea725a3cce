/* interactions_rows.c - interactions.csv: what two numbers decide together */
#include "study_tables.h"

#define COLUMNS(X)                                                                            \
    X(ONE, output, OUTPUT, always, "", "as in effects.csv")                                   \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts and completes")                        \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                           \
    X(ONE, number_a, NUMBER_PATH, always, "", "an uncertain number, by its path")             \
    X(ONE, number_b, NUMBER_PATH, always, "", "another")                                      \
    X(ONE, interaction, NUMBER, always, "share",                                              \
      "of the output's variance that the two explain together and neither by itself (second-" \
      "order index)")                                                                         \
    X(ONE, low, NUMBER, always, "share", "interval of 95 %")                                  \
    X(ONE, high, NUMBER, always, "share", "its upper end")
TABLE(interactions_table, "interactions.csv", always,
      "With `--interactions N`: one row for each output and each two of the N numbers with the "
      "largest total effects; else no rows.");

static enum error_code add_pair(const struct study_tables *t, struct sheet *sheet, size_t output,
                                size_t i, size_t j, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    const struct output_cells cells = output_cells(v->layout->scenario, &v->outputs->of[output]);
    const struct estimate e = interactions_of(&v->interactions, output, i, j);
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.output = cells.output;
    row.proposal = cells.proposal;
    row.party = cells.party;
    row.number_a = (double)v->numbers.parameter[v->interactions.input[i]];
    row.number_b = (double)v->numbers.parameter[v->interactions.input[j]];
    row.interaction = e.value;
    row.low = e.low;
    row.high = e.high;
    return sheet_add(sheet, &row, err);
}

enum error_code interactions_make(struct study_tables *t, struct sheet *sheet, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    const size_t n = v->interactions.n > 1 ? v->interactions.n : 0;
    enum error_code code = sheet_open(sheet, &interactions_table, &t->scope, err);

    for (size_t o = 0; code == OK && o < v->outputs->n; o++)
        for (size_t i = 0; code == OK && i < n; i++)
            for (size_t j = i + 1; code == OK && j < n; j++)
                code = add_pair(t, sheet, o, i, j, err);
    return code;
}
