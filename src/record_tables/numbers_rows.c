/* numbers_rows.c - posterior_numbers.csv: what the record teaches about each number */
#include "record_tables.h"

#define COLUMNS(X)                                                                        \
    X(ONE, path, NUMBER_PATH, always, "", "the number")                                   \
    X(ONE, scenario, SCENARIO, always, "", "whose it is alone; empty where it is shared") \
    X(ONE, shared, NUMBER, always, "", "1: all scenarios that have it share it")          \
    X(ONE, prior_mean, NUMBER, always, "", "before learning")                             \
    X(ONE, prior_sd, NUMBER, always, "", "standard deviation")                            \
    X(ONE, prior_q05, NUMBER, always, "", "quantile of 5 %")                              \
    X(ONE, prior_q50, NUMBER, always, "", "median")                                       \
    X(ONE, prior_q95, NUMBER, always, "", "quantile of 95 %")                             \
    X(ONE, mean, NUMBER, always, "", "given the record")                                  \
    X(ONE, sd, NUMBER, always, "", "standard deviation")                                  \
    X(ONE, q05, NUMBER, always, "", "quantile of 5 %")                                    \
    X(ONE, q50, NUMBER, always, "", "median")                                             \
    X(ONE, q95, NUMBER, always, "", "quantile of 95 %")                                   \
    X(ONE, moved, NUMBER, always, "prior sds", "how far the mean has moved")              \
    X(ONE, low_moved, NUMBER, always, "prior sds",                                        \
      "interval of 95 % for what sampling leaves open")                                   \
    X(ONE, high_moved, NUMBER, always, "prior sds", "its upper end")                      \
    X(ONE, shrinks, NUMBER, always, "share",                                              \
      "by which the standard deviation has shrunk; below 0 where the doubt has grown")
TABLE(numbers_table, "posterior_numbers.csv", always,
      "One row for each uncertain number, those that have moved furthest first: by the end of the "
      "interval that is nearer to 0.");

static enum error_code add_number(const struct record_tables *t, struct sheet *sheet, size_t i,
                                  struct error *err)
{
    const struct joint_number *about = &t->learned->joint->number[i];
    const struct moved_number *m = &t->moved->number[i];
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.path = (double)i;
    if (about->scenario != NONE)
        row.scenario = (double)about->scenario;
    row.shared = about->scenario == NONE;
    row.prior_mean = m->prior.mean;
    row.prior_sd = m->prior.sd;
    row.prior_q05 = m->prior.q05;
    row.prior_q50 = m->prior.q50;
    row.prior_q95 = m->prior.q95;
    row.mean = m->posterior.mean;
    row.sd = m->posterior.sd;
    row.q05 = m->posterior.q05;
    row.q50 = m->posterior.q50;
    row.q95 = m->posterior.q95;
    row.moved = m->moved;
    row.low_moved = m->low;
    row.high_moved = m->high;
    row.shrinks = m->shrinks;
    return sheet_add(sheet, &row, err);
}

enum error_code numbers_make(struct record_tables *t, struct sheet *sheet, struct error *err)
{
    enum error_code code = sheet_open(sheet, &numbers_table, &t->scope, err);

    for (size_t i = 0; code == OK && i < t->moved->n; i++)
        code = add_number(t, sheet, t->moved->order[i], err);
    return code;
}
