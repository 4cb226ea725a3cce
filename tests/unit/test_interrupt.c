/* test_interrupt.c - a signal ends whatever is long, in the middle of it */
#include "interrupt.h"
#include "kit.h"
#include "results.h"
#include "tally.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <stdio.h>

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
    struct outlook outlook;
    struct survey survey;
};

static void open_work(struct work *w, bool phased)
{
    struct error err = { .code = OK };
    char all[4000];

    const char *shares = phased ? "shares = (1);" : "";

    snprintf(all, sizeof all, text, shares, shares,
             phased ? "phases = ( { name = \"one\"; days = 42; } );" : "");
    trial_open(&w->trial, all);
    cr_assert_eq(outlook_init(&w->outlook, &w->trial.layout, &err), OK, "%s", err.text);
    w->survey = (struct survey){
        .layout = &w->trial.layout, .outlook = &w->outlook, .draws = DRAWS, .seed = 1
    };
}

static void close_work(struct work *w)
{
    interrupt_signal = 0;
    survey_release(&w->survey);
    outlook_release(&w->outlook);
    trial_close(&w->trial);
}

static void expect_end(enum error_code code, const char *what)
{
    cr_expect_eq(code, ERR_INTERRUPTED, "%s went on to its end", what);
}

Test(interrupt, ends_what_goes_through_all_packages)
{
    struct error layout_met = { .code = OK }, board_met = layout_met, look_met = layout_met;
    struct layout layout;
    struct outlook look;
    struct board board;
    struct work w;

    open_work(&w, true);
    interrupt_signal = SIGINT;
    expect_end(layout_init(&layout, &w.trial.s, &layout_met), "laying packages out");
    expect_end(board_init(&board, &w.trial.layout, &board_met), "numbering packages");
    expect_end(outlook_init(&look, &w.trial.layout, &look_met), "the look at the mean");
    layout_release(&layout);
    board_release(&board);
    outlook_release(&look);
    close_work(&w);
}

static void draws_end(bool phased)
{
    struct pool_job job = { .stop = NULL };
    struct error err = { .code = OK };
    struct work w;

    open_work(&w, phased);
    interrupt_signal = SIGINT;
    expect_end(survey_run(&w.survey, &job, 1, &err), "a block of draws");
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
    const size_t party_of[1] = { 0 };
    const double worth[1] = { 1 };
    struct error err = { .code = OK };
    uint32_t count[1] = { 0 };
    struct tally *t;

    cr_assert_eq(tally_open(&t, 1, 1, party_of, 1, 1, 1, &err), OK);
    tally_add(t, worth, worth, worth, NULL);
    tally_finish(t);
    interrupt_signal = signal;
    tally_counts(t, 0, count);
    interrupt_signal = 0;
    tally_close(t);
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
    struct pool_job job = { .stop = NULL };
    struct error err = { .code = OK }, tables_met = err, packages_met = err;
    struct results whole, half;
    size_t taken = 0;
    struct work w;

    open_work(&w, false);
    cr_assert_eq(survey_run(&w.survey, &job, 1, &err), OK);
    cr_assert_eq(results_init(&whole, &w.survey, &err), OK);
    interrupt_signal = SIGINT;
    expect_end(results_init(&half, &w.survey, &tables_met), "gathering levels");
    expect_end(results_packages(&whole, 10, take_none, &taken, &packages_met), "ranking packages");
    cr_expect_eq(taken, 0);
    results_release(&half);
    results_release(&whole);
    close_work(&w);
}

static void talks_end(bool phased)
{
    struct pool_job job = { .stop = NULL };
    struct error err = { .code = OK };
    const struct talks_pair own = { { NULL, NULL } };
    struct work w;

    open_work(&w, phased);
    struct talks_survey talks = {
        .board = &w.trial.board, .seed = 1, .runs = 3, .n_pair = 1, .pair = &own
    };
    interrupt_signal = SIGINT;
    expect_end(talks_survey_run(&talks, &job, 1, &err), "ranking packages for talks");
    talks_survey_release(&talks);
    close_work(&w);
}

Test(interrupt, ends_talks)
{
    talks_end(false);
    talks_end(true);
}
