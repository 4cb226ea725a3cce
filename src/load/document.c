/* document.c - a scenario as libconfig sees it: files, includes and settings from outside */
#include "document.h"

#include "override.h"
#include "scan.h"
#include "text.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_PATH = 4096, MAX_INCLUDE_DEPTH = 8 /* libconfig gives up at 10 */, MAX_INCLUDE = 256 };

static char *read_all(FILE *f, size_t *n)
{
    size_t room = 1 << 16;
    char *text = malloc(room);

    *n = 0;
    while (text) {
        *n += fread(text + *n, 1, room - 1 - *n, f);
        if (*n + 1 < room || *n > SCAN_MAX_BYTES)
            break;
        room *= 2;
        char *more = realloc(text, room);
        if (!more)
            free(text);
        text = more;
    }
    if (text)
        text[*n] = '\0';
    return text;
}

static enum error_code read_file(const char *path, char **text, size_t *n, struct error *err)
{
    struct stat status;
    FILE *f;

    if (strcmp(path, "-") == 0) {
        *text = read_all(stdin, n);
        if (*text && ferror(stdin)) {
            free(*text);
            return error_set(err, ERR_IO, "cannot read standard input: %s", strerror(errno));
        }
        return *text ? OK : error_set(err, ERR_MEMORY, "not enough memory for standard input");
    }
    if (stat(path, &status) != 0)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return error_set(err, ERR_IO, "cannot read '%s': it is a folder", path);
    f = fopen(path, "rb");
    if (!f)
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(errno));
    *text = read_all(f, n);
    int bad = ferror(f), why = errno;
    fclose(f);
    if (!*text)
        return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", path);
    if (bad) {
        free(*text);
        return error_set(err, ERR_IO, "cannot read '%s': %s", path, strerror(why));
    }
    return OK;
}

void document_place(const char *scenario, const char *target, size_t size, char path[size])
{
    const char *slash = strrchr(scenario, '/');

    snprintf(path, size, "%.*s%s", slash ? (int)(slash - scenario) + 1 : 0, scenario, target);
}

struct family {
    const char *scenario; /* its path; includes are looked for beside it */
    bool may_include;
    int n_include; /* so far; files that include each other many times over would never end */
    uint64_t hash;
    size_t bytes;
};

static enum error_code check_text(struct family *family, const char *name, const char *text,
                                  size_t n, int depth, struct error *err);

static enum error_code check_include(struct family *family, const char *from, int line,
                                     const char *target, int depth, struct error *err)
{
    char path[MAX_PATH], *text;
    struct stat status;
    struct error unread = { 0 };
    size_t n;

    if (family->n_include++ == MAX_INCLUDE)
        return error_at(err, from, line, "more than %d files are included", MAX_INCLUDE);
    if (depth > MAX_INCLUDE_DEPTH)
        return error_at(err, from, line, "'%s': includes are nested deeper than %d; in a circle?",
                        target, MAX_INCLUDE_DEPTH);
    document_place(family->scenario, target, sizeof path, path);
    if (stat(path, &status) != 0)
        return error_at(err, from, line, "cannot include '%s': %s", path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        return error_at(err, from, line, "cannot include '%s': not a file", path);
    if (read_file(path, &text, &n, &unread) != OK)
        return error_at(err, from, line, "%s", unread.text);
    enum error_code code = check_text(family, path, text, n, depth, err);
    free(text);
    return code;
}

/* Scans a text and all that it includes, before libconfig sees any of it. */
static enum error_code check_text(struct family *family, const char *name, const char *text,
                                  size_t n, int depth, struct error *err)
{
    struct scan_includes *includes = malloc(sizeof *includes);

    if (!includes)
        return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", name);
    enum error_code code = scan_text(name, text, n, depth > 0, includes, err);
    family->hash = text_hash(family->hash, text, n);
    family->bytes += n;
    for (size_t i = 0; code == OK && i < includes->n; i++)
        code = family->may_include
                   ? check_include(family, name, includes->at[i].line, includes->at[i].path,
                                   depth + 1, err)
                   : error_at(err, name, includes->at[i].line, "nothing can be included here");
    free(includes);
    return code;
}

static void folder_of(const char *path, size_t size, char folder[size])
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        snprintf(folder, size, ".");
    else
        snprintf(folder, size, "%.*s", slash == path ? 1 : (int)(slash - path), path);
}

/* libconfig's own words, with what helps where they are terse. */
static enum error_code syntax_error(const struct document *d, struct error *err)
{
    const char *file = config_error_file(&d->config), *text = config_error_text(&d->config);
    const char *hint = "";
    char place[MAX_PATH];

    if (strstr(text, "mismatched element type"))
        hint = "; in [ ] all must be of one kind: write 1.0 for 1, or use ( )";
    else if (strcmp(text, "syntax error") == 0)
        hint =
            "; is a ';' or ',' missing here or on the line before, or are quotes missing round a "
            "word?";
    document_place(file ? d->name : "", file ? file : d->name, sizeof place, place);
    return error_at(err, place, config_error_line(&d->config), "%s%s", text, hint);
}

/* libconfig does not look whether it was given the memory that it asked for: that there is enough
 * is made sure of before, generously (a setting of ten letters takes it some two hundred bytes). */
static enum error_code check_memory(const struct document *d, size_t n, struct error *err)
{
    void *room = malloc(((size_t)1 << 20) + 32 * n);

    if (!room)
        return error_set(err, ERR_MEMORY, "not enough memory to read '%s'", d->name);
    free(room);
    return OK;
}

static enum error_code parse(struct document *d, const char *folder, const char *text, size_t n,
                             struct error *err)
{
    struct family family = { .scenario = d->name,
                             .may_include = folder != NULL,
                             .hash = TEXT_HASH_START };

    if (check_text(&family, d->name, text, n, 0, err) != OK ||
        check_memory(d, family.bytes, err) != OK)
        return err->code;
    d->text_hash = family.hash;
    if (folder)
        config_set_include_dir(&d->config, folder);
    if (!config_read_string(&d->config, text))
        return syntax_error(d, err);
    return OK;
}

static enum error_code override_all(struct document *d, size_t n_set, const char *const set[],
                                    struct error *err)
{
    for (size_t i = 0; i < n_set; i++) {
        if (override_apply(&d->config, set[i], err) != OK)
            return err->code;
        d->text_hash = text_hash(d->text_hash, set[i], strlen(set[i]) + 1);
    }
    return OK;
}

static enum error_code parse_and_set(struct document *d, const char *path, const char *text,
                                     size_t n, size_t n_set, const char *const set[],
                                     struct error *err)
{
    char folder[MAX_PATH];

    folder_of(path, sizeof folder, folder);
    enum error_code code = parse(d, folder, text, n, err);
    return code == OK ? override_all(d, n_set, set, err) : code;
}

/* One thread at a time has libconfig at work, so that what check_memory found is there for it. */
enum error_code document_open(struct document *d, const char *path, size_t n_set,
                              const char *const set[], struct error *err)
{
    static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
    char *text = NULL;
    size_t n = 0;

    *d = (struct document){ .name = strcmp(path, "-") == 0 ? "standard input" : path };
    config_init(&d->config);
    if (read_file(path, &text, &n, err) != OK)
        return err->code;
    pthread_mutex_lock(&turn);
    enum error_code code = parse_and_set(d, path, text, n, n_set, set, err);
    pthread_mutex_unlock(&turn);
    free(text);
    return code;
}

enum error_code document_parse(struct document *d, const char *name, const char *text, size_t n,
                               size_t n_set, const char *const set[], struct error *err)
{
    *d = (struct document){ .name = name };
    config_init(&d->config);
    if (parse(d, NULL, text, n, err) != OK)
        return err->code;
    return override_all(d, n_set, set, err);
}

void document_close(struct document *d)
{
    config_destroy(&d->config);
}
