/* cmd_bargain.c - negosim bargain: how the talks would go, and when they would end */
#include "command.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "output.h"
#include "summary.h"
#include "talks_results.h"
#include "talks_summary.h"
#include "text.h"
#include "tournament.h"

#include <stdio.h>

/* Everything between a scenario and its results. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct tournament tournament;
    struct layout layout;
    struct package_index package_index;
    struct talks_played played;
    struct talks_results results;
    struct folder folder;
    uint64_t traced;
    double began_s;
};

static enum error_code check_trace(const struct work *w, struct error *err)
{
    const uint64_t trace = w->options->trace, runs = w->scenario.draws;

    if (trace == UINT64_MAX || trace < runs)
        return OK;
    return error_set(err, ERR_USAGE, "--trace is %llu, expected a run from 0 to %llu",
                     (unsigned long long)trace, (unsigned long long)runs - 1);
}

static enum error_code play(struct work *w, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    const struct options *options = w->options;
    const int threads = worker_threads(options);

    if (fits_memory_talks(&w->scenario, w->tournament.n_pair, threads, 1, err) != OK ||
        check_trace(w, err) != OK || layout_init(&w->layout, &w->scenario, err) != OK ||
        package_index_init(&w->package_index, &w->layout, err) != OK)
        return err->code;
    w->played = (struct talks_played){ .package_index = &w->package_index,
                                       .runs = w->scenario.draws,
                                       .seed = w->scenario.seed,
                                       .n_pair = w->tournament.n_pair,
                                       .pair = w->tournament.pair };
    progress_start(&progress, "runs", w->played.runs,
                   options->quiet ? PROGRESS_NEVER : (enum progress_when)options->progress);
    enum error_code code = talks_play(&w->played, &job, threads, err);
    progress_end(&progress);
    if (code != OK || talks_results_init(&w->results, &w->played, w->tournament.label, err) != OK)
        return err->code;
    w->traced = options->trace == UINT64_MAX ? w->results.typical : options->trace;
    return talks_results_trace(&w->results, w->traced, err);
}

/* Opens the folder before the talks are played: one that cannot be used then costs no hours.  The
 * labels of strategies tell output_names whether there is a table of pairs. */
static enum error_code open_folder(struct work *w, struct error *err)
{
    struct scope scope = { .scenario = &w->scenario };
    const char *out = w->options->out, *table[MAX_TABLE];
    char path[SITE_MAX_PATH];

    scope.label[LABEL_STRATEGY] =
        talks_results_strategies(&w->scenario, w->tournament.n_pair, w->tournament.label);
    const size_t n = output_names(&scope, TALK_RESULT_COUNT, talk_result_tables, 0, table);
    snprintf(path, sizeof path, "results/%s_talks", w->scenario.name);
    return output_open(&w->folder, w->options, out ? out : path, n, table, 1, err);
}

static bool say(FILE *out, void *with)
{
    const struct work *w = with;

    talks_summary_print(out, &w->results, w->traced, w->options->verbose, w->options->n_set,
                        w->options->set);
    return true;
}

static enum error_code run(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    if (tournament_read(&w->tournament, options->against, err) != OK ||
        load_scenario_texts(&w->scenario, &w->texts, options, 0, false, err) != OK)
        return err->code;
    if (!w->scenario.talks)
        return error_at(err, options->operand[0], 0,
                        "there are no 'talks': calendar and strategies, as 'negosim fields' says");
    if (tournament_pair(&w->tournament, &w->scenario, err) != OK)
        return err->code;
    interrupt_watch(); /* from here on there is something to clear away */
    if (open_folder(w, err) != OK || play(w, err) != OK)
        return err->code;
    enum error_code code =
        output_write(&w->folder, options, &w->scenario, &w->texts, TALK_RESULT_COUNT,
                     w->results.sheet, w->began_s, &(struct output_words){ say, w, true }, err);
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

enum error_code cmd_bargain(const struct options *options, struct error *err)
{
    struct work w = { .options = options, .began_s = clock_s() };

    if (options->format != FORMAT_NOT_GIVEN && !options->plot)
        return error_set(err, ERR_USAGE, "--format is about pictures: add --plot");
    if (run(&w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w.folder);
    talks_results_release(&w.results);
    talks_played_release(&w.played);
    package_index_release(&w.package_index);
    layout_release(&w.layout);
    scenario_release(&w.scenario);
    manuscript_release(&w.texts);
    return err->code;
}
