/* cmd_reach.c - negosim reach: terms that reach what is wanted, or what stands in the way */
#include "command.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "names.h"
#include "output.h"
#include "reach_summary.h"
#include "reach_tables.h"
#include "reload.h"
#include "survey.h"

#include <stdio.h>
#include <string.h>

/* Everything between a scenario and its results. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct survey survey;
    struct reload reload;
    struct reach reach;
    struct reach_tables tables;
    struct folder folder;
    double began_s;
};

enum { OTHERS = 3, APART = 3 }; /* unless --others and --apart say otherwise */

static enum error_code read_wants(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    for (size_t i = 0; i < options->n_want; i++) {
        if (i > MAX_PARTY)
            return error_set(err, ERR_USAGE, "more than %d --want", MAX_PARTY + 1);
        if (wanted_read(&w->reach.wanted, &w->scenario, options->want[i], err) != OK)
            return err->code;
        if (w->reach.wanted.want[i].is_more && !options->proposal)
            return error_set(err, ERR_USAGE,
                             "--want %s: more than now needs the proposal that is now: --proposal",
                             options->want[i]);
    }
    if (options->n_want == 0 && !options->from)
        return error_set(err, ERR_USAGE,
                         "say what is wanted: --want PARTY=SHARE, as in --want %s=0.6, or a path, "
                         "--from and --to",
                         w->scenario.party[0].name);
    return OK;
}

static enum error_code read_options(struct work *w, struct error *err)
{
    const struct options *options = w->options;
    const struct scenario *s = &w->scenario;

    if (!options->from != !options->to)
        return error_set(err, ERR_USAGE, "a path needs both --from and --to");
    if (load_proposal(s, "proposal", options->proposal, &w->reach.proposal, err) != OK ||
        load_proposal(s, "from", options->from, &w->reach.from, err) != OK ||
        load_proposal(s, "to", options->to, &w->reach.to, err) != OK || read_wants(w, err) != OK)
        return err->code;
    w->reach.choices.n_other = options->others ? (size_t)options->others : OTHERS;
    w->reach.choices.apart = options->apart ? (size_t)options->apart : APART;
    if (w->reach.choices.apart > s->n_table)
        w->reach.choices.apart = s->n_table;
    w->reach.n_vary = options->n_vary;
    w->reach.vary = options->vary;
    return OK;
}

/* What is wanted more than now becomes what is wanted. */
static enum error_code add_now(struct work *w, struct error *err)
{
    struct wanted *wanted = &w->reach.wanted;
    double share[MAX_PARTY + 1];

    if (w->reach.proposal == NONE)
        return OK;
    map_shares(&w->survey.map, w->scenario.proposal[w->reach.proposal].package, share);
    for (size_t i = 0; i < wanted->n; i++) {
        struct want *want = &wanted->want[i];
        if (!want->is_more)
            continue;
        if (want->share + share[want->who] > 1)
            return error_set(err, ERR_USAGE,
                             "--want: %s accepts %s in %.1f %% of draws now: there is no room for "
                             "%.1f points more",
                             want->who < w->scenario.n_party ? w->scenario.party[want->who].name
                                                             : "all",
                             w->scenario.proposal[w->reach.proposal].name, 100 * share[want->who],
                             100 * want->share);
        want->share += share[want->who];
        want->is_more = false;
    }
    return OK;
}

static enum error_code study(struct work *w, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    const struct options *options = w->options;
    const struct scenario *s = &w->scenario;
    const int threads = worker_threads(options);

    if (fits_memory_run(s, false, 0, threads, err) != OK)
        return err->code;
    progress_start(&progress, "draws", s->draws,
                   options->quiet ? PROGRESS_NEVER : (enum progress_when)options->progress);
    enum error_code code = survey_make(&w->survey, s, false, &job, threads, err);
    progress_end(&progress);
    if (code != OK)
        return code;
    if (add_now(w, err) != OK)
        return err->code;
    w->reload = (struct reload){ options, &w->texts, s };
    w->reach.map = &w->survey.map;
    w->reach.load = reload_with;
    w->reach.with = &w->reload;
    job = (struct pool_job){ 0 };
    if (reach_make(&w->reach, &job, threads, err) != OK)
        return err->code;
    return reach_tables_init(&w->tables, &w->reach, err);
}

static bool say(FILE *out, void *with)
{
    const struct work *w = with;

    reach_summary_print(out, &w->reach, w->options->n_set, w->options->set);
    return true;
}

static enum error_code run(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    if (load_scenario_texts(&w->scenario, &w->texts, options, 0, false, err) != OK ||
        read_options(w, err) != OK)
        return err->code;
    interrupt_watch(); /* from here on there is something to clear away */
    if (output_open_for(&w->folder, options, &w->scenario, "_reach", REACH_RESULT_COUNT,
                        reach_result_tables, err) != OK ||
        study(w, err) != OK)
        return err->code;
    enum error_code code =
        output_write(&w->folder, options, &w->scenario, &w->texts, REACH_RESULT_COUNT,
                     w->tables.sheet, w->began_s, &(struct output_words){ say, w, true }, err);
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

enum error_code cmd_reach(const struct options *options, struct error *err)
{
    struct work w = { .options = options, .began_s = clock_s() };

    if (run(&w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w.folder);
    reach_tables_release(&w.tables);
    reach_release(&w.reach);
    survey_release(&w.survey);
    scenario_release(&w.scenario);
    manuscript_release(&w.texts);
    return err->code;
}
