/* cmd_bargain.c - negosim bargain: how the talks would go, and when they would end */
#include "tournament.h"
#include "command.h"
#include "interrupt.h"
#include "manifest.h"
#include "opening.h"
#include "outcome.h"
#include "summary.h"
#include "talks_results.h"
#include "talks_summary.h"
#include "text.h"

#include <stdio.h>

/* Everything between a scenario and its results. */
struct work {
    const struct request *request;
    struct scenario scenario;
    struct tournament tournament;
    struct layout layout;
    struct board board;
    struct talks_survey survey;
    struct talks_results results;
    struct folder folder;
    uint64_t traced;
    double began_s;
};

/* What cannot be played is refused before anything is allocated. */
static enum error_code check_size(const struct work *w, int threads, struct error *err)
{
    const struct scenario *s = &w->scenario;

    if (!s->talks)
        return error_at(err, w->request->operand[0], 0,
                        "there are no 'talks': calendar and strategies, as 'negosim fields' says");
    return opening_fits_talks(s, w->tournament.n_pair, threads, 1, err);
}

static enum error_code check_trace(const struct work *w, struct error *err)
{
    const uint64_t trace = w->request->trace, runs = w->scenario.draws;

    if (trace == UINT64_MAX || trace < runs)
        return OK;
    return error_set(err, ERR_USAGE, "--trace is %llu, expected a run from 0 to %llu",
                     (unsigned long long)trace, (unsigned long long)runs - 1);
}

static enum error_code play(struct work *w, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    const struct request *request = w->request;
    const int threads = opening_threads(request);

    if (check_size(w, threads, err) != OK || check_trace(w, err) != OK ||
        layout_init(&w->layout, &w->scenario, err) != OK ||
        board_init(&w->board, &w->layout, err) != OK)
        return err->code;
    w->survey = (struct talks_survey){ .board = &w->board,
                                       .runs = w->scenario.draws,
                                       .seed = w->scenario.seed,
                                       .n_pair = w->tournament.n_pair,
                                       .pair = w->tournament.pair };
    progress_start(&progress, "runs", w->survey.runs,
                   request->quiet ? PROGRESS_NEVER : (enum progress_when)request->progress);
    enum error_code code = talks_survey_run(&w->survey, &job, threads, err);
    progress_end(&progress);
    if (code != OK || talks_results_init(&w->results, &w->survey, w->tournament.label, err) != OK)
        return err->code;
    w->traced = request->trace == UINT64_MAX ? w->results.typical : request->trace;
    return talks_results_trace(&w->results, w->traced, err);
}

static enum error_code write_results(struct work *w, struct error *err)
{
    struct outcome_files files = { .n = 0 };

    if (outcome_sheets(&w->folder, TALK_RESULT_COUNT, w->results.sheet, &files, err) != OK ||
        interrupt_check(err) != OK)
        return err->code;
    return outcome_commit(&w->folder, w->request,
                          manifest_make(w->request, &w->scenario, files.n, files.file, 0, NULL,
                                        clock_s() - w->began_s),
                          err);
}

static enum error_code open_folder(struct work *w, struct error *err)
{
    struct scope scope = { .scenario = &w->scenario };
    const char *out = w->request->out, *table[MAX_TABLE];
    char path[SITE_MAX_PATH];

    scope.label[LABEL_STRATEGY] =
        talks_results_strategies(w->tournament.n_pair, w->tournament.label);
    const size_t n = outcome_names(&scope, TALK_RESULT_COUNT, talk_result_tables, 0, table);
    snprintf(path, sizeof path, "results/%s_talks", w->scenario.name);
    return outcome_open(&w->folder, w->request, out ? out : path, n, table, err);
}

static enum error_code run(struct work *w, struct error *err)
{
    const struct request *request = w->request;

    if (tournament_read(&w->tournament, request->against, err) != OK ||
        opening_load(&w->scenario, request, 0, false, err) != OK)
        return err->code;
    interrupt_watch(); /* from here on there is something to clear away */
    if (open_folder(w, err) != OK || play(w, err) != OK)
        return err->code;
    enum error_code code = write_results(w, err);
    if (!request->quiet && w->folder.committed)
        talks_summary_print(stdout, &w->results, w->traced, request->n_set, request->set);
    if (code == OK)
        summary_close(request, w->folder.site.path);
    return code;
}

enum error_code cmd_bargain(const struct request *request, struct error *err)
{
    struct work w = { .request = request, .began_s = clock_s() };

    if (request->format != FORMAT_NOT_GIVEN && !request->plot)
        return error_set(err, ERR_USAGE, "--format is about pictures: add --plot");
    if (run(&w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w.folder);
    talks_results_release(&w.results);
    talks_survey_release(&w.survey);
    board_release(&w.board);
    layout_release(&w.layout);
    scenario_release(&w.scenario);
    return err->code;
}
