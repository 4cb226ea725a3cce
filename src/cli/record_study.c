/* record_study.c - everything between scenarios with a record and what is found in it */
#include "record_study.h"

#include "command.h"
#include "interrupt.h"
#include "load_scenario.h"
#include "machine.h"
#include "manuscript.h"
#include "message.h"
#include "output.h"
#include "posterior.h"
#include "progress.h"
#include "record_summary.h"
#include "text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Must not move once it is loaded: its parts point to each other. */
struct record_study {
    const struct options *options;
    bool infers; /* negosim infer: learns, and writes worlds; else a backtest */
    size_t n;
    struct scenario *scenario; /* [n] as they were given */
    struct manuscript *texts;  /* [n] */
    struct history history;
    struct joint joint;
    struct learned learned;
    struct scores scores;
    struct compatible compatible;
    struct reliability reliability[CHANCE_COUNT];
    struct outcomes outcomes;
    struct moved moved;
    struct teachable teachable;
    struct doubt_choice choice[GRID_CHOICES];
    size_t n_world, *world;
    struct record_tables tables;
    struct folder folder;
    double began_s;
};

enum {
    WORLDS = 20000, /* unless -n says otherwise */
    WRITTEN = 2000, /* equal worlds, unless --worlds says otherwise */
};

static enum error_code load_all(struct record_study *r, struct error *err)
{
    r->scenario = memory_alloc(r->n, sizeof *r->scenario, err);
    r->texts = memory_alloc(r->n, sizeof *r->texts, err);
    const struct scenario **list = memory_alloc(r->n, sizeof *list, err);
    for (size_t i = 0; err->code == OK && i < r->n; i++) {
        list[i] = &r->scenario[i];
        if (load_scenario_texts(&r->scenario[i], &r->texts[i], r->options, (int)i, false, err) !=
            OK)
            break;
    }
    enum error_code code = err->code == OK ? history_init(&r->history, r->n, list, err) : err->code;
    free(list);
    return code == OK ? joint_init(&r->joint, &r->history, err) : code;
}

static enum error_code read_number(const char *option, const char *text, double most, double *x,
                                   struct error *err)
{
    *x = NAN;
    if (text && !(text_real(text, x) && *x >= 0 && *x <= most))
        return error_set(err, ERR_USAGE, "--%s is '%s', expected a number from 0 to %g", option,
                         text, most);
    return OK;
}

/* A record is answers, or for a backtest an outcome too. */
static enum error_code check_record(const struct record_study *r, struct error *err)
{
    size_t settled = 0;

    for (size_t i = 0; i < r->n; i++)
        settled += r->scenario[i].n_settled;
    if (history_answers(&r->history) > 0 || (settled > 0 && !r->infers))
        return OK;
    if (r->infers)
        message_warning(r->options->operand[0],
                        "no proposal has an answer on record that is not disputed, so that nothing "
                        "is learned: give 'answers' to proposals");
    if (r->infers)
        return OK;
    return error_at(err, r->options->operand[0], 0,
                    "nothing is on record: neither 'answers' to proposals nor an 'outcome'");
}

static enum error_code set_learned(struct record_study *r, struct error *err)
{
    const struct options *options = r->options;
    struct learned *l = &r->learned;

    *l = (struct learned){ .joint = &r->joint,
                           .n = options->draws ? options->draws : WORLDS,
                           .seed = r->history.scenario[0]->seed,
                           .learns = r->infers || options->learn };
    if (read_number("doubt", options->doubt, 0.5, &l->set.doubt, err) != OK)
        return err->code;
    return read_number("scale", options->scale, 1, &l->set.scale, err);
}

static enum error_code check_memory(const struct record_study *r, int threads, struct error *err)
{
    const double gib = 1024.0 * 1024.0 * 1024.0;
    const char *limit;
    const double need = learned_bytes(&r->joint, r->learned.n, r->learned.learns, threads);
    const double memory = machine_memory(&limit);

    for (size_t i = 0; i < r->n; i++)
        if (!r->infers && r->scenario[i].n_settled > 0 &&
            fits_memory_run(&r->scenario[i], false, 0, threads, err) != OK)
            return err->code;
    if (need <= 0.8 * memory)
        return OK;
    return error_set(err, ERR_USAGE, "%zu worlds need %.3g GiB, and %s %.3g; take fewer with -n",
                     r->learned.n, need / gib, limit, memory / gib);
}

/* Of what is known in advance: as the scenarios are, and what learning is tested by. */
static enum error_code find_reliability(struct record_study *r, struct error *err)
{
    const enum chance tested =
        r->scores.by_scenario ? CHANCE_WITHOUT_SCENARIO : CHANCE_WITHOUT_ANSWER;

    if (reliability_find(&r->reliability[CHANCE_PRIOR], &r->learned, CHANCE_PRIOR, err) != OK)
        return err->code;
    return r->learned.learns && r->scores.has[tested]
               ? reliability_find(&r->reliability[tested], &r->learned, tested, err)
               : OK;
}

/* Warns of answers that no world gives: learning from them only shows where the scenario is wrong.
 */
static void warn_of_misfits(const struct record_study *r)
{
    const struct history *h = &r->history;

    for (size_t k = 0; k < h->n_answer; k++) {
        const struct recorded *a = &h->answer[k];
        const struct scenario *s = h->scenario[a->scenario];
        size_t given = 0;
        for (size_t i = 0; i < r->learned.n; i++) {
            const double margin = r->learned.prior.standing[i * h->n_answer + k].margin;
            given += margin >= -TIE ? a->yes > 0 : a->yes < a->n;
        }
        if (given == 0 && a->n > 0)
            message_warning_at(a->answer->place.file, a->answer->place.line,
                               "in none of %zu worlds is it better for '%s' to answer so to '%s': "
                               "a number of the scenario leaves too little doubt, or the answer "
                               "needs a 'doubt'",
                               r->learned.n, s->party[a->party].name,
                               s->proposal[a->proposal].name);
    }
}

static enum error_code score(struct record_study *r, struct error *err)
{
    if (scores_find(&r->scores, &r->learned, err) != OK ||
        scores_compatible(&r->learned, &r->compatible, err) != OK)
        return err->code;
    return find_reliability(r, err);
}

static enum error_code choose_worlds(struct record_study *r, struct error *err)
{
    r->n_world = r->options->worlds ? r->options->worlds : WRITTEN;
    r->world = memory_alloc(r->n_world, sizeof *r->world, err);
    if (!r->world || learned_worlds(&r->learned, r->n_world, r->world, err) != OK ||
        moved_find(&r->moved, &r->learned, err) != OK)
        return err->code;
    r->tables.n_world = r->n_world;
    r->tables.world = r->world;
    return r->tables.choice ? doubt_grid_find(&r->learned, r->choice, err) : OK;
}

/* Where answers without doubt cannot all be given, all worlds count alike: as if nothing were
 * known.
 */
static enum error_code check_possible(const struct record_study *r, struct error *err)
{
    const struct history *h = &r->history;

    if (!r->learned.learns || !(r->learned.evidence[h->n_date - 1].log_z < LIKELIHOOD_NEVER / 2))
        return OK;
    return error_at(
        err, r->options->operand[0], 0,
        "no world gives all answers on record: leave them a doubt, by --doubt or in the "
        "group 'record', or the numbers more");
}

static enum error_code find_all(struct record_study *r, int threads, struct progress *progress,
                                struct error *err)
{
    struct pool_job job = { .tick = progress_tick, .watcher = progress };

    if (learned_find(&r->learned, &job, threads, err) != OK)
        return err->code;
    warn_of_misfits(r);
    if (check_possible(r, err) != OK || score(r, err) != OK)
        return err->code;
    job = (struct pool_job){ 0 };
    if (r->infers && history_answers(&r->history) > 0 &&
        teachable_find(&r->teachable, &r->learned, &job, threads, err) != OK)
        return err->code;
    return r->infers ? choose_worlds(r, err)
                     : outcomes_find(&r->outcomes, &r->history, r->learned.seed, progress_tick,
                                     progress, threads, err);
}

static enum error_code study(struct record_study *r, struct error *err)
{
    const struct options *options = r->options;
    const int threads = worker_threads(options);
    struct progress progress;

    if (check_memory(r, threads, err) != OK)
        return err->code;
    /* a population, and the maps of a backtest, count as one more round of worlds, or a step each
     */
    progress_start(&progress, "worlds", r->learned.n * (r->learned.learns ? 2 : 1) + r->n,
                   options->quiet ? PROGRESS_NEVER : (enum progress_when)options->progress);
    const enum error_code code = find_all(r, threads, &progress, err);
    progress_end(&progress);
    if (code != OK)
        return code;
    return record_tables_init(&r->tables, err);
}

/* What there is to write is known before the work: the names are checked against the folder. */
static void prepare_tables(struct record_study *r)
{
    r->tables = (struct record_tables){ .learned = &r->learned,
                                        .scores = &r->scores,
                                        .reliability = r->reliability,
                                        .outcomes = &r->outcomes };
    if (!r->infers)
        return;
    r->tables.moved = &r->moved;
    r->tables.choice = history_answers(&r->history) > 0 ? r->choice : NULL;
    r->tables.teachable = &r->teachable;
}

static enum error_code open_folder(struct record_study *r, struct error *err)
{
    const char *name[RECORD_RESULT_COUNT], *kind = r->infers ? "infer" : "backtest";
    char path[400];
    size_t n = 0;

    for (size_t i = 0; i < RECORD_RESULT_COUNT; i++)
        if (record_tables_has(&r->tables, i) || (r->infers && i == RECORD_posterior) ||
            (!r->infers && (i == RECORD_outcomes || i == RECORD_errors)))
            name[n++] = record_result_tables[i]->file;
    if (r->n == 1)
        snprintf(path, sizeof path, "results/%s_%s", r->scenario[0].name, kind);
    else
        snprintf(path, sizeof path, "results/%s", kind);
    return output_open(&r->folder, r->options, r->options->out ? r->options->out : path, n, name,
                       r->n, err);
}

/* The parties of all scenarios, each once, as far as there is room. */
static size_t list_parties(const struct history *h, struct party party[MAX_PARTY])
{
    size_t n = 0;

    for (size_t i = 0; i < h->n; i++)
        for (size_t p = 0; p < h->scenario[i]->n_party && n < MAX_PARTY; p++) {
            size_t same = 0;
            while (same < n && strcmp(party[same].name, h->scenario[i]->party[p].name) != 0)
                same++;
            if (same == n)
                party[n++] = h->scenario[i]->party[p];
        }
    return n;
}

static json_t *make_manifest(const struct record_study *r, const struct output_files *files)
{
    const struct history *h = &r->history;
    char title[100], names[4000] = "";
    struct party party[MAX_PARTY];
    uint64_t hash = TEXT_HASH_START;
    size_t used = 0;

    for (size_t i = 0; i < h->n; i++) {
        hash = text_hash(hash, &h->scenario[i]->text_hash, sizeof hash);
        if (used < sizeof names)
            used += (size_t)snprintf(names + used, sizeof names - used, "%s%s", i ? ", " : "",
                                     h->scenario[i]->name);
    }
    snprintf(title, sizeof title, "%zu scenarios", h->n);
    const struct manifest_about about = {
        .scenario = names,
        .title = h->n == 1 ? h->scenario[0]->title : title,
        .as_of = h->n == 1 ? h->scenario[0]->as_of : "",
        .text_hash = hash,
        .seed = r->learned.seed,
        .draws = r->learned.n,
        .n_party = list_parties(h, party),
        .party = party,
    };
    return manifest_about(r->options, &about, files->n, files->file, clock_s() - r->began_s);
}

static bool say(FILE *out, void *with)
{
    const struct record_study *r = with;

    (r->infers ? infer_summary_print : backtest_summary_print)(out, &r->tables, &r->compatible,
                                                               r->options->n_set, r->options->set);
    return true;
}

static struct output_case case_of(const void *with, size_t i)
{
    const struct record_study *r = with;
    return (struct output_case){ &r->scenario[i], &r->texts[i], r->options->n_set,
                                 r->options->set };
}

static enum error_code write_all(struct record_study *r, struct error *err)
{
    struct output_files files = { .n = 0 };

    if (output_sheets(&r->folder, RECORD_RESULT_COUNT, r->tables.sheet, &files, err) != OK ||
        output_cases(&r->folder, r->n, case_of, r, err) != OK || interrupt_check(err) != OK)
        return err->code;
    return output_commit(&r->folder, r->options, make_manifest(r, &files),
                         &(struct output_words){ say, r }, err);
}

static enum error_code run(struct record_study *r, const struct options *options, bool infers,
                           struct error *err)
{
    *r = (struct record_study){
        .options = options, .infers = infers, .n = (size_t)options->n_operand, .began_s = clock_s()
    };
    if (options->format != FORMAT_NOT_GIVEN && !options->plot)
        return error_set(err, ERR_USAGE, "--format is about pictures: add --plot");
    if (load_all(r, err) != OK || check_record(r, err) != OK || set_learned(r, err) != OK)
        return err->code;
    prepare_tables(r);
    interrupt_watch(); /* from here on there is something to clear away */
    if (open_folder(r, err) != OK)
        return err->code;
    if (study(r, err) != OK)
        return err->code;
    return write_all(r, err);
}

static void release(struct record_study *r)
{
    folder_discard(&r->folder);
    record_tables_release(&r->tables);
    outcomes_release(&r->outcomes);
    moved_release(&r->moved);
    for (size_t i = 0; i < CHANCE_COUNT; i++)
        reliability_release(&r->reliability[i]);
    free(r->world);
    learned_release(&r->learned);
    joint_release(&r->joint);
    history_release(&r->history);
    for (size_t i = 0; r->scenario && i < r->n; i++)
        scenario_release(&r->scenario[i]);
    for (size_t i = 0; r->texts && i < r->n; i++)
        manuscript_release(&r->texts[i]);
    free(r->scenario);
    free(r->texts);
}

enum error_code record_study(const struct options *options, bool infers, struct error *err)
{
    static struct record_study r; /* large, and its parts point to each other */
    const enum error_code code = run(&r, options, infers, err);

    if (code == OK)
        output_close(options, r.folder.site.path);
    else
        interrupt_explain(err);
    release(&r);
    return code;
}
