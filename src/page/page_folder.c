/* page_folder.c - a folder of results as a page reads it: manifest, facts and tables */
#include "page_folder.h"

#include "arena.h"
#include "listing.h"
#include "site.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FACTS "facts.json"
#define SUMMARY "summary.txt"

const char *page_text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

double page_number_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

const json_t *page_named(const json_t *list, const char *name)
{
    const json_t *one;
    size_t i;

    json_array_foreach(list, i, one) if (strcmp(page_text_of(one, "name"), name) == 0) return one;
    return NULL;
}

const char *page_folder_text(const struct page_folder *f, const char *key)
{
    return page_text_of(f->manifest, key);
}

const char *page_folder_design(const struct page_folder *f)
{
    return strcmp(page_folder_text(f, "design"), "sobol") == 0 ? "Sobol' " : "";
}

double page_folder_count(const struct page_folder *f, const char *key)
{
    const double x = page_number_of(f->manifest, key);
    return isnan(x) ? 0 : x;
}

/* The word of "negosim run ..."; a manifest from elsewhere may have anything there. */
static void read_kind(struct page_folder *f)
{
    const char *word = strchr(page_folder_text(f, "command"), ' ');
    const size_t n = word ? strspn(word + 1, "abcdefghijklmnopqrstuvwxyz") : 0;

    snprintf(f->kind, sizeof f->kind, "%.*s", (int)(n < sizeof f->kind ? n : 0),
             word ? word + 1 : "");
}

/* What names of columns are made of: those of a sweep have paths in them. */
static bool is_name(const char *text)
{
    return text[0] && !text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_./")];
}

static enum error_code not_ours(const char *path, const char *file, struct error *err)
{
    return error_set(err, ERR_IO, "'%s/%s' is not as negosim wrote it; make these results again",
                     path, file);
}

/* Reads the table in `file`, "proposals.csv", whose name stays in the manifest. */
static enum error_code read_table(struct page_folder *f, int dir, const char *file,
                                  struct error *err)
{
    static const char end[] = ".csv";
    char path[SITE_MAX_PATH + LISTING_NAME + 2];
    const size_t n = strlen(file), less = sizeof end - 1;

    if (f->n_table == PAGE_TABLES || n <= less || strcmp(file + n - less, end) != 0 ||
        strchr(file, '/'))
        return error_set(err, ERR_IO, "'%s' holds no results of negosim", f->path);
    if (listing_look(f->manifest, dir, file) != LISTING_OURS)
        return not_ours(f->path, file, err);
    snprintf(path, sizeof path, "%s/%s", f->path, file);
    f->table[f->n_table].name = file;
    return csv_grid_open(&f->table[f->n_table++].grid, path, err);
}

static enum error_code check_columns(const struct page_folder *f, struct error *err)
{
    for (size_t t = 0; t < f->n_table; t++) {
        const struct csv_text *text = &f->table[t].grid.text;
        for (size_t c = 0; c < text->n_column; c++)
            if (!is_name(text->column[c]))
                return error_set(err, ERR_IO, "'%s' holds no results of negosim", f->path);
    }
    return OK;
}

static enum error_code read_tables(struct page_folder *f, int dir, struct error *err)
{
    json_t *rows = json_object_get(f->manifest, "rows"), *n;
    const char *file;

    json_object_foreach(rows, file, n)
    {
        /* worlds, draws and runs by the thousand are for other programs */
        const bool is_long = strcmp(file, "posterior.csv") == 0 ||
                             strcmp(file, "agreement.csv") == 0 || strcmp(file, "talks.csv") == 0;
        if (is_long && listing_look(f->manifest, dir, file) != LISTING_OURS)
            return not_ours(f->path, file, err);
        if (!is_long && read_table(f, dir, file, err) != OK)
            return err->code;
    }
    return check_columns(f, err);
}

static enum error_code read_facts(struct page_folder *f, int dir, struct error *err)
{
    char path[SITE_MAX_PATH + LISTING_NAME + 2];

    switch (listing_look(f->manifest, dir, FACTS)) {
    case LISTING_ABSENT:
        return error_set(err, ERR_IO,
                         "'%s' has no " FACTS ", which older versions did not write; make these "
                         "results again",
                         f->path);
    case LISTING_THEIRS:
        return not_ours(f->path, FACTS, err);
    case LISTING_OURS:
        break;
    }
    snprintf(path, sizeof path, "%s/" FACTS, f->path);
    f->facts = json_load_file(path, 0, NULL);
    f->scenario = json_array_get(json_object_get(f->facts, "scenarios"), 0);
    if (!json_is_object(f->scenario))
        return not_ours(f->path, FACTS, err);
    return OK;
}

/* The text of a file of ours, cut after `most` bytes: to be freed.  NULL after an error. */
static char *read_text(const struct page_folder *f, int dir, const char *name, size_t most,
                       struct error *err)
{
    char path[SITE_MAX_PATH + LISTING_NAME + 2];
    char *text = memory_alloc(most + 1, 1, err);

    snprintf(path, sizeof path, "%s/%s", f->path, name);
    if (text && listing_look(f->manifest, dir, name) != LISTING_OURS)
        not_ours(f->path, name, err);
    FILE *in = err->code == OK ? fopen(path, "r") : NULL;
    if (err->code == OK && !in)
        error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    if (in) {
        text[fread(text, 1, most, in)] = '\0';
        fclose(in);
        return text;
    }
    free(text);
    return NULL;
}

/* What was said, and the scenario as it was read: of several the first one's. */
static enum error_code read_texts(struct page_folder *f, int dir, struct error *err)
{
    enum { MOST = 1 << 18 };
    const char *file = page_text_of(f->scenario, "file");

    f->summary = read_text(f, dir, SUMMARY, MOST, err);
    if (f->summary && !strchr(file, '/') && strlen(file) < LISTING_NAME)
        f->text = read_text(f, dir, file, MOST, err);
    else if (f->summary)
        not_ours(f->path, FACTS, err);
    return err->code;
}

enum error_code page_folder_open(struct page_folder *f, const char *path, struct error *err)
{
    *f = (struct page_folder){ .path = path, .manifest = listing_open(path) };
    const int dir = f->manifest ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

    if (dir < 0)
        return error_set(err, ERR_IO, "'%s' holds no results of negosim", path);
    read_kind(f);
    if (read_facts(f, dir, err) == OK && read_texts(f, dir, err) == OK)
        (void)read_tables(f, dir, err);
    close(dir);
    return err->code;
}

void page_folder_release(struct page_folder *f)
{
    for (size_t i = 0; i < f->n_table; i++)
        csv_grid_release(&f->table[i].grid);
    free(f->summary);
    free(f->text);
    json_decref(f->facts);
    json_decref(f->manifest);
    *f = (struct page_folder){ .n_table = 0 };
}

const struct csv_grid *page_folder_table(const struct page_folder *f, const char *name)
{
    const size_t n = strlen(name);

    for (size_t i = 0; f && i < f->n_table; i++)
        if (strncmp(f->table[i].name, name, n) == 0 && strcmp(f->table[i].name + n, ".csv") == 0)
            return &f->table[i].grid;
    return NULL;
}
