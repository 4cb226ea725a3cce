/* bench_sweep.c - how much of a sweep's time is not spent on its points' maps */
#include "bench.h"
#include "checkpoint.h"
#include "csv.h"
#include "loader.h"
#include "sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char text_path[] = "bench_sweep.csv", journal_path[] = "bench_sweep.checkpoint";

struct whole_sweep_job {
    struct scenario scenario;
    struct plan plan;
    struct sweep sweep;
    struct checkpoint *checkpoint;
};

static const struct shape small = { "small", 2, 4, { 5, 5, 6, 6 } };

static enum error_code load(void *with, size_t n_set, const char *const set[], struct scenario *s,
                            struct error *err)
{
    const struct whole_sweep_job *c = with;

    (void)n_set, (void)set, (void)err; /* no levers that are levels */
    bench_scenario(s, &small);
    s->draws = c->scenario.draws;
    return OK;
}

static enum error_code take(void *taker, uint64_t index, const double row[], struct error *err)
{
    struct whole_sweep_job *c = taker;
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);

    (void)index;
    bench_check(out != NULL, "not enough memory");
    csv_row(out, &c->sweep.sheet.table, row);
    fclose(out);
    enum error_code code = checkpoint_add(c->checkpoint, text, n, err);
    free(text);
    return code;
}

static double whole_sweep(struct whole_sweep_job *c)
{
    struct error err = { .code = OK };
    struct row_job job = { .last = c->plan.n_point, .take = take, .taker = c };
    uint64_t done;

    sweep_job(&c->sweep, &job);
    double began = bench_cpu_s();
    bench_check(checkpoint_open(&c->checkpoint, text_path, journal_path, false, 0, NULL, UINT64_MAX,
                                &done, &err) == OK &&
                    rows_run(&job, 1, &err) == OK,
                err.text);
    double took = bench_cpu_s() - began;
    bench_check(checkpoint_close(c->checkpoint, &err) == OK, err.text);
    unlink(text_path);
    unlink(journal_path);
    return took;
}

void bench_sweep(void)
{
    static const char *const vary[] = { "p0.reservation=0.4:0.6:40", "p1.reservation=0.4:0.6:25" };
    const struct plan_options options = { .n_vary = 2, .vary = vary };
    struct whole_sweep_job c = { .checkpoint = NULL };
    struct error err = { .code = OK };

    bench_scenario(&c.scenario, &small);
    c.scenario.draws = 1000;
    bench_check(plan_init(&c.plan, &c.scenario, &options, &err) == OK, err.text);
    c.sweep = (struct sweep){ .plan = &c.plan, .load = load, .with = &c, .threads_a_point = 1 };
    for (size_t m = 0; m < METRIC_COUNT; m++)
        c.sweep.wants[m] = m != METRIC_TALKS;
    bench_check(sweep_init(&c.sweep, &err) == OK, err.text);
    double whole = whole_sweep(&c);
    c.scenario.draws = 1;
    double around = whole_sweep(&c);
    printf(
        "\na sweep of %llu points of a scenario of 900 packages: %.3g s with 1000 draws a point, "
        "%.3g s with one\n",
        (unsigned long long)c.plan.n_point, whole, around);
    bench_target("sweep: time around the draws of a point / time of all (1000 draws)",
                 around / whole, '<', 0.1);
    sweep_release(&c.sweep);
    plan_release(&c.plan);
    scenario_release(&c.scenario);
}
