/* bench_solutions.c - the solutions of a draw, issue by issue, against a scan of all packages */
#include "bench.h"
#include "processor.h"
#include "solutions.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct search {
    struct scenario scenario;
    struct layout layout;
    struct draws draws;
    struct addends addends;
    struct zone zone;
    struct solutions solutions;
    double best; /* what the scan finds, so that it is not left out */
};

/* The front of what all accept and the picks of all solutions from it, for each draw. */
static double issue_by_issue(void *with)
{
    struct search *s = with;
    const struct zone_query everyone = zone_of_agreement(&s->scenario);
    struct error err = { .code = OK };
    double began = bench_cpu_s();

    for (size_t d = 0; d < s->draws.n; d++) {
        addends_fill(&s->addends, &s->layout, &s->draws.appraisal[d].utility);
        bench_check(zone_find(&s->zone, &s->layout, &s->draws.appraisal[d], &s->addends, &everyone,
                              &err) == OK,
                    err.text);
        bench_check(solutions_find(&s->solutions, &s->draws.appraisal[d], &s->zone, &err) == OK,
                    err.text);
    }
    return bench_cpu_s() - began;
}

/* The largest product of gains in a row of the box; vectorised. */
FOR_EACH_PROCESSOR
static double best_product(size_t n, const double column_a[], const double column_b[], double a,
                           double b)
{
    double best[8] = { 0 };
    size_t i = 0;

    for (; i + 8 <= n; i += 8)
        for (size_t k = 0; k < 8; k++) {
            double x = a + column_a[i + k], y = b + column_b[i + k];
            double product = (x > 0 ? x : 0) * (y > 0 ? y : 0);
            best[k] = product > best[k] ? product : best[k];
        }
    for (; i < n; i++) {
        double x = a + column_a[i], y = b + column_b[i];
        double product = (x > 0 ? x : 0) * (y > 0 ? y : 0);
        best[0] = product > best[0] ? product : best[0];
    }
    for (size_t k = 1; k < 8; k++)
        best[0] = best[k] > best[0] ? best[k] : best[0];
    return best[0];
}

/* Nash's product alone, over every package. */
static double scan(void *with)
{
    struct search *s = with;
    const struct layout *l = &s->layout;
    double began = bench_cpu_s();

    for (size_t d = 0; d < s->draws.n; d++) {
        addends_fill(&s->addends, l, &s->draws.appraisal[d].utility);
        for (size_t row = 0; row < l->n_row; row++)
            s->best += best_product(l->n_column, s->addends.column, s->addends.column + l->n_column,
                                    s->addends.row[row], s->addends.row[l->n_row + row]);
    }
    return bench_cpu_s() - began;
}

static void open_search(struct search *s, const struct shape *shape, size_t n_draw)
{
    struct error err = { .code = OK };

    *s = (struct search){ .best = 0 };
    bench_scenario(&s->scenario, shape);
    bench_check(layout_init(&s->layout, &s->scenario, &err) == OK &&
                    addends_init(&s->addends, &s->layout, &err) == OK &&
                    solutions_init(&s->solutions, &s->layout, &err) == OK,
                err.text);
    draws_make(&s->draws, &s->scenario, n_draw);
}

static void close_search(struct search *s)
{
    draws_release(&s->draws);
    solutions_release(&s->solutions);
    zone_release(&s->zone);
    addends_release(&s->addends);
    layout_release(&s->layout);
    scenario_release(&s->scenario);
}

void bench_solutions(void)
{
    static const struct shape shapes[] = {
        { "10^5", 2, 6, { 6, 7, 7, 7, 7, 7 } },
        { "10^6", 2, 7, { 4, 8, 8, 8, 8, 8, 8 } },
        { "10^7", 2, 8, { 7, 7, 7, 7, 8, 8, 8, 8 } },
    };
    enum { DRAWS = 200 };
    double us[COUNT_OF(shapes)], scan_us[COUNT_OF(shapes)];
    struct search s;

    printf(
        "\nsolutions of a draw, two parties: all of them issue by issue; Nash's alone by a scan\n");
    for (size_t i = 0; i < COUNT_OF(shapes); i++) {
        open_search(&s, &shapes[i], DRAWS);
        us[i] = 1e6 * bench_median(issue_by_issue, &s) / DRAWS;
        scan_us[i] = 1e6 * bench_median(scan, &s) / DRAWS;
        printf("  %s packages: %.3g and %.3g microseconds a draw\n", shapes[i].name, us[i],
               scan_us[i]);
        close_search(&s);
    }
    bench_target("solutions: time at 10^7 packages / at 10^5", us[2] / us[0], '<', 4);
    bench_target("solutions, 10^6: scan for Nash alone / all, issue by issue", scan_us[1] / us[1],
                 '>', 8);
}
