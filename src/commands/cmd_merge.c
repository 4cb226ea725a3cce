/* cmd_merge.c - negosim merge: the shards of a sweep become one */
#include "arena.h"
#include "command.h"
#include "interrupt.h"
#include "manifest.h"
#include "output.h"
#include "shard.h"
#include "summary.h"
#include "sweep_identity.h"
#include "sweep_found.h"
#include "sweep_inert.h"
#include "text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Finished results of a part of a sweep. */
struct part {
    const char *dir;
    json_t *manifest;
    struct sweep_identity facts;
    uint64_t first, rows, hash;
};

struct merge {
    const struct options *options;
    size_t n;
    struct part *part; /* [n] in the order of their points */
    struct folder folder;
    uint64_t hash, rows;
};

static bool read_number(const json_t *manifest, const char *key, int base, uint64_t *value)
{
    const char *text = manifest_text(manifest, key);
    char *end;

    if (!text || !text[0])
        return false;
    *value = strtoull(text, &end, base);
    return *end == '\0';
}

/* The error of a folder without results.  A shard that is not finished lies in DIR/.partial;
 * somebody may have named either of the two. */
static enum error_code no_part(const char *dir, struct error *err)
{
    static const char partial[] = "/" SITE_PARTIAL;
    char journal[SITE_MAX_PATH + 100];
    size_t n = strlen(dir);

    while (n > 1 && dir[n - 1] == '/')
        n--;
    if (n > strlen(partial) && strncmp(dir + n - strlen(partial), partial, strlen(partial)) == 0)
        n -= strlen(partial);
    snprintf(journal, sizeof journal, "%.*s%s/" FOLDER_CHECKPOINT, (int)n, dir, partial);
    if (access(journal, F_OK) == 0)
        return error_set(err, ERR_IO,
                         "'%.*s' is not finished: go on with its sweep by --resume, then merge",
                         (int)n, dir);
    return error_set(err, ERR_IO, "'%s' holds no results of negosim sweep", dir);
}

static enum error_code read_part(struct part *part, const char *dir, struct error *err)
{
    struct folder settled;

    part->dir = dir;
    if (folder_settle(dir, &settled, err) != OK)
        return err->code;
    output_warn(&settled, dir);
    part->manifest = listing_open(dir);
    if (!sweep_identity_read(&part->facts, part->manifest) ||
        !read_number(part->manifest, "sweep.first", 10, &part->first) ||
        !read_number(part->manifest, "sweep.rows", 10, &part->rows) ||
        !read_number(part->manifest, "sweep.hash", 16, &part->hash))
        return no_part(dir, err);
    return OK;
}

/* A part without rows comes before the one that begins at the same point, as check_parts needs. */
static int compare_parts(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    return x->first != y->first ? (x->first > y->first) - (x->first < y->first)
                                : (x->rows > y->rows) - (x->rows < y->rows);
}

/* Refuses parts of two sweeps: only the last fact, which part it is, may differ. */
static enum error_code check_same(const struct part *a, const struct part *b, struct error *err)
{
    const enum sweep_fact differs = sweep_identity_differ(&a->facts, &b->facts);
    char difference[400];

    if (differs >= FACT_SHARD)
        return OK;
    identity_difference(&b->facts.fact[differs], a->facts.text[differs], sizeof difference,
                        difference);
    return error_set(err, ERR_IO, "'%.80s' (there) and '%.80s' (here) are of two sweeps: %s",
                     a->dir, b->dir, difference);
}

/* The error of points that are in no folder.  Names the shard to run where one begins at the first
 * of them, as it does when all shards are I/N of one N. */
static enum error_code missing(const struct part *part, uint64_t first, uint64_t last,
                               uint64_t n_point, struct error *err)
{
    const char *slash = strchr(part->facts.text[FACT_SHARD], '/');
    const uint64_t n = slash ? strtoull(slash + 1, NULL, 10) : 1;
    uint64_t i = 0, from = 0, to = 0;

    for (; n > 1 && i < n; i++) {
        shard_range(n_point, i, n, &from, &to);
        if (from == first && to > from)
            break;
    }
    if (n > 1 && i < n)
        return error_set(err, ERR_IO,
                         "shard %" PRIu64 "/%" PRIu64 ", from point %" PRIu64
                         " on, is in none of the folders: name the one that has it, or run it",
                         i + 1, n, first);
    return error_set(err, ERR_IO,
                     "points %" PRIu64 " to %" PRIu64
                     " are in none of the folders: name the shard that has them, or run it",
                     first, last - 1);
}

/* The number of points of the whole sweep, which stands after the design's name (plan_text). */
static uint64_t points_of(const struct part *part)
{
    const char *space = strchr(part->facts.text[FACT_POINTS], ' ');
    return space ? strtoull(space + 1, NULL, 10) : 0;
}

/* Checks that all parts are of one sweep, and that they have every point once. */
static enum error_code check_parts(struct merge *m, struct error *err)
{
    uint64_t next = 0;

    qsort(m->part, m->n, sizeof *m->part, compare_parts);
    for (size_t i = 0; i < m->n; i++)
        sweep_identity_moved(&m->part[i].facts);
    const uint64_t n_point = points_of(&m->part[0]);
    for (size_t i = 0; i < m->n; i++) {
        const struct part *part = &m->part[i];
        if (check_same(&m->part[0], part, err) != OK)
            return err->code;
        if (part->first > next)
            return missing(&m->part[0], next, part->first, n_point, err);
        if (part->first < next && part->rows > 0)
            return error_set(err, ERR_IO, "'%.150s' and '%.150s' both have point %" PRIu64,
                             m->part[i - 1].dir, part->dir, part->first);
        next = part->first + part->rows;
    }
    return next < n_point ? missing(&m->part[0], next, n_point, n_point, err) : OK;
}

/* Refuses a shard's own folder for the whole: the shard would be replaced while it is read. */
static enum error_code check_output(const struct merge *m, struct error *err)
{
    char *out = realpath(m->options->out, NULL);
    bool is_part = false;

    for (size_t i = 0; out && i < m->n; i++) {
        char *dir = realpath(m->part[i].dir, NULL);
        is_part = is_part || (dir && strcmp(dir, out) == 0);
        free(dir);
    }
    free(out);
    if (is_part)
        return error_set(err, ERR_USAGE, "-o '%s' is one of the shards: choose another folder",
                         m->options->out);
    return OK;
}

static enum error_code spoilt(const struct part *part, struct error *err)
{
    return error_set(err, ERR_IO,
                     "'%s/" SWEEP_FILE "' is not as it was written: run this shard again",
                     part->dir);
}

/* Writes a piece of the whole and adds it to the hash of that. */
static void put(struct merge *m, FILE *out, const char *text, size_t n)
{
    fwrite(text, 1, n, out);
    m->hash = text_hash(m->hash, text, n);
}

/* Hashes the part once more while it is copied: it may have been changed since it was written.  The
 * column names come from the first part only. */
static enum error_code copy_part(struct merge *m, const struct part *part, bool with_names,
                                 FILE *out, struct error *err)
{
    char path[SITE_MAX_PATH + 32], *line = NULL;
    uint64_t hash = TEXT_HASH_START, lines = 0;
    size_t room = 0;
    ssize_t n;
    FILE *f;

    snprintf(path, sizeof path, "%s/" SWEEP_FILE, part->dir);
    f = fopen(path, "r");
    if (!f)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    while ((n = getline(&line, &room, f)) > 0) {
        hash = text_hash(hash, line, (size_t)n);
        if (lines++ > 0 || with_names)
            put(m, out, line, (size_t)n);
    }
    free(line);
    fclose(f);
    if (hash != part->hash || lines != part->rows + 1)
        return spoilt(part, err);
    m->rows += part->rows;
    return OK;
}

static enum error_code write_table(struct merge *m, struct error *err)
{
    FILE *out = folder_file(&m->folder, SWEEP_FILE, err);

    m->hash = TEXT_HASH_START;
    for (size_t i = 0; out && i < m->n; i++)
        if (copy_part(m, &m->part[i], i == 0, out, err) != OK)
            return err->code;
    if (interrupt_check(err) != OK)
        return err->code;
    return out ? folder_close_file(&m->folder, err) : err->code;
}

/* Copies what the first part says of the scenario that has it as it was written; all are of one. */
static enum error_code write_scenario(struct merge *m, struct error *err)
{
    for (size_t i = 0; i < m->n; i++) {
        const struct part *part = &m->part[i];
        if (output_has(part->manifest, part->dir, OUTPUT_SCENARIO) &&
            output_has(part->manifest, part->dir, OUTPUT_FACTS))
            return output_copy(&m->folder, part->dir, OUTPUT_SCENARIO, err) == OK
                       ? output_copy(&m->folder, part->dir, OUTPUT_FACTS, err)
                       : err->code;
    }
    return OK;
}

/* The manifest of the first part, with the facts replaced that hold for a part only. */
static json_t *make_manifest(const struct merge *m)
{
    json_t *manifest = json_copy(m->part[0].manifest);
    char rows[TEXT_NUMBER], hash[TEXT_NUMBER];

    if (!manifest)
        return NULL;
    snprintf(rows, sizeof rows, "%" PRIu64, m->rows);
    snprintf(hash, sizeof hash, "%016" PRIx64, m->hash);
    const struct manifest_fact replaced[] = {
        { "command", "negosim merge" }, { "sweep.shard", "1/1" }, { "sweep.first", "0" },
        { "sweep.rows", rows },         { "sweep.hash", hash },
    };
    for (size_t i = 0; i < COUNT_OF(replaced); i++)
        json_object_set_new(manifest, replaced[i].key, json_string(replaced[i].value));
    json_object_set_new(manifest, "rows", json_pack("{sI}", SWEEP_FILE, (json_int_t)m->rows));
    return manifest;
}

/* Whether the scenario has a rule of agreement, by its facts. */
static bool has_rule(const struct merge *m)
{
    char path[SITE_MAX_PATH + 64];

    folder_partial(&m->folder, OUTPUT_FACTS, sizeof path, path);
    json_t *facts = json_load_file(path, 0, NULL);
    const json_t *first = json_array_get(json_object_get(facts, "scenarios"), 0);
    const bool has = json_object_get(first, "agreement") != NULL;
    json_decref(facts);
    return has;
}

/* Says what was found, and which levers change nothing, for which it counts those that the manifest
 * names.  A list that fills all its room may have been cut: then it says nothing. */
static bool say_found(FILE *out, const struct merge *m)
{
    const char *levers = manifest_text(m->part[0].manifest, "sweep.levers");
    char csv[SITE_MAX_PATH + 64];
    size_t n = 1;

    if (!levers || strlen(levers) + 1 == PLAN_LEVERS)
        return true;
    for (const char *at = levers; *at; at++)
        n += *at == ' ';
    if (n > PLAN_MAX_LEVER) /* not a list of ours */
        return true;
    folder_partial(&m->folder, SWEEP_FILE, sizeof csv, csv);
    return sweep_found_say(out, csv, n, has_rule(m)) && sweep_inert_say(out, csv, n, NULL);
}

static bool say(FILE *out, void *with)
{
    const struct merge *m = with;
    char rows[TEXT_NUMBER];

    text_grouped(m->rows, rows);
    fprintf(out, "%s points of %zu shard%s in " SWEEP_FILE "\n", rows, m->n, m->n == 1 ? "" : "s");
    return say_found(out, m);
}

static enum error_code merge(struct merge *m, struct error *err)
{
    const struct options *options = m->options;
    static const char *const table[] = { SWEEP_FILE };

    for (; m->n < (size_t)options->n_operand; m->n++)
        if (read_part(&m->part[m->n], options->operand[m->n], err) != OK)
            return err->code;
    if (check_parts(m, err) != OK || check_output(m, err) != OK ||
        output_open(&m->folder, options, options->out, COUNT_OF(table), table, 1, err) != OK ||
        write_table(m, err) != OK || write_scenario(m, err) != OK)
        return err->code;
    enum error_code code = output_commit(&m->folder, options, make_manifest(m),
                                         &(struct output_words){ say, m, true }, err);
    if (code == OK)
        output_close(options, m->folder.site.path);
    return code;
}

enum error_code cmd_merge(const struct options *options, struct error *err)
{
    struct merge m = { .options = options };

    if (!options->out)
        return error_set(err, ERR_USAGE, "merge needs -o DIR, where the whole sweep goes");
    m.part = memory_alloc((size_t)options->n_operand, sizeof *m.part, err);
    interrupt_watch();
    if (m.part && merge(&m, err) != OK)
        interrupt_explain(err);
    folder_discard(&m.folder);
    for (size_t i = 0; m.part && i < (size_t)options->n_operand; i++)
        json_decref(m.part[i].manifest);
    free(m.part);
    return err->code;
}
