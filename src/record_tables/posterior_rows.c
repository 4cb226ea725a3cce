/* posterior_rows.c - posterior.csv: worlds that the record leaves */
#include "record_tables.h"

#define COLUMNS(X)                                                                                 \
    X(ONE, world, NUMBER, always, "",                                                              \
      "from 0; draw i of a command with `--posterior` has world i, and begins again at their end") \
    X(LEVER, number, NUMBER, always, "",                                                           \
      "the value of an uncertain number, the column being called by its path; of one scenario's "  \
      "own SCENARIO/PATH. Numbers of the talks are not among them: no answer depends on them")
TABLE(posterior_table, "posterior.csv", always,
      "One row a world, each counting alike (systematic resampling).");

enum error_code posterior_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    const struct ensemble *e = t->learned->posterior;
    enum error_code code = sheet_open(sheet, &posterior_table, &t->scope, err);

    for (size_t i = 0; code == OK && i < t->n_world; i++) {
        struct row row = { (double)i, e->value + t->world[i] * e->joint->n };
        code = sheet_add(sheet, &row, err);
    }
    return code;
}
