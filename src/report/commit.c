/* commit.c - new results take the place of old ones: all of them, or none */
#include "commit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Up to three moves for each file (the old one aside, a foreign one out of the way, the new one
 * in), and a listing has at most 128 files (listing.c). */
enum { MAX_MOVE = 512 };

struct move {
    int from, to; /* folders */
    char name[LISTING_NAME], new_name[LISTING_NAME + 16];
};

struct change {
    const char *place;
    int dir, partial, old;
    bool force;
    json_t *before, *after; /* manifests; before may be NULL */
    struct commit_notes *notes;
    size_t n_move; /* moves that were made, to be undone after an error */
    struct move move[MAX_MOVE];
};

static bool is_there(int dir, const char *name)
{
    struct stat status;
    return fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

bool commit_is_due(int partial)
{
    return is_there(partial, LISTING_MANIFEST);
}

void commit_kept_name(int dir, const char *name, char kept[static LISTING_NAME + 16])
{
    snprintf(kept, LISTING_NAME + 16, "%s.kept", name);
    for (int i = 2; is_there(dir, kept) && i < 10000; i++)
        snprintf(kept, LISTING_NAME + 16, "%s.kept%d", name, i);
}

static enum error_code move(struct change *c, int from, const char *name, int to,
                            const char *new_name, struct error *err)
{
    struct move *m = &c->move[c->n_move];

    if (c->n_move == MAX_MOVE)
        return error_set(err, ERR_IO, "too many files in '%s'", c->place);
    *m = (struct move){ .from = from, .to = to };
    snprintf(m->name, sizeof m->name, "%s", name);
    snprintf(m->new_name, sizeof m->new_name, "%s", new_name);
    if (renameat(from, name, to, new_name) != 0)
        return error_set(err, ERR_WRITE, "cannot write '%.150s/%s': %s", c->place, name,
                         strerror(errno));
    c->n_move++;
    return OK;
}

/* Last move first: it may have taken the name that an earlier one had freed. */
static bool undo(struct change *c)
{
    bool whole = true;

    while (c->n_move > 0) {
        const struct move *m = &c->move[--c->n_move];
        whole &= renameat(m->to, m->new_name, m->from, m->name) == 0;
    }
    return whole;
}

static void note(struct change *c, const char *name, const char *kept)
{
    struct commit_notes *notes = c->notes;

    if (notes->n == COMMIT_NOTES)
        return;
    snprintf(notes->note[notes->n].name, LISTING_NAME, "%s", name);
    snprintf(notes->note[notes->n].kept, LISTING_NAME + 16, "%s", kept);
    notes->n++;
}

/* Whether a file of the new results is not to come from .partial: it is an old file that they keep,
 * or was moved before a kill. */
static bool stays(const struct change *c, const char *name)
{
    return listing_hash_of(c->after, name) && !is_there(c->partial, name);
}

/* Step 1.  The manifest goes first, so that PLACE has none while files are missing.  After a kill
 * in this step it is in `old` already, and is read from there. */
static enum error_code set_aside(struct change *c, struct error *err)
{
    const char *name;
    json_t *hash;
    json_t *there = listing_read(c->dir);

    if (there && move(c, c->dir, LISTING_MANIFEST, c->old, LISTING_MANIFEST, err) != OK) {
        json_decref(there);
        return err->code;
    }
    c->before = there ? there : listing_read(c->old);
    json_object_foreach(json_object_get(c->before, LISTING_FILES), name, hash)
    {
        const enum listing_state state = listing_look(c->before, c->dir, name);
        if (stays(c, name) || state == LISTING_ABSENT)
            continue;
        if (state == LISTING_OURS && move(c, c->dir, name, c->old, name, err) != OK)
            return err->code;
        if (state == LISTING_THEIRS && !listing_hash_of(c->after, name))
            note(c, name, "");
    }
    return OK;
}

/* What is still in the way is not ours, since step 1 has moved ours: with force it is renamed, and
 * never overwritten. */
static enum error_code put_in(struct change *c, const char *name, struct error *err)
{
    char kept[LISTING_NAME + 16];

    if (!is_there(c->dir, name))
        return move(c, c->partial, name, c->dir, name, err);
    if (!c->force)
        return error_set(err, ERR_IO,
                         "'%.120s/%s' is in the way, and not as negosim wrote it: move it, or say "
                         "--force",
                         c->place, name);
    commit_kept_name(c->dir, name, kept);
    if (move(c, c->dir, name, c->dir, kept, err) != OK)
        return err->code;
    note(c, name, kept);
    return move(c, c->partial, name, c->dir, name, err);
}

/* Step 2.  The manifest comes last: a folder that has one is complete. */
static enum error_code put_all_in(struct change *c, struct error *err)
{
    const char *name;
    json_t *hash;

    json_object_foreach(json_object_get(c->after, LISTING_FILES), name, hash)
    {
        if (is_there(c->partial, name) && put_in(c, name, err) != OK)
            return err->code;
    }
    fsync(c->dir); /* after a power cut no manifest may speak of files that are not there */
    return put_in(c, LISTING_MANIFEST, err);
}

/* Checks, before anything is moved, that each file of the new results is whole: in .partial, or in
 * its place already, after a kill.  A file that they keep may have been changed by somebody. */
static enum error_code check(const struct change *c, struct error *err)
{
    const char *name;
    json_t *hash, *there = listing_read(c->dir), *aside = listing_read(c->old);

    json_object_foreach(json_object_get(c->after, LISTING_FILES), name, hash)
    {
        const char *was = listing_hash_of(there ? there : aside, name);
        const bool same = was && strcmp(was, json_string_value(hash)) == 0;
        const enum listing_state state = listing_look(c->after, c->partial, name);
        if (state == LISTING_OURS ||
            (state == LISTING_ABSENT &&
             (same || listing_look(c->after, c->dir, name) == LISTING_OURS)))
            continue;
        error_set(err, ERR_IO, "'%.150s/.partial/%s' is not as it was written", c->place, name);
        break;
    }
    json_decref(there);
    json_decref(aside);
    return err->code;
}

static enum error_code change(struct change *c, struct error *err)
{
    c->after = listing_read(c->partial);
    if (!c->after)
        return error_set(err, ERR_IO, "'%.150s/.partial/" LISTING_MANIFEST "' cannot be read",
                         c->place);
    /* fails where a kill has left one; a real failure shows at openat */
    mkdirat(c->partial, COMMIT_OLD, 0777);
    c->old = openat(c->partial, COMMIT_OLD, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (c->old < 0)
        return error_set(err, ERR_WRITE, "cannot write in '%.150s/.partial': %s", c->place,
                         strerror(errno));
    if (check(c, err) != OK || set_aside(c, err) != OK)
        return err->code;
    return put_all_in(c, err);
}

enum error_code commit_finish(const char *place, int dir, int partial, bool force,
                              struct commit_notes *notes, struct error *err)
{
    struct change c = {
        .place = place, .dir = dir, .partial = partial, .old = -1, .force = force, .notes = notes
    };
    const size_t n_note = notes->n;
    struct error met = { .code = OK };

    if (change(&c, &met) == OK) {
        fsync(dir);
    } else {
        notes->n = n_note; /* what they tell of is undone */
        error_set(err, met.code,
                  "%.200s; the new results wait in '%.90s/.partial'%s: the next command there "
                  "brings them to their place",
                  met.text, place, undo(&c) ? "" : " and beside it");
    }
    json_decref(c.before);
    json_decref(c.after);
    if (c.old >= 0)
        close(c.old);
    return err->code;
}
