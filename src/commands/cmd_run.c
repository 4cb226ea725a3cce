/* cmd_run.c - negosim run: the terms that all parties would accept, and what blocks the rest */
#include "agreement.h"
#include "command.h"
#include "csv.h"
#include "facts_of.h"
#include "interrupt.h"
#include "lever.h"
#include "load_scenario.h"
#include "manifest.h"
#include "message.h"
#include "output.h"
#include "summary.h"
#include "survey.h"
#include "text.h"
#include "timeline_summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* For the path of a folder: longer than any that is taken (site.h), so that one too long is refused
 * and not cut. */
enum { PATH_ROOM = SITE_MAX_PATH + 100 };

/* Everything between a scenario and its results. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct survey survey;
    struct folder folder;
    uint64_t package_rows;
    char path[PATH_ROOM];
    double began_s;
};

static enum error_code sample(struct work *w, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    const struct scenario *s = &w->scenario;
    const bool wants_draws = w->options->draw_table;
    const int threads = worker_threads(w->options);

    if (fits_memory_run(s, wants_draws, w->options->top, threads, err) != OK)
        return err->code;
    progress_start(&progress, "draws", s->draws,
                   w->options->quiet ? PROGRESS_NEVER : (enum progress_when)w->options->progress);
    enum error_code code = survey_make(&w->survey, s, wants_draws, &job, threads, err);
    progress_end(&progress);
    return code;
}

/* Writes a row of packages.csv at once, since there may be millions.  False ends it, after a
 * signal. */
static bool take_package(void *with, const double row[])
{
    struct work *w = with;

    csv_row(w->folder.open, &w->survey.results.packages.table, row);
    w->package_rows++;
    return interrupt_signal == 0;
}

static enum error_code write_packages(struct work *w, struct error *err)
{
    FILE *out = folder_file(&w->folder, packages_table.file, err);

    if (!out)
        return err->code;
    csv_header(out, &w->survey.results.packages.table);
    if (results_packages(&w->survey.results, w->options->top, take_package, w, err) != OK)
        return err->code;
    return folder_close_file(&w->folder, err);
}

static void say_packages(FILE *out, const struct work *w)
{
    const uint64_t packages = scenario_packages(&w->scenario);
    char rows[TEXT_NUMBER], all[TEXT_NUMBER];

    if (w->package_rows == packages)
        return;
    text_grouped(w->package_rows, rows);
    text_grouped(packages, all);
    fprintf(out, "packages.csv has the %s of %s packages that %s most often%s\n", rows, all,
            agreement_has_rule(&w->scenario) ? "pass" : "all accept",
            w->options->top ? "" : "; with --top all it has all");
}

static bool say(FILE *out, void *with)
{
    const struct work *w = with;

    summary_print(out, &w->survey.results, w->options->verbose, w->options->n_set, w->options->set);
    say_packages(out, w);
    return true;
}

static enum error_code write_results(struct work *w, struct error *err)
{
    struct output_files files = { .n = 0 };

    if (write_packages(w, err) != OK ||
        output_sheets(&w->folder, RESULT_COUNT, w->survey.results.sheet, &files, err) != OK)
        return err->code;
    files.file[files.n++] = (struct manifest_file){ packages_table.file, w->package_rows };
    if (output_sheets(&w->folder, 1, &w->survey.map.draw_table.sheet, &files, err) != OK ||
        output_scenario(&w->folder, w->options, &w->scenario, &w->texts,
                        facts_of_run(&w->survey.results), err) != OK ||
        interrupt_check(err) != OK)
        return err->code;
    return output_commit(&w->folder, w->options,
                         manifest_make(w->options, &w->scenario, files.n, files.file, 0, NULL,
                                       clock_s() - w->began_s),
                         &(struct output_words){ say, w, true }, err);
}

/* Opens the folder before the work begins, with the names of all files that it will write: what is
 * in their way shows now and not after hours. */
static enum error_code open_folder(struct work *w, struct error *err)
{
    const struct scope scope = { .scenario = &w->scenario };
    const char *table[MAX_TABLE];
    size_t n = output_names(&scope, RESULT_COUNT, result_tables, 0, table);

    table[n++] = packages_table.file;
    if (w->options->draw_table)
        table[n++] = agreement_table.file;
    return output_open(&w->folder, w->options, w->path, n, table, 1, err);
}

/* Warns of settings that a run does not look at. */
static void warn_of_talks(const struct options *options)
{
    for (size_t i = 0; i < options->n_set; i++)
        if (lever_is_of_talks(options->set[i]))
            message_warning(options->operand[0],
                            "--set %.*s changes the talks only, which 'negosim bargain' plays",
                            (int)strcspn(options->set[i], "="), options->set[i]);
}

/* Runs a scenario that was loaded, into its folder. */
static enum error_code run(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    w->began_s = clock_s();
    if (open_folder(w, err) != OK || sample(w, err) != OK)
        return err->code;
    enum error_code code = write_results(w, err);
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

/* Scenarios that are run one after the other, and what is kept of them. */
struct series {
    const struct options *options;
    size_t n;
    struct work *work; /* [n] */
    struct timeline timeline;
    struct folder folder; /* of the timeline */
    double began_s;
};

/* The name of the timeline's folder, beside those of the scenarios. */
#define TIMELINE "timeline"

/* One scenario's results go to -o itself, those of several into folders there. */
static void choose_path(struct series *r, struct work *w)
{
    const char *out = r->options->out;

    if (out && r->n == 1)
        snprintf(w->path, sizeof w->path, "%s", out);
    else
        snprintf(w->path, sizeof w->path, "%s/%s", out ? out : "results", w->scenario.name);
}

/* Refuses scenarios whose results would go to one folder. */
static enum error_code check_names(const struct series *r, struct error *err)
{
    char **operand = r->options->operand;

    for (size_t i = 0; r->n > 1 && i < r->n; i++) {
        const char *name = r->work[i].scenario.name;
        if (strcmp(name, TIMELINE) == 0)
            return error_set(err, ERR_USAGE,
                             "'%s' is called '" TIMELINE "', as the folder of the timeline is: run "
                             "it by itself, or give it another name",
                             operand[i]);
        for (size_t k = 0; k < i; k++)
            if (strcmp(name, r->work[k].scenario.name) == 0)
                return error_set(err, ERR_USAGE,
                                 "'%.120s' and '%.120s' are both called '%s', and their results "
                                 "would go to one folder: give one another name",
                                 operand[k], operand[i], name);
    }
    return OK;
}

/* Loads and checks all of them: when one is wrong none is run. */
static enum error_code load_all(struct series *r, struct error *err)
{
    for (size_t i = 0; i < r->n; i++) {
        struct work *w = &r->work[i];
        w->options = r->options;
        if (load_scenario_texts(&w->scenario, &w->texts, r->options, (int)i, false, err) != OK)
            return err->code;
        choose_path(r, w);
    }
    warn_of_talks(r->options);
    return check_names(r, err);
}

/* Makes room for what is kept of all, and opens the folder for it, before the first is run. */
static enum error_code open_timeline(struct series *r, struct error *err)
{
    const struct options *options = r->options;
    const struct scenario **scenario = memory_alloc(r->n, sizeof *scenario, err);
    const int threads = worker_threads(options);
    char path[PATH_ROOM];

    for (size_t i = 0; scenario && i < r->n; i++) {
        scenario[i] = &r->work[i].scenario;
        if (fits_memory_run(scenario[i], options->draw_table, options->top, threads, err) != OK)
            break;
    }
    if (err->code != OK || timeline_init(&r->timeline, r->n, scenario, err) != OK) {
        free(scenario);
        return err->code;
    }
    free(scenario);
    snprintf(path, sizeof path, "%s/" TIMELINE, options->out ? options->out : "results");
    return output_open(&r->folder, options, path, 1, (const char *const[]){ timeline_table.file },
                       r->n, err);
}

/* "2 scenarios, 2023-11-21 to 2024-03-06" */
static void write_title(const struct timeline *t, size_t size, char title[size])
{
    const char *first = t->milestone[t->order[0]].scenario->as_of;
    const char *last = t->milestone[t->order[t->n - 1]].scenario->as_of;

    snprintf(title, size, "%zu scenarios%s%s%s%s", t->n, first[0] && last[0] ? ", " : "",
             last[0] ? first : "", first[0] && last[0] ? " to " : "", first[0] ? last : "");
}

static json_t *make_manifest(const struct series *r, const struct output_files *files)
{
    const struct timeline *t = &r->timeline;
    const struct scenario *first = t->milestone[0].scenario;
    char title[100], names[1000] = "";
    uint64_t hash = TEXT_HASH_START;
    size_t used = 0;

    for (size_t i = 0; i < t->n; i++) {
        const struct scenario *s = t->milestone[i].scenario;
        hash = text_hash(hash, &s->text_hash, sizeof s->text_hash);
        if (used < sizeof names)
            used +=
                (size_t)snprintf(names + used, sizeof names - used, "%s%s", i ? ", " : "", s->name);
    }
    write_title(t, sizeof title, title);
    const struct manifest_about about = {
        names, title, "", hash, first->seed, first->draws, t->names.n_party, t->names.party
    };
    return manifest_about(r->options, &about, files->n, files->file, clock_s() - r->began_s);
}

static bool say_timeline(FILE *out, void *with)
{
    timeline_summary_print(out, with);
    return true;
}

static struct output_case case_of(const void *with, size_t i)
{
    const struct series *r = with;
    return (struct output_case){ &r->work[i].scenario, &r->work[i].texts, r->options->n_set,
                                 r->options->set };
}

static enum error_code close_timeline(struct series *r, struct error *err)
{
    struct options options = *r->options;
    struct output_files files = { .n = 0 };

    options.axes = NULL; /* they are of the scenarios' maps */
    if (timeline_make(&r->timeline, err) != OK ||
        output_sheets(&r->folder, 1, &r->timeline.sheet, &files, err) != OK ||
        output_cases(&r->folder, r->n, case_of, r, err) != OK || interrupt_check(err) != OK)
        return err->code;
    enum error_code code =
        output_commit(&r->folder, &options, make_manifest(r, &files),
                      &(struct output_words){ say_timeline, &r->timeline, false }, err);
    if (code == OK)
        output_close(&options, r->folder.site.path);
    return code;
}

static enum error_code run_all(struct series *r, struct error *err)
{
    if (load_all(r, err) != OK)
        return err->code;
    interrupt_watch(); /* from here on there is something to clear away */
    if (r->n > 1 && open_timeline(r, err) != OK)
        return err->code;
    for (size_t i = 0; i < r->n; i++) {
        struct work *w = &r->work[i];
        if (run(w, err) != OK)
            return err->code;
        if (r->n > 1 && timeline_take(&r->timeline, i, &w->survey, err) != OK)
            return err->code;
        survey_release(&w->survey); /* the next one needs the room */
        if (r->n > 1 && !r->options->quiet)
            putchar('\n');
    }
    return r->n > 1 ? close_timeline(r, err) : OK;
}

enum error_code cmd_run(const struct options *options, struct error *err)
{
    struct series r = { .options = options, .n = (size_t)options->n_operand, .began_s = clock_s() };

    if ((options->axes || options->format != FORMAT_NOT_GIVEN) && !options->plot)
        return error_set(err, ERR_USAGE, "--%s is about pictures: add --plot",
                         options->axes ? "axes" : "format");
    r.work = memory_alloc(r.n, sizeof *r.work, err);
    if (r.work && run_all(&r, err) != OK)
        interrupt_explain(err);
    for (size_t i = 0; r.work && i < r.n; i++) {
        struct work *w = &r.work[i];
        folder_discard(&w->folder);
        survey_release(&w->survey);
        scenario_release(&w->scenario);
        manuscript_release(&w->texts);
    }
    folder_discard(&r.folder);
    timeline_release(&r.timeline);
    free(r.work);
    return err->code;
}
