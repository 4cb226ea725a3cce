/* cmd_run.c - negosim run: the terms that all parties would accept, and what blocks the rest */
#include "command.h"
#include "csv.h"
#include "interrupt.h"
#include "lever.h"
#include "load_scenario.h"
#include "manifest.h"
#include "message.h"
#include "output.h"
#include "summary.h"
#include "survey.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* Everything between a scenario and its results. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct survey survey;
    struct folder folder;
    uint64_t package_rows;
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

static enum error_code write_results(struct work *w, struct error *err)
{
    struct output_files files = { .n = 0 };

    if (write_packages(w, err) != OK ||
        output_sheets(&w->folder, RESULT_COUNT, w->survey.results.sheet, &files, err) != OK)
        return err->code;
    files.file[files.n++] = (struct manifest_file){ packages_table.file, w->package_rows };
    if (output_sheets(&w->folder, 1, &w->survey.map.draw_table.sheet, &files, err) != OK ||
        output_scenario(&w->folder, &w->texts, err) != OK || interrupt_check(err) != OK)
        return err->code;
    return output_commit(&w->folder, w->options,
                         manifest_make(w->options, &w->scenario, files.n, files.file, 0, NULL,
                                       clock_s() - w->began_s),
                         err);
}

/* Opens the folder before the work begins, with the names of all files that it will write: what is
 * in their way shows now and not after hours. */
static enum error_code open_folder(struct work *w, struct error *err)
{
    const struct scenario *s = &w->scenario;
    const struct scope scope = { .scenario = s };
    const char *table[MAX_TABLE];
    char path[SITE_MAX_PATH];
    size_t n = output_names(&scope, RESULT_COUNT, result_tables, 0, table);

    table[n++] = packages_table.file;
    table[n++] = OUTPUT_SCENARIO;
    if (w->options->draw_table)
        table[n++] = agreement_table.file;
    snprintf(path, sizeof path, "results/%s", s->name);
    return output_open(&w->folder, w->options, w->options->out ? w->options->out : path, n, table,
                       err);
}

static void say_packages(const struct work *w)
{
    const uint64_t packages = scenario_packages(&w->scenario);
    char rows[TEXT_NUMBER], all[TEXT_NUMBER];

    if (w->package_rows == packages)
        return;
    text_grouped(w->package_rows, rows);
    text_grouped(packages, all);
    printf("packages.csv has the %s of %s packages that all accept most often%s\n", rows, all,
           w->options->top ? "" : "; with --top all it has all");
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

static enum error_code run(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    if (load_scenario_texts(&w->scenario, &w->texts, options, 0, false, err) != OK)
        return err->code;
    warn_of_talks(options);
    interrupt_watch(); /* from here on there is something to clear away */
    if (open_folder(w, err) != OK || sample(w, err) != OK)
        return err->code;
    enum error_code code = write_results(w, err);
    if (!options->quiet && w->folder.committed) {
        summary_print(stdout, &w->survey.results, options->n_set, options->set);
        say_packages(w);
    }
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

enum error_code cmd_run(const struct options *options, struct error *err)
{
    struct work w = { .options = options, .began_s = clock_s() };

    if ((options->axes || options->format != FORMAT_NOT_GIVEN) && !options->plot)
        return error_set(err, ERR_USAGE, "--%s is about pictures: add --plot",
                         options->axes ? "axes" : "format");
    if (run(&w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w.folder);
    survey_release(&w.survey);
    scenario_release(&w.scenario);
    manuscript_release(&w.texts);
    return err->code;
}
