/* checkpoint.c - a text that grows piece by piece and can be resumed after any interruption */
#include "checkpoint.h"

#include "arena.h"
#include "text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FORMAT "negosim checkpoint 2"

enum { MAX_LINE = 4096 };

struct checkpoint {
    FILE *text, *journal;
    const char *text_path, *journal_path; /* borrowed */
    uint64_t most;                        /* pieces of the whole text */
    uint64_t pieces, bytes;
    uint64_t hash, lines; /* of the text, and of the journal's lines */
};

static enum error_code cannot_write(const char *path, int why, struct error *err)
{
    return error_set(err, ERR_WRITE, "cannot write '%s': %s", path, strerror(why ? why : EIO));
}

/* Opens a file, or makes it, without a change to what is in it. */
static FILE *open_file(const char *path)
{
    FILE *f = fopen(path, "r+");
    return f ? f : fopen(path, "w+");
}

static bool read_line(FILE *f, char line[static MAX_LINE])
{
    if (!fgets(line, MAX_LINE, f))
        return false;
    size_t length = strlen(line);
    if (length == 0 || line[length - 1] != '\n')
        return false; /* torn */
    line[length - 1] = '\0';
    return true;
}

/* Adds a line that was read or written, with its end, to the hash of the journal. */
static void count_line(struct checkpoint *c, const char *line)
{
    c->lines = text_hash(text_hash(c->lines, line, strlen(line)), "\n", 1);
}

/* Writes the line of a fact: "seed: 1". */
static void write_fact(const struct identity *fact, char line[static MAX_LINE])
{
    snprintf(line, MAX_LINE, "%s: %s", fact->key, fact->value);
}

void identity_difference(const struct identity *fact, const char *there, size_t size,
                         char out[size])
{
    enum { SHOWN = 110, BEFORE = 40 };
    const char *here = fact->value;
    size_t from = 0;

    /* of long values that differ only behind their first 110 letters both would look the same */
    if (strlen(there) > SHOWN || strlen(here) > SHOWN) {
        while (there[from] && there[from] == here[from])
            from++;
        from -= from < BEFORE ? from : BEFORE;
    }
    const char *dots = from ? "..." : "";
    snprintf(out, size, "%s differs: '%s%.*s' there, '%s%.*s' here", fact->meaning, dots, SHOWN,
             there + from, dots, SHOWN, here + from);
}

static enum error_code differs(const struct checkpoint *c, const struct identity *fact,
                               const char *there, struct error *err)
{
    const size_t begin = strlen(fact->key) + 2;
    char difference[400];

    if (strncmp(there, fact->key, strlen(fact->key)) != 0)
        return error_set(err, ERR_IO, "'%s' is of another sweep: it says nothing of '%s'",
                         c->journal_path, fact->key);
    identity_difference(fact, there + begin, sizeof difference, difference);
    return error_set(err, ERR_IO,
                     "'%s' is of another sweep: %s; begin anew with --force in place of --resume, "
                     "or choose another folder with -o",
                     c->journal_path, difference);
}

/* Compares the journal's identity with ours.  *is_empty: the identity itself was torn, so that no
 * piece can follow and there is nothing to resume. */
static enum error_code check_identity(struct checkpoint *c, size_t n,
                                      const struct identity identity[], bool *is_empty,
                                      struct error *err)
{
    char line[MAX_LINE], want[MAX_LINE];

    *is_empty = true;
    if (!read_line(c->journal, line))
        return OK;
    if (strcmp(line, FORMAT) != 0)
        return error_set(
            err, ERR_IO,
            "'%s' is no checkpoint that this version reads: it begins '%.60s', not '%s'",
            c->journal_path, line, FORMAT);
    for (size_t i = 0; i < n; i++) {
        write_fact(&identity[i], want);
        if (!read_line(c->journal, line))
            return OK;
        if (strcmp(line, want) != 0)
            return differs(c, &identity[i], line, err);
        count_line(c, line);
    }
    *is_empty = false;
    return OK;
}

/* Hashes the text up to `bytes`; false when it is shorter. */
static bool hash_up_to(struct checkpoint *c, uint64_t bytes, uint64_t *at, uint64_t *hash)
{
    char part[1 << 14];

    while (*at < bytes) {
        size_t want = bytes - *at < sizeof part ? (size_t)(bytes - *at) : sizeof part;
        size_t n = fread(part, 1, want, c->text);
        if (n == 0)
            return false;
        *hash = text_hash(*hash, part, n);
        *at += n;
    }
    return true;
}

/* Writes the line of the next piece: its number, the bytes of the text up to its end, the hash of
 * these, and the hash of all lines so far with this one. */
static void write_piece(const struct checkpoint *c, uint64_t bytes, uint64_t hash,
                        char line[static MAX_LINE])
{
    const int n =
        snprintf(line, MAX_LINE, "%" PRIu64 " %" PRIu64 " %016" PRIx64, c->pieces + 1, bytes, hash);

    snprintf(line + n, MAX_LINE - (size_t)n, " %016" PRIx64, text_hash(c->lines, line, (size_t)n));
}

static void take_piece(struct checkpoint *c, uint64_t bytes, uint64_t hash, const char *line)
{
    c->pieces++;
    c->bytes = bytes;
    c->hash = hash;
    count_line(c, line);
}

/* Finds the last good piece: reads the journal as long as each line is the one that we would write
 * for the text that is there.  *end: where the last such line ends in the journal. */
static void find_end(struct checkpoint *c, long *end)
{
    uint64_t bytes, at = 0, hash = TEXT_HASH_START;
    char line[MAX_LINE], want[MAX_LINE];

    *end = ftell(c->journal);
    while (c->pieces < c->most && read_line(c->journal, line)) {
        if (sscanf(line, "%*u %" SCNu64, &bytes) != 1 || bytes < at ||
            !hash_up_to(c, bytes, &at, &hash))
            return;
        write_piece(c, bytes, hash, want);
        if (strcmp(line, want) != 0)
            return;
        take_piece(c, bytes, hash, line);
        *end = ftell(c->journal);
    }
}

/* Drops what lies behind the last good piece, and goes on writing there. */
static enum error_code cut(FILE *f, const char *path, uint64_t length, struct error *err)
{
    if (ftruncate(fileno(f), (off_t)length) != 0 || fseeko(f, (off_t)length, SEEK_SET) != 0)
        return cannot_write(path, errno, err);
    return OK;
}

static enum error_code begin(struct checkpoint *c, size_t n, const struct identity identity[],
                             struct error *err)
{
    char line[MAX_LINE];

    if (cut(c->text, c->text_path, 0, err) != OK || cut(c->journal, c->journal_path, 0, err) != OK)
        return err->code;
    c->lines = TEXT_HASH_START;
    errno = 0;
    int bad = fputs(FORMAT "\n", c->journal) < 0;
    for (size_t i = 0; i < n; i++) {
        write_fact(&identity[i], line);
        count_line(c, line);
        bad |= fprintf(c->journal, "%s\n", line) < 0;
    }
    bad |= fflush(c->journal) != 0;
    return bad ? cannot_write(c->journal_path, errno, err) : OK;
}

static enum error_code open_both(struct checkpoint *c, bool go_on, size_t n,
                                 const struct identity identity[], struct error *err)
{
    bool is_empty = true;
    long end;

    c->journal = open_file(c->journal_path);
    c->text = c->journal ? open_file(c->text_path) : NULL;
    if (!c->text)
        return cannot_write(c->journal ? c->text_path : c->journal_path, errno, err);
    if (go_on && check_identity(c, n, identity, &is_empty, err) != OK)
        return err->code;
    if (is_empty)
        return begin(c, n, identity, err);
    find_end(c, &end);
    if (cut(c->text, c->text_path, c->bytes, err) != OK)
        return err->code;
    return cut(c->journal, c->journal_path, (uint64_t)end, err);
}

enum error_code checkpoint_open(struct checkpoint **opened, const char *text_path,
                                const char *journal_path, bool go_on, size_t n,
                                const struct identity identity[], uint64_t most, uint64_t *done,
                                struct error *err)
{
    struct checkpoint *c = memory_alloc(1, sizeof *c, err);

    *opened = c;
    if (!c)
        return err->code;
    *c = (struct checkpoint){ .text_path = text_path,
                              .journal_path = journal_path,
                              .most = most,
                              .hash = TEXT_HASH_START,
                              .lines = TEXT_HASH_START };
    if (open_both(c, go_on, n, identity, err) != OK) {
        struct error ignored = { .code = OK };
        if (checkpoint_close(c, &ignored) != OK)
            ignored.code = OK; /* the first error is the one to report */
        *opened = NULL;
        return err->code;
    }
    *done = c->pieces;
    return OK;
}

/* Writes the text first: a journal that is behind costs one piece, one that is ahead would speak of
 * a text that is not there.  Flushing is enough against a kill; after a power cut the hashes find
 * the last piece that reached the disk, so that pieces need no fsync. */
enum error_code checkpoint_add(struct checkpoint *c, const char *piece, size_t n, struct error *err)
{
    const uint64_t hash = text_hash(c->hash, piece, n);
    char line[MAX_LINE];

    write_piece(c, c->bytes + n, hash, line);
    errno = 0;
    if (fwrite(piece, 1, n, c->text) != n || fflush(c->text) != 0)
        return cannot_write(c->text_path, errno, err);
    if (fprintf(c->journal, "%s\n", line) < 0 || fflush(c->journal) != 0)
        return cannot_write(c->journal_path, errno, err);
    take_piece(c, c->bytes + n, hash, line);
    return OK;
}

uint64_t checkpoint_hash(const struct checkpoint *c)
{
    return c->hash;
}

enum error_code checkpoint_close(struct checkpoint *c, struct error *err)
{
    int bad = 0;

    if (!c)
        return OK;
    errno = 0;
    if (c->text)
        bad |= fflush(c->text) != 0 || fsync(fileno(c->text)) != 0;
    if (c->journal)
        bad |= fflush(c->journal) != 0 || fsync(fileno(c->journal)) != 0;
    /* both are closed even after a failure; the first reason is the one to report */
    int why = errno;
    if (c->text)
        bad |= fclose(c->text) != 0;
    if (c->journal)
        bad |= fclose(c->journal) != 0;
    if (bad)
        cannot_write(c->text_path, why ? why : errno, err);
    free(c);
    return bad ? err->code : OK;
}
