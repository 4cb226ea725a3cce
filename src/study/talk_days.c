/* talk_days.c - when talks end in agreement, day by day */
#include "talk_days.h"

#include "share.h"

#include <math.h>
#include <stdlib.h>

/* The runs that end on each day, in agreement or not: a fraction of a day counts to the day. */
static void count_days(const struct talks_results *r, uint64_t agreed[], uint64_t ended[])
{
    for (uint64_t i = 0; i < r->survey->runs; i++) {
        const struct talks_run *run = &r->survey->run[i];
        size_t day = (size_t)fmin(run->conclusion.day, (double)(r->n_day - 1));
        agreed[day] += talks_run_agrees(run);
        ended[day]++;
    }
}

/* Hazard: of the runs that still talk when a day begins, those that agree on it. */
static enum error_code day_rows(struct talks_results *r, const uint64_t agreed[],
                                const uint64_t ended[], struct error *err)
{
    const uint64_t runs = r->survey->runs;
    const double recorded = r->scenario->talks->agreed_day;
    uint64_t still = runs, so_far = 0;

    for (size_t d = 0; d < r->n_day; d++) {
        double *cell = table_row(&r->days, err);
        if (!cell)
            return err->code;
        so_far += agreed[d];
        const double share = (double)so_far / (double)runs;
        *cell++ = (double)d;
        if (r->date)
            *cell++ = (double)d;
        *cell++ = (double)agreed[d] / (double)runs;
        *cell++ = share;
        *cell++ = share_error(share, runs);
        share_interval(share, runs, &cell[0], &cell[1]);
        cell += 2;
        *cell++ = (double)still / (double)runs;
        *cell++ = still ? (double)agreed[d] / (double)still : NAN;
        *cell++ = still ? share_error((double)agreed[d] / (double)still, still) : NAN;
        *cell++ = isnan(recorded) ? NAN : floor(recorded) == (double)d;
        if (still)
            share_interval((double)agreed[d] / (double)still, still, &cell[0], &cell[1]);
        still -= ended[d];
    }
    return OK;
}

static int compare_days(const void *a, const void *b)
{
    const struct talks_run *const *x = a, *const *y = b;
    const double p = (*x)->conclusion.day, q = (*y)->conclusion.day;

    return p != q ? (p > q) - (p < q) : (*x > *y) - (*x < *y);
}

static enum error_code find_typical(struct talks_results *r, struct error *err)
{
    const struct talks_run **order = memory_alloc((size_t)r->agreed, sizeof *order, err);
    size_t n = 0;

    for (size_t q = 0; q < COUNT_OF(r->quartile_day); q++)
        r->quartile_day[q] = NAN;
    for (uint64_t i = 0; order && i < r->survey->runs; i++)
        if (talks_run_agrees(&r->survey->run[i]))
            order[n++] = &r->survey->run[i];
    if (n > 0) {
        qsort(order, n, sizeof *order, compare_days);
        for (size_t q = 0; q < COUNT_OF(r->quartile_day); q++)
            r->quartile_day[q] = order[share_quartile(q + 1, n)]->conclusion.day;
        size_t middle = share_quartile(2, n);
        while (middle > 0 && order[middle - 1]->conclusion.day == r->quartile_day[1])
            middle--;
        r->typical = (uint64_t)(order[middle] - r->survey->run);
    }
    free(order);
    return err->code;
}

enum error_code talk_days_make(struct talks_results *r, struct error *err)
{
    static const char *const numbers[] = { "agrees",   "agreed",     "se",         "low",
                                           "high",     "talks",      "hazard",     "se_hazard",
                                           "recorded", "low_hazard", "high_hazard" };
    uint64_t *agreed = arena_alloc(&r->arena, r->n_day, sizeof *agreed);
    uint64_t *ended = arena_alloc(&r->arena, r->n_day, sizeof *ended);

    if (!agreed || !ended)
        return error_set(err, ERR_MEMORY, "not enough memory for results");
    if (table_column(&r->days, NULL, 0, err, "day") != OK ||
        (r->date && table_column(&r->days, r->date, r->n_day, err, "date") != OK) ||
        table_numbers(&r->days, numbers, COUNT_OF(numbers), err) != OK)
        return err->code;
    count_days(r, agreed, ended);
    return day_rows(r, agreed, ended, err) == OK ? find_typical(r, err) : err->code;
}
