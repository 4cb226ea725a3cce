/* cmd_diff.c - negosim diff: what differs between two scenarios or results, and what moved */
#include "command.h"
#include "diff_summary.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "manifest.h"
#include "message.h"
#include "output.h"
#include "posterior.h"
#include "text.h"
#include "weight.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* One of the two: a scenario, or a folder that has one and says how it was read. */
struct side {
    const char *operand;
    json_t *manifest;         /* of the folder, or NULL */
    struct options options;   /* by which the scenario is loaded: those of the folder, and --set */
    char *argument[1];        /* the operand of `options` */
    char path[PATH_MAX + 32]; /* of a folder's scenario */
    struct scenario scenario;
    struct manuscript texts;
    uint64_t own_seed;
    struct posterior posterior; /* of a folder that was made with --posterior */
    struct facts facts;
    struct answers answers;
};

struct work {
    const struct options *options;
    struct side side[2];
    struct changes changes;
    struct differences differences;
    struct folder folder;
    double began_s;
};

/* Puts the folder's settings before those of the command: --set holds for both, --with for B. */
static enum error_code take_settings(struct side *side, const struct options *options, bool is_b,
                                     struct error *err)
{
    const json_t *list = json_object_get(side->manifest, MANIFEST_SETTINGS);
    const size_t n = json_array_size(list), n_with = is_b ? options->n_with : 0;

    if (n + options->n_set + n_with > MAX_SET)
        return error_set(err, ERR_USAGE, "more than %d --set, those of '%s' included", MAX_SET,
                         side->operand);
    side->options.n_set = 0;
    for (size_t i = 0; i < n; i++) {
        const char *text = json_string_value(json_array_get(list, i));
        if (text)
            side->options.set[side->options.n_set++] = text;
    }
    for (size_t i = 0; i < options->n_set; i++)
        side->options.set[side->options.n_set++] = options->set[i];
    for (size_t i = 0; i < n_with; i++)
        side->options.set[side->options.n_set++] = options->with[i];
    return OK;
}

/* Why a folder of results cannot be drawn anew. */
static enum error_code no_scenario(const struct side *side, struct error *err)
{
    const char *dir = side->operand;

    if (!side->manifest)
        return error_set(err, ERR_IO, "'%s' holds no results of negosim", dir);
    if (listing_hash_of(side->manifest, OUTPUT_SCENARIO))
        return error_set(err, ERR_IO,
                         "'%s/" OUTPUT_SCENARIO "' is not as negosim wrote it; make these results "
                         "again, or name the file to compare it as it is",
                         dir);
    return error_set(err, ERR_IO,
                     "'%s' has no " OUTPUT_SCENARIO ", which older versions did not write; make "
                     "these results again, or name the file of their scenario",
                     dir);
}

static uint64_t count_of(const json_t *manifest, const char *key, uint64_t otherwise)
{
    const json_t *value = json_object_get(manifest, key);
    return json_is_integer(value) ? (uint64_t)json_integer_value(value) : otherwise;
}

/* A folder stands for its scenario, settings, draws and seed. */
static enum error_code open_results(struct side *side, struct error *err)
{
    struct folder settled;

    if (folder_settle(side->operand, &settled, err) != OK)
        return err->code;
    output_warn(&settled, side->operand);
    side->manifest = listing_open(side->operand);
    if (!output_has(side->manifest, side->operand, OUTPUT_SCENARIO))
        return no_scenario(side, err);
    const char *build = manifest_text(side->manifest, "build");
    if (!build || strcmp(build, manifest_build) != 0)
        message_warning(side->operand, "these results are of another build of negosim: what it "
                                       "finds now may differ from what is there");
    snprintf(side->path, sizeof side->path, "%s/" OUTPUT_SCENARIO, side->operand);
    if (manifest_text(side->manifest, "design"))
        message_warning(side->operand, "these results are of Sobol' draws: diff makes plain ones");
    side->options.draws = count_of(side->manifest, "draws", 0);
    side->options.seed = count_of(side->manifest, "seed", UINT64_MAX);
    const char *posterior = manifest_text(side->manifest, MANIFEST_POSTERIOR);
    if (!posterior || side->options.learned)
        return OK;
    side->options.learned = &side->posterior;
    if (posterior_read(&side->posterior, posterior, err) != OK)
        return err->code;
    const char *hash = manifest_text(side->manifest, MANIFEST_POSTERIOR_HASH);
    char now[40];
    snprintf(now, sizeof now, "fnv1a64:%016" PRIx64, side->posterior.hash);
    if (!hash || strcmp(hash, now) != 0)
        return error_set(err, ERR_IO,
                         "the worlds in '%s' are not those that '%s' was made with; make these "
                         "results again",
                         posterior, side->operand);
    return OK;
}

static enum error_code load_side(struct side *side, const struct options *options, char *name,
                                 bool is_b, struct error *err)
{
    struct stat status;

    side->operand = name;
    side->options = *options;
    side->options.draws = 0;
    side->options.seed = UINT64_MAX;
    const bool is_folder = stat(name, &status) == 0 && S_ISDIR(status.st_mode);
    if (is_folder && open_results(side, err) != OK)
        return err->code;
    side->argument[0] = is_folder ? side->path : name;
    side->options.operand = side->argument;
    if (take_settings(side, options, is_b, err) != OK ||
        load_scenario_texts(&side->scenario, &side->texts, &side->options, 0, false, err) != OK)
        return err->code;
    side->own_seed = side->scenario.seed;
    return facts_init(&side->facts, &side->scenario, err);
}

static uint64_t least(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* The same draws of both: as many as both have, or -n, and as a sample keeps; from A's seed, or -s.
 */
static enum error_code set_draws(struct work *w, struct error *err)
{
    const struct options *options = w->options;
    struct scenario *a = &w->side[0].scenario, *b = &w->side[1].scenario;
    const uint64_t draws = options->draws ? options->draws : least(a->draws, b->draws);

    a->draws = b->draws = least(draws, SAMPLE_MOST);
    b->seed = a->seed = options->seed == UINT64_MAX ? a->seed : options->seed;
    /* the check of weights looks at the draws, which may be others now */
    if (weight_check(a, err) != OK)
        return err->code;
    return weight_check(b, err);
}

/* Refuses the folder of one of the two for the comparison: it would be replaced. */
static enum error_code check_output(const struct work *w, const char *path, struct error *err)
{
    char *out = realpath(path, NULL);

    for (int i = 0; out && i < 2; i++) {
        char *dir = w->side[i].manifest ? realpath(w->side[i].operand, NULL) : NULL;
        if (dir && strcmp(dir, out) == 0)
            error_set(err, ERR_USAGE, "-o '%s' is one of the two: choose another folder", path);
        free(dir);
    }
    free(out);
    return err->code;
}

static enum error_code open_folder(struct work *w, struct error *err)
{
    const char *a = w->side[0].scenario.name, *b = w->side[1].scenario.name;
    const char *const table[] = { changes_table.file, differences_table.file };
    char path[SITE_MAX_PATH + 100]; /* one that is too long is refused, and not cut */

    if (w->options->out)
        snprintf(path, sizeof path, "%s", w->options->out);
    else if (strcmp(a, b) == 0)
        snprintf(path, sizeof path, "results/%s_diff", a);
    else
        snprintf(path, sizeof path, "results/%s_%s_diff", a, b);
    if (check_output(w, path, err) != OK)
        return err->code;
    return output_open(&w->folder, w->options, path, COUNT_OF(table), table, 2, err);
}

/* Draws one of them, and keeps its answers only: the maps of both may not fit at once. */
static enum error_code draw_side(struct work *w, struct side *side, int threads, struct error *err)
{
    struct progress progress;
    struct pool_job job = { .tick = progress_tick, .watcher = &progress };
    struct survey survey = { .map = { .draws = 0 } };
    const struct options *options = w->options;

    progress_start(&progress, "draws", side->scenario.draws,
                   options->quiet ? PROGRESS_NEVER : (enum progress_when)options->progress);
    enum error_code code = survey_make(&survey, &side->scenario, false, &job, threads, err);
    progress_end(&progress);
    if (code == OK)
        answers_take(&side->answers, &survey);
    survey_release(&survey);
    return code;
}

static enum error_code compare(struct work *w, struct error *err)
{
    const int threads = worker_threads(w->options);

    for (int i = 0; i < 2; i++)
        if (fits_memory_run(&w->side[i].scenario, false, 0, threads, err) != OK)
            return err->code;
    for (int i = 0; i < 2; i++)
        if (draw_side(w, &w->side[i], threads, err) != OK)
            return err->code;
    if (changes_init(&w->changes, &w->side[0].facts, &w->side[1].facts, err) != OK)
        return err->code;
    return differences_init(&w->differences, &w->side[0].answers, &w->side[1].answers, err);
}

/* What the manifest has of one of the two, at "a" and "b". */
static json_t *describe(const struct side *side)
{
    const struct scenario *s = &side->scenario;
    json_t *settings = json_array();
    char hash[40];

    for (size_t i = 0; i < side->options.n_set; i++)
        json_array_append_new(settings, json_string(side->options.set[i]));
    snprintf(hash, sizeof hash, "fnv1a64:%016" PRIx64, s->text_hash);
    return json_pack("{s:s*, s:s, s:s, s:s, s:o}", "operand", side->operand, "scenario", s->name,
                     "as_of", s->as_of, "text_hash", hash, MANIFEST_SETTINGS, settings);
}

static bool is_same_text(const struct side *a, const struct side *b)
{
    bool same = a->options.n_set == b->options.n_set && a->texts.n == b->texts.n &&
                memcmp(a->texts.text, b->texts.text, a->texts.n) == 0;

    for (size_t i = 0; same && i < a->options.n_set; i++)
        same = strcmp(a->options.set[i], b->options.set[i]) == 0;
    return same;
}

static bool speak(FILE *out, void *with)
{
    const struct work *w = with;
    struct diff_side side[2];

    for (int i = 0; i < 2; i++)
        side[i] = (struct diff_side){ w->side[i].operand, w->side[i].options.n_set,
                                      w->side[i].options.set, w->side[i].own_seed };
    diff_summary_print(out, side, &w->changes, &w->differences,
                       is_same_text(&w->side[0], &w->side[1]));
    return true;
}

static struct output_case case_of(const void *with, size_t i)
{
    const struct side *side = (const struct side *)with + i;
    return (struct output_case){ &side->scenario, &side->texts, side->options.n_set,
                                 side->options.set };
}

static enum error_code write_results(struct work *w, struct error *err)
{
    const struct scenario *a = &w->side[0].scenario, *b = &w->side[1].scenario;
    const struct sheet sheet[] = { w->changes.sheet, w->differences.sheet };
    struct output_files files = { .n = 0 };
    char name[200], title[500];

    const bool one = strcmp(a->name, b->name) == 0;
    snprintf(name, sizeof name, "%s%s%s", a->name, one ? "" : ", ", one ? "" : b->name);
    snprintf(title, sizeof title, "%.240s; %.240s", a->title, b->title);
    const struct manifest_about about = {
        .scenario = name,
        .title = title,
        .as_of = "",
        .seed = a->seed,
        .draws = a->draws,
        .text_hash = text_hash(a->text_hash, &b->text_hash, sizeof b->text_hash),
    };
    if (output_sheets(&w->folder, COUNT_OF(sheet), sheet, &files, err) != OK ||
        output_cases(&w->folder, 2, case_of, w->side, err) != OK || interrupt_check(err) != OK)
        return err->code;
    json_t *manifest =
        manifest_about(w->options, &about, files.n, files.file, clock_s() - w->began_s);
    json_object_set_new(manifest, "a", describe(&w->side[0]));
    json_object_set_new(manifest, "b", describe(&w->side[1]));
    return output_commit(&w->folder, w->options, manifest, &(struct output_words){ speak, w }, err);
}

static enum error_code diff(struct work *w, struct error *err)
{
    const struct options *options = w->options;

    if (options->n_operand < 2 && options->n_with == 0)
        return error_set(err, ERR_USAGE,
                         "'%s' and what? name another scenario or folder, or a setting of its own "
                         "for B: --with PATH=VALUE",
                         options->operand[0]);
    for (int i = 0; i < 2; i++) {
        char *name = options->operand[i < options->n_operand ? i : 0];
        if (load_side(&w->side[i], options, name, i == 1, err) != OK)
            return err->code;
    }
    if (set_draws(w, err) != OK)
        return err->code;
    interrupt_watch(); /* from here on there is something to clear away */
    if (open_folder(w, err) != OK || compare(w, err) != OK)
        return err->code;
    enum error_code code = write_results(w, err);
    if (code == OK)
        output_close(options, w->folder.site.path);
    return code;
}

enum error_code cmd_diff(const struct options *options, struct error *err)
{
    struct work *w = memory_alloc(1, sizeof *w, err);

    if (!w)
        return err->code;
    w->options = options;
    w->began_s = clock_s();
    if (diff(w, err) != OK)
        interrupt_explain(err);
    folder_discard(&w->folder);
    differences_release(&w->differences);
    changes_release(&w->changes);
    for (int i = 0; i < 2; i++) {
        struct side *side = &w->side[i];
        answers_release(&side->answers);
        facts_release(&side->facts);
        scenario_release(&side->scenario);
        manuscript_release(&side->texts);
        posterior_release(&side->posterior);
        json_decref(side->manifest);
    }
    free(w);
    return err->code;
}
