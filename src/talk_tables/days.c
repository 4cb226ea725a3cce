/* days.c - days.csv: when talks end in agreement, day by day */
#include "proportion.h"
#include "talk_makers.h"

#include <math.h>
#include <stdlib.h>

#define COLUMNS(X)                                                                     \
    X(ONE, day, NUMBER, always, "days", "since the start")                             \
    X(ONE, date, DATE, with_dates, "", "of that day")                                  \
    X(ONE, agrees, NUMBER, always, "share of runs", "that agree on this day")          \
    X(ONE, agreed, NUMBER, always, "share of runs", "that have agreed by its end")     \
    X(ONE, se, NUMBER, always, "share", "standard error of agreed")                    \
    X(ONE, low, NUMBER, always, "share", "Wilson's interval of 95 % of agreed")        \
    X(ONE, high, NUMBER, always, "share", "its upper end")                             \
    X(ONE, talks, NUMBER, always, "share of runs",                                     \
      "that still talk, or wait for a vote, when it begins")                           \
    X(ONE, hazard, NUMBER, always, "share",                                            \
      "of those, that agree on this day; empty when there are none")                   \
    X(ONE, se_hazard, NUMBER, always, "share", "standard error of hazard")             \
    X(ONE, recorded, NUMBER, always, "1 or 0",                                         \
      "whether it is the day of `agreed_on`; empty without one")                       \
    X(ONE, low_hazard, NUMBER, always, "share", "Wilson's interval of 95 % of hazard") \
    X(ONE, high_hazard, NUMBER, always, "share", "its upper end")
TABLE(days_table, "days.csv", with_talks, "One row a day.");

/* The runs that end on each day, in agreement or not: a fraction of a day counts to the day. */
static void count_days(const struct talks_results *r, uint64_t agreed[], uint64_t ended[])
{
    for (uint64_t i = 0; i < r->played->runs; i++) {
        const struct talks_run *run = &r->played->run[i];
        size_t day = (size_t)fmin(run->outcome.day, (double)(r->n_day - 1));
        agreed[day] += talks_run_agrees(run);
        ended[day]++;
    }
}

/* Runs by the end of the day before: that have agreed, and that still talk. */
struct so_far {
    uint64_t agreed, still;
};

static enum error_code add_day(const struct talks_results *r, struct sheet *sheet, size_t day,
                               uint64_t agrees, const struct so_far *before, struct error *err)
{
    const uint64_t runs = r->played->runs;
    const double recorded = r->scenario->talks->agreed_day;
    struct row row;

    sheet_clear(sheet->kind, &row);
    row.day = (double)day;
    row.date = (double)day;
    row.agrees = (double)agrees / (double)runs;
    row.agreed = (double)(before->agreed + agrees) / (double)runs;
    row.se = proportion_error(row.agreed, runs);
    proportion_interval(row.agreed, runs, &row.low, &row.high);
    row.talks = (double)before->still / (double)runs;
    if (before->still > 0) {
        row.hazard = (double)agrees / (double)before->still;
        row.se_hazard = proportion_error(row.hazard, before->still);
        proportion_interval(row.hazard, before->still, &row.low_hazard, &row.high_hazard);
    }
    if (!isnan(recorded))
        row.recorded = floor(recorded) == (double)day;
    return sheet_add(sheet, &row, err);
}

static int compare_days(const void *a, const void *b)
{
    const struct talks_run *const *x = a, *const *y = b;
    const double p = (*x)->outcome.day, q = (*y)->outcome.day;

    return p != q ? (p > q) - (p < q) : (*x > *y) - (*x < *y);
}

static enum error_code find_typical(struct talks_results *r, struct error *err)
{
    const struct talks_run **order = memory_alloc((size_t)r->agreed, sizeof *order, err);
    size_t n = 0;

    for (size_t q = 0; q < COUNT_OF(r->quartile_day); q++)
        r->quartile_day[q] = NAN;
    for (uint64_t i = 0; order && i < r->played->runs; i++)
        if (talks_run_agrees(&r->played->run[i]))
            order[n++] = &r->played->run[i];
    if (n > 0) {
        qsort(order, n, sizeof *order, compare_days);
        for (size_t q = 0; q < COUNT_OF(r->quartile_day); q++)
            r->quartile_day[q] = order[proportion_quartile(q + 1, n)]->outcome.day;
        size_t middle = proportion_quartile(2, n);
        while (middle > 0 && order[middle - 1]->outcome.day == r->quartile_day[1])
            middle--;
        r->typical = (uint64_t)(order[middle] - r->played->run);
    }
    free(order);
    return err->code;
}

enum error_code days_make(struct talks_results *r, struct sheet *sheet, struct error *err)
{
    uint64_t *agreed = arena_alloc(&r->scope.arena, r->n_day, sizeof *agreed);
    uint64_t *ended = arena_alloc(&r->scope.arena, r->n_day, sizeof *ended);
    struct so_far before = { 0, r->played->runs };

    if (!agreed || !ended)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    count_days(r, agreed, ended);
    enum error_code code = sheet_open(sheet, &days_table, &r->scope, err);
    for (size_t d = 0; code == OK && d < r->n_day; d++) {
        code = add_day(r, sheet, d, agreed[d], &before, err);
        before.agreed += agreed[d];
        before.still -= ended[d];
    }
    return code == OK ? find_typical(r, err) : code;
}
