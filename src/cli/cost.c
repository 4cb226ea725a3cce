/* cost.c - what a run would take, measured on small pieces of it */
#include "cost.h"

#include "csv.h"
#include "piece.h"
#include "results.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Packages of the two pieces that are measured.  In the small one a draw costs what it costs in any
 * case; in the large one packages count, and it still takes a fraction of a second. */
static const double SMALL = 64, LARGE = 20000;

/* Draws are doubled until they take this long, far longer than a tick of the clock or a new page of
 * memory. */
static const double LONG_ENOUGH_S = 0.04;

struct measured {
    double packages;
    double draw_s; /* a draw */
    double once_s; /* all but the draws and packages.csv */
    double row_s;  /* a row of packages.csv; 0 for a piece whose packages are all forbidden */
    double row_bytes;
};

/* Processor time of this process: other work on the machine does not lengthen it. */
static double processor_s(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

struct taker {
    FILE *out;
    const struct results *results;
    uint64_t n;
};

static bool take_row(void *with, const double row[])
{
    struct taker *taker = with;

    csv_row(taker->out, &taker->results->packages.table, row);
    taker->n++;
    return true;
}

static enum error_code write_packages(const struct results *r, struct measured *sample,
                                      struct error *err)
{
    char *text = NULL;
    size_t n = 0;
    struct taker taker = { .out = open_memstream(&text, &n), .results = r };

    if (!taker.out)
        return error_set(err, ERR_MEMORY, "not enough memory for a file");
    const double began = processor_s();
    enum error_code code = results_packages(r, 0, take_row, &taker, err);
    if (fclose(taker.out) != 0 && code == OK)
        code = error_set(err, ERR_MEMORY, "not enough memory for a file");
    sample->row_s = taker.n > 0 ? (processor_s() - began) / (double)taker.n : 0;
    sample->row_bytes = taker.n > 0 ? (double)n / (double)taker.n : 0;
    free(text);
    return code;
}

static enum error_code time_draws(struct map *map, double *seconds, struct error *err)
{
    struct pool_job job = { .tick = NULL };
    const double began = processor_s();
    enum error_code code = map_run(map, &job, 1, err);

    *seconds = processor_s() - began;
    return code;
}

/* Takes the difference of two runs, from which drops out what is done once however many draws there
 * are.  The first run has one draw. */
static enum error_code measure_draws(struct map *map, struct measured *sample, struct error *err)
{
    struct map *s = map;
    const struct map fresh = *map;
    double before = 0, now;

    if (time_draws(s, &now, err) != OK)
        return err->code;
    while (now < LONG_ENOUGH_S) {
        const uint64_t draws = 2 * s->draws;
        map_release(s);
        *s = fresh;
        s->draws = draws;
        before = now;
        if (time_draws(s, &now, err) != OK)
            return err->code;
    }
    sample->draw_s = before > 0 ? fmax(0, now - before) / ((double)s->draws / 2) : now;
    return OK;
}

static enum error_code measure_layout(const struct layout *l, struct measured *sample,
                                      struct error *err)
{
    struct mean_case mean_case = { .layout = l };
    struct results results = { .map = NULL };
    struct map map = {
        .layout = l, .mean_case = &mean_case, .draws = 1, .seed = l->scenario->seed
    };
    const double began = processor_s();

    enum error_code code = mean_case_init(&mean_case, l, err);
    sample->once_s = processor_s() - began;
    if (code == OK)
        code = measure_draws(&map, sample, err);
    const double again = processor_s();
    if (code == OK)
        code = results_init(&results, &map, 1, err);
    sample->once_s += processor_s() - again;
    if (code == OK)
        code = write_packages(&results, sample, err);
    results_release(&results);
    map_release(&map);
    mean_case_release(&mean_case);
    return code;
}

static enum error_code measure(const struct scenario *s, double most, struct measured *sample,
                               struct error *err)
{
    struct layout layout = { .n_case = 0 };
    struct piece piece;

    enum error_code code = piece_init(&piece, s, most, err);
    *sample = (struct measured){ .packages = (double)piece.scenario.grid.total };
    if (code == OK)
        code = layout_init(&layout, &piece.scenario, err);
    if (code == OK)
        code = measure_layout(&layout, sample, err);
    layout_release(&layout);
    piece_release(&piece);
    return code;
}

/* Follows the line through two samples; a small scenario gives the same piece twice, and no slope.
 * A slope below zero is noise of the clock. */
static double extrapolate(const struct measured *a, double at_a, const struct measured *b,
                          double at_b, double packages)
{
    const double slope =
        b->packages > a->packages ? (at_b - at_a) / (b->packages - a->packages) : 0;

    return at_b + fmax(0, slope) * (packages - b->packages);
}

enum error_code cost_of_run(const struct scenario *s, int threads, struct run_cost *cost,
                            struct error *err)
{
    const double packages = (double)s->grid.total;
    struct measured small, large;

    if (measure(s, SMALL, &small, err) != OK || measure(s, LARGE, &large, err) != OK)
        return err->code;
    const double draw_s = extrapolate(&small, small.draw_s, &large, large.draw_s, packages);
    const double once_s = extrapolate(&small, small.once_s, &large, large.once_s, packages);
    const uint64_t rows = results_kept(s, 0);
    *cost = (struct run_cost){
        .seconds = draw_s * (double)s->draws / threads + once_s + large.row_s * (double)rows,
        .bytes = map_bytes(s, s->draws, false, threads) + sample_bytes(s, s->draws) +
                 results_bytes(s, 0),
        .rows = rows,
        .file_bytes = large.row_bytes * (double)rows,
    };
    return OK;
}

/* x to one digit: the estimate is right to a factor of two or so. */
static double rounded(double x)
{
    const double digit = x > 0 ? pow(10, floor(log10(x))) : 1;
    return round(x / digit) * digit;
}

struct unit {
    double size;
    const char *one, *more;
};

/* "about 3 min": in the largest unit of which there is one. */
static void about(double x, size_t n, const struct unit unit[n])
{
    char digits[TEXT_NUMBER];
    size_t i = n - 1;

    while (i > 0 && rounded(x / unit[i].size) < 1)
        i--;
    const double there = rounded(x / unit[i].size);
    text_grouped((uint64_t)fmin(1e18, fmax(1, round(there))), digits);
    printf("%s %s %s", there < 1 ? "under" : "about", digits,
           there > 1 ? unit[i].more : unit[i].one);
}

static void print_time(double seconds)
{
    static const struct unit units[] = { { 1, "s", "s" },
                                         { 60, "min", "min" },
                                         { 3600, "h", "h" },
                                         { 86400, "day", "days" },
                                         { 365.25 * 86400, "year", "years" } };

    about(seconds, COUNT_OF(units), units);
}

static void print_bytes(double bytes)
{
    static const struct unit units[] = { { 1e3, "kB", "kB" },
                                         { 1e6, "MB", "MB" },
                                         { 1e9, "GB", "GB" },
                                         { 1e12, "TB", "TB" },
                                         { 1e15, "PB", "PB" } };

    about(bytes, COUNT_OF(units), units);
}

void cost_print(const struct scenario *s, int threads, const struct run_cost *cost)
{
    const uint64_t packages = scenario_packages(s);
    char draws[TEXT_NUMBER], rows[TEXT_NUMBER];

    text_grouped(s->draws, draws);
    printf("  a run of %s draw%s takes ", draws, s->draws == 1 ? "" : "s");
    print_time(cost->seconds);
    printf(" and ");
    print_bytes(cost->bytes);
    printf(" of memory here, on %d thread%s; packages.csv: ", threads, threads == 1 ? "" : "s");
    if (cost->rows < packages) {
        text_grouped(cost->rows, rows);
        printf("the %s that all accept most often, ", rows);
    }
    print_bytes(cost->file_bytes);
    printf("\n");
}
