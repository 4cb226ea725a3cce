/* test_interrupt.c - a signal ends whatever is long: each kernel that looks at it does nothing more
 */
#include "interrupt.h"
#include "kit.h"
#include "results.h"
#include "tally.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

/* With phases: what is performed in them twice, and they. */
static const char *const text =
    "scenario = { name = \"t\"; };"
    "issues = ( { name = \"x\"; from = 0; to = 9; step = 1; %s by = \"p\"; },"
    "           { name = \"y\"; from = 0; to = 9; step = 1; %s by = \"q\"; } );"
    "parties = ( { name = \"p\"; weights = { x = 1; y = 1; }; reservation = 0.4;"
    "  values = { x = { kind = \"linear\"; worst = 0; best = 9; };"
    "             y = { kind = \"linear\"; worst = 9; best = 0; }; }; },"
    " { name = \"q\"; weights = { x = 1; y = 2; }; reservation = { uniform = (0.3, 0.5); };"
    "  values = { x = { kind = \"linear\"; worst = 9; best = 0; };"
    "             y = { kind = \"linear\"; worst = 0; best = 9; }; }; } );"
    "talks = { start = \"2024-01-01\"; deadline = \"2024-03-01\"; round_days = 7;"
    "  parties = ( { name = \"p\"; strategy = \"polynomial\"; exponent = 1; },"
    "              { name = \"q\"; strategy = \"polynomial\"; exponent = 1; } ); };"
    "%s";

enum { DRAWS = 50 };

/* Everything before the signal. */
struct work {
    struct trial trial;
    struct mean_case mean_case;
    struct map map;
};

static void open_work(struct work *w, bool phased)
{
    struct error err = { .code = OK };
    char all[4000];

    const char *shares = phased ? "shares = (1);" : "";

    snprintf(all, sizeof all, text, shares, shares,
             phased ? "phases = ( { name = \"one\"; days = 42; } );" : "");
    trial_open(&w->trial, all);
    cr_assert_eq(mean_case_init(&w->mean_case, &w->trial.layout, &err), OK, "%s", err.text);
    w->map = (struct map){
        .layout = &w->trial.layout, .mean_case = &w->mean_case, .draws = DRAWS, .seed = 1
    };
}

static void close_work(struct work *w)
{
    interrupt_signal = 0;
    map_release(&w->map);
    mean_case_release(&w->mean_case);
    trial_close(&w->trial);
}

static void expect_end(enum error_code code, const char *what)
{
    cr_expect_eq(code, ERR_INTERRUPTED, "%s went on to its end", what);
}

Test(interrupt, ends_what_goes_through_all_packages)
{
    struct error layout_met = { .code = OK }, package_index_met = layout_met, look_met = layout_met;
    struct layout layout;
    struct mean_case look;
    struct package_index package_index;
    struct work w;

    open_work(&w, true);
    interrupt_signal = SIGINT;
    expect_end(layout_init(&layout, &w.trial.s, &layout_met), "laying packages out");
    expect_end(package_index_init(&package_index, &w.trial.layout, &package_index_met),
               "numbering packages");
    expect_end(mean_case_init(&look, &w.trial.layout, &look_met), "the look at the mean");
    layout_release(&layout);
    package_index_release(&package_index);
    mean_case_release(&look);
    close_work(&w);
}

static void draws_end(bool phased)
{
    struct pool_job job = { .tick = NULL };
    struct error err = { .code = OK };
    struct work w;

    open_work(&w, phased);
    interrupt_signal = SIGINT;
    expect_end(map_run(&w.map, &job, 1, &err), "a block of draws");
    close_work(&w);
}

Test(interrupt, ends_a_block_of_draws)
{
    draws_end(false);
    draws_end(true);
}

/* One package that suits one party in one draw: counted, or not any more. */
static uint32_t count_after(int signal)
{
    const double utility[1] = { 1 };
    struct error err = { .code = OK };
    uint32_t count[1] = { 0 };
    struct circuit circuit = { .n_step = 0 };
    struct tally *t;

    circuit_count(&circuit, circuit_read(&circuit, 0));
    cr_assert_eq(circuit_finish(&circuit, &err), OK);
    cr_assert_eq(tally_open(&t, &circuit, 1, 1, 1, 1, &err), OK);
    tally_add(t, utility, utility, utility, NULL);
    tally_finish(t);
    interrupt_signal = signal;
    tally_counts(t, 0, count);
    interrupt_signal = 0;
    tally_close(t);
    circuit_release(&circuit);
    return count[0];
}

Test(interrupt, ends_what_is_collected_after_the_draws)
{
    cr_expect_eq(count_after(0), 1);
    cr_expect_eq(count_after(SIGINT), 0);
}

static bool take_none(void *with, const double row[])
{
    (void)row;
    ++*(size_t *)with;
    return true;
}

Test(interrupt, ends_tables)
{
    struct pool_job job = { .tick = NULL };
    struct error err = { .code = OK }, tables_met = err, packages_met = err;
    struct results whole, half;
    size_t taken = 0;
    struct work w;

    open_work(&w, false);
    cr_assert_eq(map_run(&w.map, &job, 1, &err), OK);
    cr_assert_eq(results_init(&whole, &w.map, 1, &err), OK);
    interrupt_signal = SIGINT;
    expect_end(results_init(&half, &w.map, 1, &tables_met), "gathering levels");
    expect_end(results_packages(&whole, 10, take_none, &taken, &packages_met), "ranking packages");
    cr_expect_eq(taken, 0);
    results_release(&half);
    results_release(&whole);
    close_work(&w);
}

static void talks_end(bool phased)
{
    struct pool_job job = { .tick = NULL };
    struct error err = { .code = OK };
    const struct talks_pair own = { { NULL, NULL } };
    struct work w;

    open_work(&w, phased);
    struct talks_played talks = {
        .package_index = &w.trial.package_index, .seed = 1, .runs = 3, .n_pair = 1, .pair = &own
    };
    interrupt_signal = SIGINT;
    expect_end(talks_play(&talks, &job, 1, &err), "ranking packages for talks");
    talks_played_release(&talks);
    close_work(&w);
}

Test(interrupt, ends_talks)
{
    talks_end(false);
    talks_end(true);
}

/* Counts in how many threads a workspace is made. */
static enum error_code count_opened(void *study, void **space, struct error *err)
{
    (void)err;
    ++*(int *)study;
    *space = study;
    return OK;
}

static enum error_code work_nothing(void *study, void *space, uint64_t first, uint64_t last,
                                    struct error *err)
{
    (void)study, (void)space, (void)first, (void)last, (void)err;
    return OK;
}

static void close_nothing(void *study, void *space, enum error_code code)
{
    (void)study, (void)space, (void)code;
}

/* Workspaces may be gigabytes. */
Test(interrupt, comes_before_a_workspace_is_made)
{
    int opened = 0;
    const struct pool_job job = { .study = &opened,
                                  .n = 10,
                                  .block = 1,
                                  .open = count_opened,
                                  .work = work_nothing,
                                  .close = close_nothing };
    struct error err = { .code = OK };

    interrupt_signal = SIGINT;
    expect_end(pool_run(&job, 2, &err), "a pool");
    cr_expect_eq(opened, 0);
    interrupt_signal = 0;
}

static void raise_it(void *watcher, uint64_t n)
{
    (void)watcher, (void)n;
    interrupt_signal = SIGINT;
}

/* After the last draw, before its counts are collected: what is there is not taken for the whole.
 */
Test(interrupt, between_draws_and_counts_is_no_end)
{
    struct pool_job job = { .tick = raise_it };
    struct error err = { .code = OK };
    struct work w;

    open_work(&w, false);
    expect_end(map_run(&w.map, &job, 1, &err), "a map");
    close_work(&w);
}

Test(interrupt, ends_a_draw_with_phases)
{
    const struct map_counting *kind = &counting_phased;
    struct error err = { .code = OK };
    const struct zone *best;
    struct work w;
    void *counting;

    open_work(&w, true);
    cr_assert_eq(kind->open(&counting, &w.trial.layout, &w.mean_case.appraisal, DRAWS, &err), OK);
    interrupt_signal = SIGINT;
    expect_end(kind->take(counting, &w.mean_case.appraisal, NULL, &best, &err),
               "a draw with phases");
    kind->close(counting);
    close_work(&w);
}

/* 1 and 0 in the wrong order stay in it. */
Test(interrupt, ends_sorting)
{
    const double utility[2] = { 1, 0 };
    struct error err = { .code = OK };
    struct sorting sorting = { 0 };
    uint32_t item[2] = { 0, 1 };
    double value[2] = { 7, 7 };

    cr_assert_eq(sorting_reserve(&sorting, 2, &err), OK);
    interrupt_signal = SIGINT;
    sorting_run(&sorting, 2, item, utility, value);
    interrupt_signal = 0;
    cr_expect_eq(value[0], 7);
    cr_expect_eq(item[0], 0);
    sorting_run(&sorting, 2, item, utility, value);
    cr_expect_eq(value[0], 0);
    cr_expect_eq(item[0], 1);
    sorting_release(&sorting);
}

/* Every package that talks value, or rank, keeps what was there before the signal. */
static void valued_after(int signal, bool phased, double *utility, size_t *ranked)
{
    struct error err = { .code = OK };
    struct valuation valuation;
    struct ranking ranking;
    struct sorting sorting = { 0 };
    struct work w;

    open_work(&w, phased);
    const struct package_index *b = &w.trial.package_index;
    double *to[3], floor[1] = { -1 }, hoped[1];
    for (size_t i = 0; i < COUNT_OF(to); i++)
        to[i] = memory_alloc(b->n_package, sizeof **to, &err);
    const struct valued valued[PAIR] = { { to[0], NULL, hoped }, { to[1], NULL, hoped } };
    cr_assert_eq(valuation_init(&valuation, b, &w.mean_case.appraisal, &err), OK);
    cr_assert_eq(ranking_init(&ranking, 1, b->n_package, &err), OK);
    cr_assert_eq(sorting_reserve(&sorting, b->n_package, &err), OK);
    interrupt_signal = signal;
    valuation_make(&valuation, &w.mean_case.appraisal, true, valued);
    ranking_fill(&ranking, b, to[2], floor, to[1], &sorting);
    *utility = to[0][5];
    *ranked = ranking.first[1];
    close_work(&w);
    for (size_t i = 0; i < COUNT_OF(to); i++)
        free(to[i]);
    sorting_release(&sorting);
    ranking_release(&ranking);
    valuation_release(&valuation);
}

Test(interrupt, ends_what_talks_know_of_packages)
{
    for (int phased = 0; phased < 2; phased++) {
        double utility;
        size_t ranked;
        valued_after(0, phased, &utility, &ranked);
        cr_expect_neq(utility, 0);
        cr_expect_eq(ranked, 100);
        valued_after(SIGINT, phased, &utility, &ranked);
        cr_expect_eq(utility, 0, "%s phases", phased ? "with" : "without");
        cr_expect_eq(ranked, 0);
    }
}
