/* manuscript.c - a scenario's file and all that it includes, read once and joined to one text */
#include "manuscript.h"

#include "arena.h"
#include "scan.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_PATH = 4096, MAX_INCLUDE_DEPTH = 8, MAX_INCLUDE = 256 };

/* Stops soon after SCAN_MAX_BYTES: the scanner refuses more, and a device may never end. */
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

static enum error_code read_stdin(char **text, size_t *n, struct error *err)
{
    *text = read_all(stdin, n);
    if (!*text)
        return error_set(err, ERR_MEMORY, "not enough memory for standard input");
    if (!ferror(stdin))
        return OK;
    free(*text);
    return error_set(err, ERR_IO, "cannot read standard input: %s", strerror(errno));
}

static enum error_code read_file(const char *path, char **text, size_t *n, struct error *err)
{
    struct stat status;
    FILE *f;

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

/* A manuscript that is being put together. */
struct collation {
    struct manuscript *m;
    const char *scenario; /* its path; includes are looked for in its folder; NULL: none allowed */
    int n_include;        /* so far; a limit of depth alone would allow billions */
    struct error *err;
};

/* A file, or a part of one, that is being added. */
struct source {
    const char *name, *text;
    size_t n;
    int depth; /* 0: the scenario itself */
};

static enum error_code add_source(struct collation *c, const struct source *source);

static enum error_code add_text(struct collation *c, const char *text, size_t n)
{
    struct manuscript *m = c->m;

    if (n >= m->room - m->n) {
        const size_t room = 2 * (m->n + n) + 1;
        char *more = realloc(m->text, room);
        if (!more)
            return error_set(c->err, ERR_MEMORY, "not enough memory to read '%s'", m->name);
        m->text = more;
        m->room = room;
    }
    memcpy(m->text + m->n, text, n);
    m->n += n;
    m->text[m->n] = '\0';
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(text + n - at))); at++)
        m->n_line++;
    return OK;
}

/* From here on, the lines of the text are those of a file from `line` on. */
static enum error_code add_piece(struct collation *c, const char *file, bool is_included, int line)
{
    struct manuscript *m = c->m;

    if (m->n_piece == m->room_piece) {
        const size_t room = 2 * m->room_piece + 1;
        struct manuscript_piece *more = realloc(m->piece, room * sizeof *more);
        if (!more)
            return error_set(c->err, ERR_MEMORY, "not enough memory to read '%s'", m->name);
        m->piece = more;
        m->room_piece = room;
    }
    char *name = strdup(file);
    if (!name)
        return error_set(c->err, ERR_MEMORY, "not enough memory to read '%s'", m->name);
    m->piece[m->n_piece++] = (struct manuscript_piece){ m->n_line, line, name, is_included, false };
    return OK;
}

static void place_beside(const char *scenario, const struct scan_gap *gap, size_t size,
                         char path[size])
{
    const char *slash = strrchr(scenario, '/');

    snprintf(path, size, "%.*s%.*s", slash ? (int)(slash - scenario) + 1 : 0, scenario,
             (int)gap->path_length, gap->path);
}

static enum error_code include(struct collation *c, const struct source *from,
                               const struct scan_gap *gap)
{
    char path[MAX_PATH], *text;
    struct stat status;
    struct error unread = { 0 };
    size_t n;

    if (!c->scenario)
        return error_at(c->err, from->name, gap->line, "nothing can be included here");
    if (c->n_include++ == MAX_INCLUDE)
        return error_at(c->err, from->name, gap->line, "more than %d files are included",
                        MAX_INCLUDE);
    if (from->depth == MAX_INCLUDE_DEPTH)
        return error_at(c->err, from->name, gap->line,
                        "'%.*s': includes are nested deeper than %d; in a circle?",
                        (int)gap->path_length, gap->path, MAX_INCLUDE_DEPTH);
    place_beside(c->scenario, gap, sizeof path, path);
    if (stat(path, &status) != 0)
        return error_at(c->err, from->name, gap->line, "cannot include '%s': %s", path,
                        strerror(errno));
    /* A pipe could wait for ever. */
    if (!S_ISREG(status.st_mode))
        return error_at(c->err, from->name, gap->line, "cannot include '%s': not a file", path);
    if (read_file(path, &text, &n, &unread) != OK)
        return error_at(c->err, from->name, gap->line, "%s", unread.text);
    enum error_code code = add_source(c, &(struct source){ path, text, n, from->depth + 1 });
    free(text);
    return code;
}

/* Comments that say whose lines follow, so that a text written by manuscript_write reads again with
 * the same draws. */
#define MARK_INCLUDED "#negosim: included "
#define MARK_OWN "#negosim: the scenario's own"

static bool is_mark(const struct scan_gap *gap, const char *text, const char *mark)
{
    return gap->last - gap->first >= strlen(mark) &&
           memcmp(text + gap->first, mark, strlen(mark)) == 0;
}

/* A mark stays in the text, and what follows it begins a piece. */
static enum error_code add_mark(struct collation *c, const struct source *source,
                                const struct scan_gap *gap)
{
    const bool is_included = is_mark(gap, source->text, MARK_INCLUDED);

    if (add_text(c, source->text + gap->first, gap->last - gap->first) != OK ||
        add_piece(c, source->name, is_included, gap->line) != OK)
        return c->err->code;
    c->m->piece[c->m->n_piece - 1].is_marked = true;
    return OK;
}

/* A comment becomes a blank, since it may part two words, and its line breaks, so that lines keep
 * their numbers.  An included file begins on a new line, and so does the text after it: each line
 * is of one file. */
static enum error_code add_gap(struct collation *c, const struct source *source,
                               const struct scan_gap *gap)
{
    const char *at = source->text + gap->first, *end = source->text + gap->last;

    if (gap->path) {
        if (add_text(c, "\n", 1) != OK || include(c, source, gap) != OK ||
            add_text(c, "\n", 1) != OK)
            return c->err->code;
        return add_piece(c, source->name, source->depth > 0, gap->line);
    }
    if (source->depth == 0 &&
        (is_mark(gap, source->text, MARK_INCLUDED) || is_mark(gap, source->text, MARK_OWN)))
        return add_mark(c, source, gap);
    enum error_code code = add_text(c, " ", 1);
    for (; code == OK && (at = memchr(at, '\n', (size_t)(end - at))); at++)
        code = add_text(c, "\n", 1);
    return code;
}

static enum error_code add_parts(struct collation *c, const struct source *source,
                                 const struct scan_gaps *gaps)
{
    size_t at = 0;

    if (add_piece(c, source->name, source->depth > 0, 1) != OK)
        return c->err->code;
    for (size_t i = 0; i < gaps->n; at = gaps->at[i++].last)
        if (add_text(c, source->text + at, gaps->at[i].first - at) != OK ||
            add_gap(c, source, &gaps->at[i]) != OK)
            return c->err->code;
    return add_text(c, source->text + at, source->n - at);
}

static enum error_code add_source(struct collation *c, const struct source *source)
{
    struct scan_gaps gaps = { 0 };
    enum error_code code =
        scan_text(source->name, source->text, source->n, source->depth > 0, &gaps, c->err);

    c->m->hash = text_hash(c->m->hash, source->text, source->n);
    if (code == OK)
        code = add_parts(c, source, &gaps);
    scan_gaps_release(&gaps);
    return code;
}

static enum error_code collate(struct manuscript *m, const char *path, const char *text, size_t n,
                               struct error *err)
{
    struct collation c = { .m = m, .scenario = path, .err = err };

    m->n_line = 1;
    m->hash = TEXT_HASH_START;
    return add_source(&c, &(struct source){ m->name, text, n, 0 });
}

enum error_code manuscript_read(struct manuscript *m, const char *path, struct error *err)
{
    char *text = NULL;
    size_t n = 0;

    const bool is_stdin = strcmp(path, "-") == 0;

    *m = (struct manuscript){ .name = is_stdin ? "standard input" : path };
    if ((is_stdin ? read_stdin(&text, &n, err) : read_file(path, &text, &n, err)) != OK)
        return err->code;
    enum error_code code = collate(m, path, text, n, err);
    free(text);
    return code;
}

enum error_code manuscript_take(struct manuscript *m, const char *name, const char *text, size_t n,
                                struct error *err)
{
    *m = (struct manuscript){ .name = name };
    return collate(m, NULL, text, n, err);
}

void manuscript_release(struct manuscript *m)
{
    for (size_t i = 0; i < m->n_piece; i++)
        free(m->piece[i].file);
    free(m->piece);
    free(m->text);
    *m = (struct manuscript){ 0 };
}

/* The last piece that begins at or before the line. */
static const struct manuscript_piece *piece_at(const struct manuscript *m, int line)
{
    assert(m->n_piece > 0);
    size_t low = 0, high = m->n_piece;

    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (m->piece[middle].from <= line)
            low = middle;
        else
            high = middle;
    }
    return &m->piece[low];
}

struct location manuscript_place(const struct manuscript *m, int line)
{
    const struct manuscript_piece *piece = piece_at(m, line);

    return (struct location){ piece->file, piece->line + line - piece->from };
}

bool manuscript_is_included(const struct manuscript *m, int line)
{
    return piece_at(m, line)->is_included;
}

static void write_mark(const struct manuscript_piece *piece, FILE *out)
{
    const char *slash = strrchr(piece->file, '/');
    char shown[TEXT_SHOWN];

    if (piece->is_included)
        fprintf(out, MARK_INCLUDED "%s\n",
                text_shown(slash ? slash + 1 : piece->file, sizeof shown, shown));
    else
        fprintf(out, MARK_OWN "\n");
}

void manuscript_write(const struct manuscript *m, FILE *out)
{
    const char *at = m->text, *end = m->text + m->n;
    size_t next = 1; /* the first piece begins where the text does */

    for (int line = 1; at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        while (next < m->n_piece && m->piece[next].from < line)
            next++;
        /* of pieces that begin on one line, the last has it */
        while (next + 1 < m->n_piece && m->piece[next + 1].from == line)
            next++;
        if (next < m->n_piece && m->piece[next].from == line && !m->piece[next].is_marked)
            write_mark(&m->piece[next], out);
        stop = stop ? stop + 1 : end;
        fwrite(at, 1, (size_t)(stop - at), out);
        at = stop;
    }
}
