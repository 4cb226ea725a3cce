/* cmd_sensitivity.c - negosim sensitivity: which doubt decides */
#include "command.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "net.h"
#include "output.h"
#include "sensitivity_summary.h"
#include "study_tables.h"
#include "survey.h"

#include <stdio.h>

/* Everything between a scenario and its results. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct arena arena; /* of the outputs */
    struct layout layout;
    struct package_index package_index;
    struct outputs outputs;
    struct sensitivity sensitivity;
    struct study_tables tables;
    struct folder folder;
    double began_s;
};

enum { PAIRS = 4096 }; /* of worlds, unless -n says otherwise */

/* The rows of a scramble, as a power of two: at least as many in all as asked for. */
static unsigned log2_points(const struct options *options)
{
    const uint64_t pairs = options->draws ? options->draws : PAIRS;
    unsigned log2 = 1;

    while ((uint64_t)EFFECTS_SCRAMBLES << log2 < pairs)
        log2++;
    return log2;
}

/* What --metrics says; else the proposals, and the zone where a look at it is quick: with phases
 * every package would be visited in every run. */
static enum error_code choose(struct work *w, struct error *err)
{
    const struct scenario *s = &w->scenario;
    bool wants[METRIC_COUNT] = { false };
    size_t proposal;

    if (w->options->metrics) {
        if (metrics_read(w->options->metrics, s, wants, err) != OK)
            return err->code;
    } else {
        wants[METRIC_PROPOSALS] = s->n_proposal > 0;
        wants[METRIC_ZONE] = !w->options->proposal && (s->n_phase == 0 || s->n_proposal == 0);
    }
    if (load_proposal(s, "proposal", w->options->proposal, &proposal, err) != OK)
        return err->code;
    if (outputs_list(&w->outputs, s, wants, false, &w->arena, err) != OK)
        return err->code;
    if (proposal != NONE)
        outputs_keep(&w->outputs, proposal);
    return w->outputs.n > 0
               ? OK
               : error_set(err, ERR_USAGE, "--metrics: nothing of these is about --proposal %s",
                           w->options->proposal);
}

static enum error_code check_size(const struct work *w, int threads, struct error *err)
{
    const unsigned log2 = log2_points(w->options);

    if (log2 > NET_LARGEST)
        return error_set(err, ERR_USAGE, "-n %llu is more than %llu pairs of worlds",
                         (unsigned long long)w->options->draws,
                         (unsigned long long)EFFECTS_SCRAMBLES << NET_LARGEST);
    if (w->outputs.wants[METRIC_BEST] &&
        fits_memory_run(&w->scenario, false, 0, threads, err) != OK)
        return err->code;
    if (w->outputs.wants[METRIC_TALKS] && fits_memory_talks(&w->scenario, 1, threads, 1, err) != OK)
        return err->code;
    return fits_memory_need(&w->scenario, sensitivity_bytes(&w->scenario, w->outputs.n, threads),
                            threads, err);
}

static enum error_code study(struct work *w, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    const struct options *options = w->options;
    const int threads = worker_threads(options);
    const bool plays = w->outputs.wants[METRIC_TALKS];

    if (check_size(w, threads, err) != OK || layout_init(&w->layout, &w->scenario, err) != OK ||
        (plays && package_index_init(&w->package_index, &w->layout, err) != OK) ||
        (w->outputs.wants[METRIC_BEST] &&
         survey_best(&w->scenario, threads, w->outputs.best, err) != OK))
        return err->code;
    w->sensitivity = (struct sensitivity){ .layout = &w->layout,
                                           .package_index = plays ? &w->package_index : NULL,
                                           .outputs = &w->outputs,
                                           .seed = w->scenario.seed,
                                           .log2_points = log2_points(options),
                                           .n_paired = (size_t)options->interactions };
    progress_start(&progress, "pairs of worlds",
                   ((uint64_t)EFFECTS_SCRAMBLES << w->sensitivity.log2_points) *
                       (options->interactions ? 2 : 1),
                   options->quiet ? PROGRESS_NEVER : (enum progress_when)options->progress);
    enum error_code code = sensitivity_run(&w->sensitivity, &job, threads, err);
    progress_end(&progress);
    return code == OK ? study_tables_init(&w->tables, &w->sensitivity, err) : code;
}

static bool say(FILE *out, void *with)
{
    const struct work *w = with;

    sensitivity_summary_print(out, &w->sensitivity, w->options->n_set, w->options->set);
    return true;
}

static enum error_code run(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    if (load_scenario_texts(&w->scenario, &w->texts, options, 0, false, err) != OK ||
        choose(w, err) != OK)
        return err->code;
    interrupt_watch(); /* from here on there is something to clear away */
    if (output_open_for(&w->folder, options, &w->scenario, "_sensitivity", STUDY_RESULT_COUNT,
                        study_result_tables, err) != OK ||
        study(w, err) != OK)
        return err->code;
    enum error_code code =
        output_write(&w->folder, options, &w->scenario, &w->texts, STUDY_RESULT_COUNT,
                     w->tables.sheet, w->began_s, &(struct output_words){ say, w }, err);
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

enum error_code cmd_sensitivity(const struct options *options, struct error *err)
{
    struct work w = { .options = options, .began_s = clock_s() };

    if (options->format != FORMAT_NOT_GIVEN && !options->plot)
        return error_set(err, ERR_USAGE, "--format is about pictures: add --plot");
    if (run(&w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w.folder);
    study_tables_release(&w.tables);
    sensitivity_release(&w.sensitivity);
    package_index_release(&w.package_index);
    layout_release(&w.layout);
    arena_release(&w.arena);
    scenario_release(&w.scenario);
    manuscript_release(&w.texts);
    return err->code;
}
