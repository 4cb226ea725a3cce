/* folder.c - a folder of results that appear together or not at all */
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The manifest while it is written: under its own name it says that the results are whole. */
#define NEW_MANIFEST "manifest.new"

/* Refuses a folder that holds files and no results of negosim, unless forced, since -o may be a
 * slip; for `earlier` it must hold results. */
static enum error_code check_place(DIR *dir, const char *path, const struct folder_use *use,
                                   struct error *err)
{
    json_t *manifest = listing_read(dirfd(dir));
    const bool has_results = manifest != NULL;

    json_decref(manifest);
    if (has_results || (use->force && !use->earlier))
        return OK;
    if (use->earlier)
        return error_set(err, ERR_IO, "'%s' holds no results of negosim", path);
    if (site_is_empty(dir))
        return OK;
    return error_set(err, ERR_IO,
                     "folder '%s' holds files that are not results of negosim; choose another "
                     "with -o, or write there all the same with --force",
                     path);
}

/* The same before anything is made there.  Where an earlier command has left a .partial it is put
 * off: take_place may have to bring results from there first. */
static enum error_code look_at_place(const char *path, const struct folder_use *use,
                                     struct error *err)
{
    DIR *dir = opendir(path);

    if (!dir && errno == ENOENT && !use->earlier)
        return OK;
    if (!dir)
        return error_set(err, ERR_IO, "cannot %s '%s': %s",
                         use->earlier ? "read" : "write results to", path, strerror(errno));
    if (!site_has_partial(dir))
        check_place(dir, path, use, err);
    closedir(dir);
    return err->code;
}

/* Brings results to their place that an earlier command, stopped just then, has left on the way. */
static enum error_code settle(struct folder *f, struct error *err)
{
    const struct site *site = &f->site;

    if (!commit_is_due(dirfd(site->partial)))
        return OK;
    if (commit_finish(site->path, dirfd(site->dir), dirfd(site->partial), f->force, &f->notes,
                      err) != OK)
        return err->code;
    site_clear(site);
    f->finished = true;
    return OK;
}

/* The error of a file that is not ours, with a name that we are to write.  Without a list of files
 * in its manifest (an old version), no file of the folder can be known as ours. */
static enum error_code in_the_way(const struct folder *f, const char *name, struct error *err)
{
    const char *path = f->site.path;
    const char *version = json_string_value(json_object_get(f->before, "version"));
    char kept[LISTING_NAME + 16];

    commit_kept_name(dirfd(f->site.dir), name, kept);
    if (f->before && !json_object_get(f->before, LISTING_FILES))
        return error_set(err, ERR_IO,
                         "the results in '%.120s' are of negosim %.20s, which did not note what it "
                         "wrote; choose another folder, or keep them under other names "
                         "('%s') by --force",
                         path, version ? version : "?", kept);
    return error_set(
        err, ERR_IO,
        "'%.120s/%s' %s; move it, choose another folder, or keep it as '%s' by --force", path, name,
        listing_hash_of(f->before, name) ? "was changed since negosim wrote it"
                                         : "is in the way, and not negosim's",
        kept);
}

static enum error_code check_names(const struct folder *f, const struct folder_use *use,
                                   struct error *err)
{
    for (size_t i = 0; i < use->n; i++)
        if (listing_look(f->before, dirfd(f->site.dir), use->names[i]) == LISTING_THEIRS)
            return in_the_way(f, use->names[i], err);
    return OK;
}

/* Makes the folder ready; no other process is at work in it from here on.  Settles first: the
 * checks are about what lies in the folder after that. */
static enum error_code take_place(struct folder *f, const struct folder_use *use, struct error *err)
{
    const struct site *site = &f->site;

    if (settle(f, err) != OK || check_place(site->dir, site->path, use, err) != OK)
        return err->code;
    f->before = listing_read(dirfd(site->dir));
    if (!use->force && check_names(f, use, err) != OK)
        return err->code;
    const bool half = faccessat(dirfd(site->partial), FOLDER_CHECKPOINT, F_OK, 0) == 0;
    if (half && !use->force && !use->resume)
        return error_set(err, ERR_IO,
                         "an unfinished sweep is in '%s/" SITE_PARTIAL "': go on with it by "
                         "--resume, or throw it away by --force",
                         site->path);
    if (!half || !use->resume)
        site_clear(site);
    return site_try_to_move(site, err);
}

static enum error_code begin(struct folder *f, const char *path, bool force, struct error *err)
{
    *f = (struct folder){ .force = force };
    f->files = json_object();
    if (!f->files)
        return error_set(err, ERR_MEMORY, "not enough memory for a folder");
    return site_name(&f->site, path, err);
}

enum error_code folder_open(struct folder *f, const char *path, const struct folder_use *use,
                            struct error *err)
{
    if (begin(f, path, use->force, err) == OK && look_at_place(f->site.path, use, err) == OK &&
        site_enter(&f->site, use->force, err) == OK)
        take_place(f, use, err);
    if (err->code != OK)
        folder_leave(f);
    return err->code;
}

enum error_code folder_settle(const char *path, struct folder *f, struct error *err)
{
    char manifest[SITE_MAX_PATH + 64];

    *f = (struct folder){ .force = false };
    /* looked at from outside: a command that only reads should make no folder and take no lock */
    snprintf(manifest, sizeof manifest, "%s/" SITE_PARTIAL "/" LISTING_MANIFEST, path);
    if (access(manifest, F_OK) != 0)
        return OK;
    if (begin(f, path, false, err) == OK && site_enter(&f->site, false, err) == OK)
        settle(f, err);
    folder_leave(f);
    return err->code;
}

void folder_partial(const struct folder *f, const char *name, size_t size, char path[size])
{
    snprintf(path, size, "%s/" SITE_PARTIAL "/%s", f->site.path, name);
}

enum error_code folder_adopt(struct folder *f, const char *name, struct error *err)
{
    char hash[LISTING_HASH];

    if (!listing_hash(dirfd(f->site.partial), name, hash))
        return error_set(err, ERR_IO, "cannot read '%.150s/" SITE_PARTIAL "/%s'", f->site.path,
                         name);
    if (json_object_set_new(f->files, name, json_string(hash)) != 0)
        return error_set(err, ERR_MEMORY, "not enough memory for a folder");
    return OK;
}

enum error_code folder_keep(struct folder *f, struct error *err)
{
    json_t *there = json_object_get(f->before, LISTING_FILES);

    if (there && json_object_update(f->files, there) != 0)
        return error_set(err, ERR_MEMORY, "not enough memory for a folder");
    return OK;
}

static enum error_code cannot_write(const struct folder *f, const char *name, int why,
                                    struct error *err)
{
    return error_set(err, ERR_WRITE, "cannot write '%s/%s': %s", f->site.path, name,
                     strerror(why ? why : EIO));
}

/* Writes in .partial only: a link of that name there is refused, wherever it leads. */
FILE *folder_file(struct folder *f, const char *name, struct error *err)
{
    const int file = openat(dirfd(f->site.partial), name,
                            O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);

    snprintf(f->open_name, sizeof f->open_name, "%s", name);
    f->open = file < 0 ? NULL : fdopen(file, "w");
    if (!f->open) {
        cannot_write(f, name, errno, err);
        if (file >= 0)
            close(file);
    }
    return f->open;
}

static enum error_code close_open(struct folder *f, struct error *err)
{
    errno = 0;
    int bad = fflush(f->open) != 0 || ferror(f->open) || fsync(fileno(f->open)) != 0;
    int why = errno;

    bad |= fclose(f->open) != 0;
    f->open = NULL;
    return bad ? cannot_write(f, f->open_name, why ? why : errno, err) : OK;
}

enum error_code folder_close_file(struct folder *f, struct error *err)
{
    return close_open(f, err) == OK ? folder_adopt(f, f->open_name, err) : err->code;
}

/* Writes the manifest.  Its renaming is the point of no return: before it a kill leaves the old
 * results, after it any command brings the new ones to their place.  (An error that is recorded
 * already stays: the one set here is for the case that there is none.) */
static enum error_code decide(struct folder *f, json_t *manifest, struct error *err)
{
    const int partial = dirfd(f->site.partial);
    FILE *out = json_object_set_new(manifest, LISTING_FILES, json_deep_copy(f->files)) == 0
                    ? folder_file(f, NEW_MANIFEST, err)
                    : NULL;

    if (!out)
        return error_set(err, ERR_MEMORY, "not enough memory for a manifest");
    const bool whole = json_dumpf(manifest, out, JSON_INDENT(2) | JSON_REAL_PRECISION(6)) == 0;
    putc('\n', out);
    if (close_open(f, err) != OK || !whole)
        return error_set(err, ERR_MEMORY, "not enough memory for a manifest");
    fsync(partial);
    if (renameat(partial, NEW_MANIFEST, partial, LISTING_MANIFEST) != 0)
        return cannot_write(f, LISTING_MANIFEST, errno, err);
    fsync(partial);
    return OK;
}

enum error_code folder_commit(struct folder *f, json_t *manifest, struct error *err)
{
    const struct site *site = &f->site;

    if (decide(f, manifest, err) != OK ||
        commit_finish(site->path, dirfd(site->dir), dirfd(site->partial), f->force, &f->notes,
                      err) != OK)
        return err->code;
    /* what is in the folder now is what the next commit, that of pictures, starts from */
    site_clear(site);
    json_decref(f->before);
    f->before = json_incref(manifest);
    json_object_clear(f->files);
    f->committed = true;
    return OK;
}

void folder_leave(struct folder *f)
{
    if (f->open)
        fclose(f->open);
    f->open = NULL;
    site_leave(&f->site);
    json_decref(f->before);
    json_decref(f->files);
    f->before = f->files = NULL;
}

void folder_discard(struct folder *f)
{
    if (f->site.lock && !commit_is_due(dirfd(f->site.partial)))
        site_clear(&f->site);
    folder_leave(f);
}
