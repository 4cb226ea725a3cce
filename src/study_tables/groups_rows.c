/* groups_rows.c - groups.csv: whose doubts decide, and doubts about what */
#include "study_tables.h"

#define COLUMNS(X)                                                                              \
    X(ONE, output, OUTPUT, always, "", "as in effects.csv")                                     \
    X(ONE, proposal, PROPOSAL, always, "", "of accepts and completes")                          \
    X(ONE, party, PARTY, always, "", "of accepts: who; empty: all")                             \
    X(ONE, grouping, GROUPING, always, "", "how numbers are put into groups")                   \
    X(ONE, group, GROUP, always, "",                                                            \
      "a party or `shared`; a kind as in effects.csv; an issue or `none`")                      \
    X(ONE, numbers, NUMBER, always, "", "how many there are in it")                             \
    X(ONE, share, NUMBER, always, "share",                                                      \
      "of the output's variance that falls to the group (Shapley effect); those of a grouping " \
      "sum to 1, with correlations too")                                                        \
    X(ONE, low_share, NUMBER, always, "share", "interval of 95 %")                              \
    X(ONE, high_share, NUMBER, always, "share", "its upper end")                                \
    X(ONE, flips, NUMBER, always, "share of draws",                                             \
      "in which the answer changes when the whole group is drawn anew; of completes and day "   \
      "the mean square of the change")                                                          \
    X(ONE, low_flips, NUMBER, always, "", "interval of 95 %")                                   \
    X(ONE, high_flips, NUMBER, always, "", "its upper end")
TABLE(groups_table, "groups.csv", always, "One row for each output, grouping and group.");

static size_t size_of(const struct numbers *n, size_t grouping, size_t group)
{
    size_t size = 0;

    for (size_t i = 0; i < n->n; i++)
        size += n->group[grouping][i] == group;
    return size;
}

static enum error_code add_group(const struct study_tables *t, struct sheet *sheet, size_t output,
                                 size_t grouping, size_t group, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    const struct output_cells cells = output_cells(v->layout->scenario, &v->outputs->of[output]);
    const struct estimate share = effects_share(&v->effects, output, grouping, group);
    const struct estimate flips = effects_group_flips(&v->effects, output, grouping, group);
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.output = cells.output;
    row.proposal = cells.proposal;
    row.party = cells.party;
    row.grouping = (double)grouping;
    row.group = (double)(t->first_group[grouping] + group);
    row.numbers = (double)size_of(&v->numbers, grouping, group);
    row.share = share.value;
    row.low_share = share.low;
    row.high_share = share.high;
    row.flips = flips.value;
    row.low_flips = flips.low;
    row.high_flips = flips.high;
    return sheet_add(sheet, &row, err);
}

enum error_code groups_make(struct study_tables *t, struct sheet *sheet, struct error *err)
{
    const struct sensitivity *v = t->sensitivity;
    enum error_code code = sheet_open(sheet, &groups_table, &t->scope, err);

    for (size_t o = 0; code == OK && o < v->outputs->n; o++)
        for (size_t g = 0; code == OK && g < GROUPINGS; g++)
            for (size_t i = 0; code == OK && i < v->numbers.n_group[g]; i++)
                code = add_group(t, sheet, o, g, i, err);
    return code;
}
