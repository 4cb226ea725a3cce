/* cmd_discover.c - negosim discover: in which worlds something holds */
#include "command.h"
#include "discover_summary.h"
#include "discover_tables.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "output.h"
#include "plan.h"
#include "survey.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Everything between a scenario and its results. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct arena arena; /* of outputs and levers */
    struct layout layout;
    struct package_index package_index;
    struct outputs outputs;
    struct worlds worlds;
    struct discovery discovery;
    struct discover_tables tables;
    struct folder folder;
    size_t n_lever;
    struct lever lever[PLAN_MAX_LEVER]; /* levels of issues */
    double began_s;
};

enum { WORLDS_MOST = 100000 };

/* A number that is varied is uniform over its range, or one of its values. */
static enum error_code vary_number(struct work *w, const struct lever *l, struct error *err)
{
    struct parameter *p = &w->scenario.parameter[lever_index(l, &w->scenario)];
    struct distribution d = {
        .kind = DIST_UNIFORM, .argument = { l->low, l->high }, .min = -INFINITY, .max = INFINITY
    };

    if (!l->is_range && !l->is_spaced) {
        if (l->n_value > DIST_MAX_VALUE)
            return error_set(err, ERR_USAGE, "--vary %s: more than %d values; give a range, LO:HI",
                             l->path, DIST_MAX_VALUE);
        d.kind = DIST_DISCRETE;
        d.n_value = l->n_value;
        for (size_t i = 0; i < l->n_value; i++) {
            d.value[i] = l->value[i];
            d.weight[i] = 1;
        }
    }
    if (distribution_prepare(&d, err) != OK)
        return err->code;
    p->distribution = d;
    p->is_varied = true;
    return OK;
}

static enum error_code take_lever(struct work *w, const char *text, struct error *err)
{
    struct lever *l = &w->lever[w->n_lever];

    if (w->n_lever == PLAN_MAX_LEVER)
        return error_set(err, ERR_USAGE, "more than %d levers", PLAN_MAX_LEVER);
    if (lever_read(l, &w->scenario, text, &w->arena, err) != OK)
        return err->code;
    for (size_t i = 0; i < w->n_lever; i++)
        if (strcmp(w->lever[i].path, l->path) == 0)
            return error_set(err, ERR_USAGE, "--vary %s is there twice", l->path);
    if (l->kind == LEVER_NUMBER)
        return vary_number(w, l, err);
    if (l->kind == LEVER_SETTING)
        return error_set(err, ERR_USAGE,
                         "--vary %s: discover varies numbers and issues only; sweep varies any "
                         "setting",
                         l->path);
    if (w->scenario.issue[lever_index(l, &w->scenario)].is_named && l->n_value > MAX_CATEGORY)
        return error_set(err, ERR_USAGE, "--vary %s: more than %d names", l->path, MAX_CATEGORY);
    w->n_lever++;
    return OK;
}

static enum error_code read_levers(struct work *w, struct error *err)
{
    for (size_t i = 0; i < w->options->n_vary; i++)
        if (take_lever(w, w->options->vary[i], err) != OK)
            return err->code;
    return OK;
}

/* What --metrics says; else the zone, proposals, and with phases whether these are carried out.  An
 * issue that is varied is one of proposals. */
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
        wants[METRIC_COMPLETES] = s->n_proposal > 0 && s->n_phase > 0;
        wants[METRIC_ZONE] =
            !w->options->proposal && w->n_lever == 0 && (s->n_phase == 0 || s->n_proposal == 0);
    }
    for (int m = 0; w->n_lever > 0 && m < METRIC_COUNT; m++)
        if (wants[m] && m != METRIC_PROPOSALS && m != METRIC_COMPLETES)
            return error_set(err, ERR_USAGE,
                             "metric '%s' does not follow --vary %s, which changes proposals only; "
                             "--set fixes an issue for all packages",
                             metric_names[m].text, w->lever[0].path);
    if (load_proposal(s, "proposal", w->options->proposal, &proposal, err) != OK)
        return err->code;
    if (outputs_list(&w->outputs, s, wants, true, &w->arena, err) != OK)
        return err->code;
    if (proposal != NONE)
        outputs_keep(&w->outputs, proposal);
    return w->outputs.n > 0
               ? OK
               : error_set(err, ERR_USAGE, "--metrics: nothing of these is about --proposal %s",
                           w->options->proposal);
}

/* On which day talks end is no yes or no. */
static void leave_out_day(struct outputs *o)
{
    size_t n = 0;

    for (size_t i = 0; i < o->n; i++)
        if (o->of[i].kind != OUTPUT_DAY)
            o->of[n++] = o->of[i];
    o->n = n;
}

static enum error_code check_size(const struct work *w, int threads, struct error *err)
{
    const struct scenario *s = &w->scenario;

    if (s->draws > WORLDS_MOST)
        return error_set(err, ERR_USAGE, "discover looks at no more than %d worlds: -n %d",
                         WORLDS_MOST, WORLDS_MOST);
    if (w->outputs.wants[METRIC_BEST] &&
        fits_memory_run(&w->scenario, false, 0, threads, err) != OK)
        return err->code;
    if (w->outputs.wants[METRIC_TALKS] && fits_memory_talks(s, 1, threads, 1, err) != OK)
        return err->code;
    const size_t n = (size_t)s->draws;
    const double need =
        worlds_bytes(s, w->outputs.n, n) + discovery_bytes(s->n_parameter + w->n_lever, n, threads);
    return fits_memory_need(s, need, threads, err);
}

static enum error_code make_worlds(struct work *w, int threads, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    const struct options *options = w->options;
    const bool plays = w->outputs.wants[METRIC_TALKS];

    if (layout_init(&w->layout, &w->scenario, err) != OK ||
        (plays && package_index_init(&w->package_index, &w->layout, err) != OK) ||
        (w->outputs.wants[METRIC_BEST] &&
         survey_best(&w->scenario, threads, w->outputs.best, err) != OK))
        return err->code;
    w->worlds = (struct worlds){ .layout = &w->layout,
                                 .package_index = plays ? &w->package_index : NULL,
                                 .outputs = &w->outputs,
                                 .seed = w->scenario.seed,
                                 .n = (size_t)w->scenario.draws,
                                 .n_lever = w->n_lever,
                                 .lever = w->lever };
    progress_start(&progress, "worlds", w->worlds.n,
                   options->quiet ? PROGRESS_NEVER : (enum progress_when)options->progress);
    enum error_code code = worlds_make(&w->worlds, &job, threads, err);
    progress_end(&progress);
    return code;
}

static enum error_code study(struct work *w, struct error *err)
{
    const int threads = worker_threads(w->options);
    struct pool_job job = { 0 };

    if (check_size(w, threads, err) != OK || make_worlds(w, threads, err) != OK)
        return err->code;
    w->discovery = (struct discovery){ .worlds = &w->worlds, .seed = w->scenario.seed };
    if (discovery_make(&w->discovery, &job, threads, err) != OK)
        return err->code;
    return discover_tables_init(&w->tables, &w->discovery, err);
}

static bool say(FILE *out, void *with)
{
    const struct work *w = with;

    discover_summary_print(out, &w->discovery, w->options->n_set, w->options->set);
    return true;
}

static enum error_code run(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    if (load_scenario_texts(&w->scenario, &w->texts, options, 0, false, err) != OK ||
        read_levers(w, err) != OK || choose(w, err) != OK)
        return err->code;
    leave_out_day(&w->outputs);
    interrupt_watch(); /* from here on there is something to clear away */
    if (output_open_for(&w->folder, options, &w->scenario, "_worlds", DISCOVER_RESULT_COUNT,
                        discover_result_tables, err) != OK ||
        study(w, err) != OK)
        return err->code;
    enum error_code code =
        output_write(&w->folder, options, &w->scenario, &w->texts, DISCOVER_RESULT_COUNT,
                     w->tables.sheet, w->began_s, &(struct output_words){ say, w }, err);
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

enum error_code cmd_discover(const struct options *options, struct error *err)
{
    struct work w = { .options = options, .began_s = clock_s() };

    if (options->format != FORMAT_NOT_GIVEN && !options->plot)
        return error_set(err, ERR_USAGE, "--format is about pictures: add --plot");
    if (run(&w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w.folder);
    discover_tables_release(&w.tables);
    discovery_release(&w.discovery);
    worlds_release(&w.worlds);
    package_index_release(&w.package_index);
    layout_release(&w.layout);
    arena_release(&w.arena);
    scenario_release(&w.scenario);
    manuscript_release(&w.texts);
    return err->code;
}
