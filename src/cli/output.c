/* output.c - the folder that a command's results go to, and what is said of what was there */
#include "output.h"

#include "command.h"
#include "csv.h"
#include "facts_of.h"
#include "interrupt.h"
#include "message.h"
#include "pictures.h"
#include "report_file.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void output_warn(struct folder *f, const char *path)
{
    if (f->finished)
        message_warning(path, "results of an interrupted command were brought to their place");
    for (size_t i = 0; i < f->notes.n; i++) {
        const struct commit_note *note = &f->notes.note[i];
        if (note->kept[0])
            message_warning(path, "'%s', which is not as negosim wrote it, is now '%s'", note->name,
                            note->kept);
        else
            message_warning(path, "'%s' was changed since negosim wrote it, and is left as it is",
                            note->name);
    }
    f->finished = false;
    f->notes.n = 0;
}

/* The name of the file with scenario i of n. */
static const char *case_file(size_t n, size_t i, char name[static LISTING_NAME])
{
    if (n == 1)
        snprintf(name, LISTING_NAME, OUTPUT_SCENARIO);
    else
        snprintf(name, LISTING_NAME, "scenario_%zu.cfg", i + 1);
    return name;
}

enum error_code output_open(struct folder *f, const struct options *options, const char *path,
                            size_t n, const char *const table[], size_t n_case, struct error *err)
{
    char picture[MAX_PICTURE][PICTURE_NAME];
    const size_t n_picture = options->plot ? pictures_names(options, n, table, picture) : 0;
    char(*cases)[LISTING_NAME] = memory_alloc(n_case + 1, sizeof *cases, err);
    const char **names = memory_alloc(n + n_picture + n_case + 3, sizeof *names, err);
    struct folder_use use = { .force = options->force, .resume = options->resume, .names = names };
    enum error_code code = err->code;

    for (; names && use.n < n; use.n++)
        names[use.n] = table[use.n];
    for (size_t i = 0; names && i < n_picture; i++)
        names[use.n++] = picture[i];
    for (size_t i = 0; names && cases && i < n_case; i++)
        names[use.n++] = case_file(n_case, i, cases[i]);
    if (names && cases) {
        names[use.n++] = OUTPUT_SUMMARY;
        names[use.n++] = OUTPUT_FACTS;
        if (options->report)
            names[use.n++] = REPORT_FILE;
        code = folder_open(f, path, &use, err);
        /* after an error, too: an earlier command's results may have been brought to their place */
        output_warn(f, path);
    }
    free(cases);
    free(names);
    return code;
}

/* NULL is equal to NULL only. */
static bool is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The command of a manifest, "negosim run ...": its second word, and how long that is. */
static const char *word_of(const json_t *manifest, size_t *n)
{
    const char *command = manifest_text(manifest, "command");
    const char *word = command ? strchr(command, ' ') : NULL;

    *n = word ? strcspn(word + 1, " ") : 0;
    return word ? word + 1 : "";
}

static bool is_same_command(const json_t *a, const json_t *b)
{
    size_t n, m;
    const char *one = word_of(a, &n), *other = word_of(b, &m);

    return n == m && strncmp(one, other, n) == 0;
}

/* Warns when the results of another command or scenario are replaced: they are lost, and the user
 * may not know that the folder had them.  The hash of the text covers --set, so that with other
 * settings it says nothing about the text; then the user chose to change them. */
static void warn_of_replaced(const char *path, const json_t *there, const json_t *here)
{
    const char *name = manifest_text(there, "scenario");
    size_t n;
    const char *command = word_of(there, &n);

    if (name && !is_same_command(there, here))
        message_warning(path, "these results replace those of 'negosim %.*s'", (int)n, command);
    if (!name || is_same(manifest_text(there, "text_hash"), manifest_text(here, "text_hash")))
        return;
    if (!is_same(name, manifest_text(here, "scenario")))
        message_warning(path, "these results replace those of another scenario, '%s'", name);
    else if (is_same(manifest_text(there, "set"), manifest_text(here, "set")))
        message_warning(path, "these results replace those of another text of '%s'", name);
}

static enum error_code write_case(struct folder *f, const char *name,
                                  const struct manuscript *texts, struct error *err)
{
    FILE *out = folder_file(f, name, err);

    if (!out)
        return err->code;
    manuscript_write(texts, out);
    return folder_close_file(f, err);
}

static enum error_code write_facts(struct folder *f, const json_t *facts, struct error *err)
{
    FILE *out = folder_file(f, OUTPUT_FACTS, err);

    if (!out)
        return err->code;
    const bool is_whole = json_dumpf(facts, out, JSON_INDENT(1) | JSON_REAL_PRECISION(15)) == 0;
    fputc('\n', out);
    const enum error_code code = folder_close_file(f, err);
    return code == OK && !is_whole
               ? error_set(err, ERR_MEMORY, "not enough memory for the facts of a scenario")
               : code;
}

/* `found` is handed over, or NULL. */
static enum error_code write_cases(struct folder *f, size_t n,
                                   struct output_case (*case_of)(const void *with, size_t i),
                                   const void *with, json_t *found, struct error *err)
{
    json_t *facts = json_object(), *list = json_array();

    for (size_t i = 0; i < n && err->code == OK; i++) {
        const struct output_case this = case_of(with, i);
        char name[LISTING_NAME];
        json_t *one = facts_of(this.scenario, this.n_set, this.set);
        json_object_set_new(one, "file", json_string(case_file(n, i, name)));
        json_array_append_new(list, one);
        if (write_case(f, name, this.texts, err) != OK)
            break;
    }
    json_object_set_new(facts, "scenarios", list);
    if (found)
        json_object_set_new(facts, "found", found);
    if (!facts || json_array_size(list) < n)
        error_set(err, ERR_MEMORY, "not enough memory for the facts of a scenario");
    const enum error_code code = err->code == OK ? write_facts(f, facts, err) : err->code;
    json_decref(facts);
    return code;
}

enum error_code output_cases(struct folder *f, size_t n,
                             struct output_case (*case_of)(const void *with, size_t i),
                             const void *with, struct error *err)
{
    return write_cases(f, n, case_of, with, NULL, err);
}

static struct output_case the_case(const void *with, size_t i)
{
    (void)i;
    return *(const struct output_case *)with;
}

enum error_code output_scenario(struct folder *f, const struct options *options,
                                const struct scenario *s, const struct manuscript *texts,
                                json_t *found, struct error *err)
{
    const struct output_case one = { s, texts, options->n_set, options->set };
    return write_cases(f, 1, the_case, &one, found, err);
}

enum error_code output_copy(struct folder *f, const char *dir, const char *name, struct error *err)
{
    char path[SITE_MAX_PATH + LISTING_NAME], piece[1 << 14];
    size_t n;

    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *in = fopen(path, "r"), *out = in ? folder_file(f, name, err) : NULL;
    if (!in)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    while (out && (n = fread(piece, 1, sizeof piece, in)) > 0)
        fwrite(piece, 1, n, out);
    if (ferror(in))
        error_set(err, ERR_IO, "cannot read '%s'", path);
    fclose(in);
    return out && err->code == OK ? folder_close_file(f, err) : err->code;
}

bool output_has(const json_t *manifest, const char *path, const char *name)
{
    const int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool has = dir >= 0 && listing_look(manifest, dir, name) == LISTING_OURS;

    if (dir >= 0)
        close(dir);
    return has;
}

static enum error_code write_sheet(struct folder *f, const struct sheet *sheet, struct error *err)
{
    FILE *out = folder_file(f, sheet->kind->file, err);

    if (!out)
        return err->code;
    csv_table(out, &sheet->table);
    return folder_close_file(f, err);
}

enum error_code output_sheets(struct folder *f, size_t n, const struct sheet sheet[],
                              struct output_files *files, struct error *err)
{
    for (size_t i = 0; i < n; i++) {
        if (!sheet[i].kind)
            continue;
        if (write_sheet(f, &sheet[i], err) != OK)
            return err->code;
        files->file[files->n++] =
            (struct manifest_file){ sheet[i].kind->file, sheet[i].table.n_row };
    }
    return OK;
}

size_t output_names(const struct scope *scope, size_t n, const struct result_table *const table[],
                    size_t n_name, const char *name[])
{
    for (size_t i = 0; i < n; i++)
        if (table[i]->when->holds(scope))
            name[n_name++] = table[i]->file;
    return n_name;
}

enum error_code output_open_for(struct folder *f, const struct options *options,
                                const struct scenario *s, const char *suffix, size_t n,
                                const struct result_table *const table[], struct error *err)
{
    const struct scope scope = { .scenario = s };
    const char *name[MAX_TABLE];
    char path[SITE_MAX_PATH];
    const size_t n_name = output_names(&scope, n, table, 0, name);

    snprintf(path, sizeof path, "results/%s%s", s->name, suffix);
    return output_open(f, options, options->out ? options->out : path, n_name, name, 1, err);
}

enum error_code output_write(struct folder *f, const struct options *options,
                             const struct scenario *s, const struct manuscript *texts, size_t n,
                             const struct sheet sheet[], double began_s,
                             const struct output_words *words, struct error *err)
{
    struct output_files files = { .n = 0 };

    if (output_sheets(f, n, sheet, &files, err) != OK ||
        output_scenario(f, options, s, texts, NULL, err) != OK || interrupt_check(err) != OK)
        return err->code;
    return output_commit(
        f, options, manifest_make(options, s, files.n, files.file, 0, NULL, clock_s() - began_s),
        words, err);
}

/* The text in lines: to be freed, as it frees the other; NULL where there is no memory. */
static char *wrapped(char *text, size_t *n)
{
    char *lines = NULL;
    FILE *out = text ? open_memstream(&lines, n) : NULL;

    if (out)
        text_wrap_sentences(out, text);
    free(text);
    if (out && fclose(out) == 0)
        return lines;
    free(lines);
    return NULL;
}

/* What there is to say, as one text: to be freed. */
static char *words_text(const struct output_words *words, size_t *n, struct error *err)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, n);

    const bool has_read = !out || words->say(out, words->with);
    if (out && fclose(out) == 0 && has_read) {
        text = words->has_sentences ? wrapped(text, n) : text;
    } else {
        free(text);
        text = NULL;
    }
    if (!has_read)
        error_set(err, ERR_IO, "cannot read the results back for a summary");
    else if (!text)
        error_set(err, ERR_MEMORY, "not enough memory for a summary");
    return text;
}

static enum error_code write_words(struct folder *f, const char *text, size_t n, struct error *err)
{
    FILE *out = folder_file(f, OUTPUT_SUMMARY, err);

    if (!out)
        return err->code;
    fwrite(text, 1, n, out);
    return folder_close_file(f, err);
}

enum error_code output_commit(struct folder *f, const struct options *options, json_t *manifest,
                              const struct output_words *words, struct error *err)
{
    /* kept, since folder_commit puts the new manifest in its place */
    json_t *there = json_incref(f->before);
    size_t n = 0;
    char *text = words_text(words, &n, err);

    if (!manifest)
        error_set(err, ERR_MEMORY, "not enough memory for a manifest");
    else if (text && write_words(f, text, n, err) == OK && folder_commit(f, manifest, err) == OK)
        warn_of_replaced(f->site.path, there, manifest);
    json_decref(there);
    json_decref(manifest);
    output_warn(f, f->site.path);
    if (text && f->committed && !options->quiet)
        fwrite(text, 1, n, stdout);
    free(text);
    if (err->code != OK)
        return err->code;
    const char *const path[] = { f->site.path };
    enum error_code code = options->plot ? pictures_draw(options, f, err) : OK;
    if (code == OK && options->report)
        code = report_add(options, f, 1, path, err);
    folder_discard(f);
    return code;
}

struct place {
    FILE *out;
    const char *dir, *format;
};

static void print_picture(void *with, const char *name, const char *shows)
{
    const struct place *place = with;
    fprintf(place->out, "  %s/%s.%s  %s\n", place->dir, name, place->format, shows);
}

void output_places(FILE *out, const char *dir, const char *format)
{
    char shown[TEXT_SHOWN];
    struct place place = { out, text_shown(dir, sizeof shown, shown), format };

    if (!format) {
        fprintf(out, "\nResults are in %s/; pictures: negosim plot %s\n", shown, shown);
        return;
    }
    fprintf(out, "\nResults are in %s/. Pictures:\n", shown);
    pictures_each(dir, print_picture, &place);
}

void output_close(const struct options *options, const char *dir)
{
    char shown[TEXT_SHOWN];

    if (options->quiet)
        return;
    if (options->command->bit & TAKES_PICTURES)
        output_places(stdout, dir, options->plot ? pictures_format(options) : NULL);
    else
        printf("\nResults are in %s/\n", text_shown(dir, sizeof shown, shown));
    if (options->report)
        printf("The page is %s/" REPORT_FILE "\n", text_shown(dir, sizeof shown, shown));
}
