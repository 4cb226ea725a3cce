/* cmd_sweep.c - negosim sweep: the same negotiation at many settings of some levers */
#include "agreement.h"
#include "command.h"
#include "cost.h"
#include "csv.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "loader.h"
#include "manifest.h"
#include "output.h"
#include "pictures.h"
#include "ranks.h"
#include "reload.h"
#include "shard.h"
#include "summary.h"
#include "sweep_identity.h"
#include "sweep_found.h"
#include "sweep_inert.h"
#include "sweep_options.h"
#include "sweep_points.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A share of some hundred draws takes 5 to 20 letters. */
#define BYTES_A_CELL 10

/* Everything between a scenario and its sweep. */
struct work {
    const struct options *options;
    struct scenario scenario;
    struct manuscript texts;
    struct reload reload;
    struct plan plan;
    struct sweep sweep;
    struct sweep_identity facts;
    uint64_t part, parts, first, last, done; /* done: rows that are written, of last - first */
    int threads;                             /* each on a point of its own */
    char path[SITE_MAX_PATH], text_path[SITE_MAX_PATH + 100], journal_path[SITE_MAX_PATH + 100];
    struct folder folder;
    struct checkpoint *checkpoint;
    double began_s;
};

/* Shards that share a file system need folders of their own, and one name for each to resume. */
static void choose_path(struct work *w)
{
    if (w->options->out)
        snprintf(w->path, sizeof w->path, "%s", w->options->out);
    else if (w->options->shard)
        snprintf(w->path, sizeof w->path, "results/%s_sweep_%" PRIu64 "_of_%" PRIu64,
                 w->scenario.name, w->part + 1, w->parts);
    else
        snprintf(w->path, sizeof w->path, "results/%s_sweep", w->scenario.name);
    for (size_t n = strlen(w->path); n > 1 && w->path[n - 1] == '/'; n--)
        w->path[n - 1] = '\0';
}

static enum error_code points_fit(const struct work *w, int threads_a_point, int points,
                                  struct error *err)
{
    if (fits_memory(&w->scenario, threads_a_point, points, err) != OK ||
        !w->sweep.wants[METRIC_TALKS])
        return err->code;
    return fits_memory_talks(&w->scenario, 1, threads_a_point, points, err);
}

/* Gives each thread points of its own where there are enough points and memory allows, since that
 * needs no waiting; else all threads share the draws of one point. */
static enum error_code divide_threads(struct work *w, struct error *err)
{
    const int threads = worker_threads(w->options);
    const uint64_t left = w->last - w->first - w->done;
    struct error ignored = { .code = OK };

    w->threads =
        left >= 2 * (uint64_t)threads && points_fit(w, 1, threads, &ignored) == OK ? threads : 1;
    w->sweep.threads_a_point = threads / w->threads;
    return points_fit(w, w->sweep.threads_a_point, w->threads, err);
}

/* Refuses, without --force, more rows than anybody is likely to mean or to wait for. */
static enum error_code check_size(const struct work *w, struct error *err)
{
    const double many = 1e7, rows = (double)(w->last - w->first);
    char points[TEXT_NUMBER];
    struct run_cost cost;

    if (rows <= many || w->options->force)
        return OK;
    if (cost_of_run(&w->scenario, 1, &cost, err) != OK)
        return err->code;
    const int threads = worker_threads(w->options);
    text_grouped(w->last - w->first, points);
    return error_set(err, ERR_USAGE,
                     "%s rows, about %.0f GB and %.0f hours on %d threads; take fewer values of "
                     "the levers, fewer draws with -n, or a --shard, or begin all the same with "
                     "--force",
                     points, rows * (double)w->sweep.sheet.table.n_column * BYTES_A_CELL / 1e9,
                     rows * cost.seconds / threads / 3600, threads);
}

static enum error_code prepare(struct work *w, struct error *err)
{
    w->reload = (struct reload){ w->options, &w->texts, &w->scenario };
    w->sweep.plan = &w->plan;
    w->sweep.load = reload_with;
    w->sweep.with = &w->reload;
    if (sweep_options(&w->reload, &w->plan, &w->sweep, err) != OK ||
        sweep_options_shard(w->options, &w->part, &w->parts, err) != OK ||
        sweep_options_values(&w->reload, &w->plan, err) != OK)
        return err->code;
    shard_range(w->plan.n_point, w->part, w->parts, &w->first, &w->last);
    choose_path(w);
    if (ranks_first() && check_size(w, err) != OK)
        return err->code;
    return sweep_identity_make(&w->facts, &w->plan, &w->sweep, w->part, w->parts, err);
}

/* With --resume: whether the folder holds this very sweep, finished.  Anything else there is not
 * replaced without --force, since whoever resumes expects to keep what is there. */
static enum error_code look_for_whole(const struct work *w, bool *whole, struct error *err)
{
    char difference[400];
    struct sweep_identity there;

    *whole = false;
    if (!w->options->resume)
        return OK;
    const json_t *manifest = w->folder.before;
    const bool is_sweep = sweep_identity_read(&there, manifest);
    const enum sweep_fact differs =
        is_sweep ? sweep_identity_differ(&there, &w->facts) : FACT_VERSION;
    *whole = is_sweep && differs == SWEEP_FACTS &&
             listing_look(manifest, dirfd(w->folder.site.dir), SWEEP_FILE) == LISTING_OURS;
    if (*whole || w->options->force || !manifest)
        return OK;
    if (!is_sweep)
        return error_set(err, ERR_IO,
                         "'%s' holds other results than those of a sweep; choose another folder "
                         "with -o, or replace them by --force",
                         w->path);
    if (differs == SWEEP_FACTS)
        return error_set(err, ERR_IO,
                         "'%s/" SWEEP_FILE "' is not as this sweep wrote it; choose another folder "
                         "with -o, or replace it by --force",
                         w->path);
    identity_difference(&w->facts.fact[differs], there.text[differs], sizeof difference,
                        difference);
    return error_set(err, ERR_IO,
                     "'%s' holds another sweep: %s; choose another folder with -o, or replace it "
                     "by --force",
                     w->path, difference);
}

static enum error_code add_text(struct work *w, const double *row, struct error *err)
{
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);

    if (!out)
        return error_set(err, ERR_MEMORY, "not enough memory for a row");
    if (row)
        csv_row(out, &w->sweep.sheet.table, row);
    else
        csv_header(out, &w->sweep.sheet.table);
    bool whole = fclose(out) == 0;
    enum error_code code = whole ? checkpoint_add(w->checkpoint, text, n, err)
                                 : error_set(err, ERR_MEMORY, "not enough memory for a row");
    free(text);
    return code;
}

static enum error_code take_row(void *taker, uint64_t index, const double row[], struct error *err)
{
    struct work *w = taker;

    (void)index; /* rows come in order */
    if (add_text(w, row, err) != OK)
        return err->code;
    w->done++;
    return OK;
}

/* Opens the text and its journal.  Its first piece is the line of column names: pieces less one are
 * the rows that are there. */
static enum error_code open_results(struct work *w, struct error *err)
{
    uint64_t pieces;

    folder_partial(&w->folder, SWEEP_FILE, sizeof w->text_path, w->text_path);
    folder_partial(&w->folder, FOLDER_CHECKPOINT, sizeof w->journal_path, w->journal_path);
    if (checkpoint_open(&w->checkpoint, w->text_path, w->journal_path, w->options->resume,
                        SWEEP_FACTS, w->facts.fact, w->last - w->first + 1, &pieces, err) != OK)
        return err->code;
    if (pieces == 0 && add_text(w, NULL, err) != OK)
        return err->code;
    w->done = pieces > 0 ? pieces - 1 : 0;
    return OK;
}

static enum error_code work_out(struct work *w, struct error *err)
{
    struct progress progress;
    struct row_job job = { .first = w->first + w->done,
                           .last = w->last,
                           .take = take_row,
                           .taker = w,
                           .tick = progress_tick,
                           .watcher = &progress };
    bool hide = w->options->quiet || !ranks_first();

    if (divide_threads(w, err) != OK)
        return err->code;
    sweep_job(&w->sweep, &job);
    progress_start(&progress, "points", job.last - job.first,
                   hide ? PROGRESS_NEVER : (enum progress_when)w->options->progress);
    enum error_code code = ranks_run(&job, w->threads, err);
    progress_end(&progress);
    return code;
}

static json_t *make_manifest(const struct work *w, uint64_t hash)
{
    const struct manifest_file file = { SWEEP_FILE, w->last - w->first };
    char levers[PLAN_LEVERS], text[3][TEXT_NUMBER];
    struct manifest_fact fact[SWEEP_FACTS + 4];
    size_t n = 0;

    plan_levers(&w->plan, levers);
    snprintf(text[0], TEXT_NUMBER, "%" PRIu64, w->first);
    snprintf(text[1], TEXT_NUMBER, "%" PRIu64, w->last - w->first);
    snprintf(text[2], TEXT_NUMBER, "%016" PRIx64, hash);
    for (; n < SWEEP_FACTS; n++)
        fact[n] = (struct manifest_fact){ w->facts.fact[n].key, w->facts.fact[n].value };
    fact[n++] = (struct manifest_fact){ "levers", levers };
    fact[n++] = (struct manifest_fact){ "first", text[0] };
    fact[n++] = (struct manifest_fact){ "rows", text[1] };
    fact[n++] = (struct manifest_fact){ "hash", text[2] };
    return manifest_make(w->options, &w->scenario, 1, &file, n, fact, clock_s() - w->began_s);
}

static bool speak(FILE *out, void *with)
{
    const struct work *w = with;
    char points[TEXT_NUMBER], csv[SITE_MAX_PATH + 64];

    text_grouped(w->last - w->first, points);
    fprintf(out, "%s\n%s points (%s) in " SWEEP_FILE "\n", w->scenario.title, points,
            w->facts.fact[FACT_POINTS].value);
    if (w->parts > 1)
        return true;
    folder_partial(&w->folder, SWEEP_FILE, sizeof csv, csv);
    return sweep_points_say(out, csv, w->plan.n_lever, w->options->verbose) &&
           sweep_found_say(out, csv, w->plan.n_lever, agreement_has_rule(&w->scenario)) &&
           sweep_inert_say(out, csv, w->plan.n_lever, &w->plan);
}

static enum error_code finish(struct work *w, struct error *err)
{
    const uint64_t hash = checkpoint_hash(w->checkpoint);
    struct checkpoint *closed = w->checkpoint;

    /* closed here, and not again by cmd_sweep: the text must be whole before it is hashed */
    w->checkpoint = NULL;
    if (checkpoint_close(closed, err) != OK || folder_adopt(&w->folder, SWEEP_FILE, err) != OK ||
        output_scenario(&w->folder, w->options, &w->scenario, &w->texts, NULL, err) != OK)
        return err->code;
    return output_commit(&w->folder, w->options, make_manifest(w, hash),
                         &(struct output_words){ speak, w, true }, err);
}

/* Nothing is left to work out, but the pictures may not have been drawn. */
static enum error_code say_whole(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    enum error_code code = options->plot ? pictures_draw(options, &w->folder, err) : OK;
    folder_discard(&w->folder);
    if (!options->quiet)
        printf("%s/ holds this sweep already, whole\n", w->path);
    if (code == OK)
        output_close(options, w->path);
    return code;
}

static enum error_code sweep(struct work *w, struct error *err)
{
    static const char *const table[] = { SWEEP_FILE };
    bool whole = false;

    if (ranks_count() > 1 && strcmp(w->options->operand[0], "-") == 0)
        return error_set(err, ERR_USAGE,
                         "standard input goes to one of %d processes: give a file, not '-'",
                         ranks_count());
    if (load_scenario_texts(&w->scenario, &w->texts, w->options, 0, false, err) != OK ||
        prepare(w, err) != OK)
        return err->code;
    interrupt_watch();
    if (!ranks_first())
        return work_out(w, err); /* the first rank alone is in the folder */
    if (output_open(&w->folder, w->options, w->path, COUNT_OF(table), table, 1, err) != OK ||
        look_for_whole(w, &whole, err) != OK)
        return err->code;
    if (whole)
        return say_whole(w, err);
    if (open_results(w, err) != OK || work_out(w, err) != OK)
        return err->code;
    enum error_code code = finish(w, err);
    if (code == OK)
        output_close(w->options, w->path);
    return code;
}

/* Adds to an error that the finished points are kept, and how to go on. */
static enum error_code explain(const struct work *w, const struct error *met, struct error *err)
{
    const uint64_t rows = w->last - w->first;

    if (met->code == ERR_INTERRUPTED)
        return error_set(err, ERR_INTERRUPTED,
                         "stopped by a signal; %" PRIu64 " of %" PRIu64
                         " points are done: the same command with --resume goes on",
                         w->done, rows);
    if (met->code == ERR_WRITE && w->done > 0)
        return error_set(err, met->code,
                         "%.250s; %" PRIu64 " of %" PRIu64
                         " points are kept: the same command with --resume goes on",
                         met->text, w->done, rows);
    *err = *met;
    return met->code;
}

enum error_code cmd_sweep(const struct options *options, struct error *err)
{
    struct work w = { .options = options, .began_s = clock_s() };
    struct error met = { .code = OK }, ignored = { .code = OK };

    enum error_code code = sweep(&w, &met);
    interrupt_explain(&met);
    if (code != OK)
        code = explain(&w, &met, err);
    const bool opened = w.checkpoint != NULL;
    if (checkpoint_close(w.checkpoint, &ignored) != OK && code == OK) {
        *err = ignored;
        code = ignored.code;
    }
    if (opened && w.done == 0)
        folder_discard(&w.folder); /* no row to resume from */
    else
        folder_leave(&w.folder);
    sweep_release(&w.sweep);
    plan_release(&w.plan);
    scenario_release(&w.scenario);
    manuscript_release(&w.texts);
    return code;
}
