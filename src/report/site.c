/* site.c - the folder for results: made, opened, and locked against other processes */
#include "site.h"

#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The length of the longest leading part of `path` that exists.  What is made behind it is removed
 * again when it stays empty (site_leave). */
static size_t length_there(const char *path)
{
    char part[SITE_MAX_PATH];

    for (size_t i = strlen(path); i > 0; i--) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        snprintf(part, sizeof part, "%.*s", (int)i, path);
        if (access(part, F_OK) == 0)
            return i;
    }
    return 0;
}

enum error_code site_name(struct site *site, const char *path, struct error *err)
{
    size_t length = strlen(path);

    while (length > 1 && path[length - 1] == '/')
        length--;
    if (length == 0 || length >= sizeof site->path)
        return error_set(err, ERR_IO, "'%s' is not a usable folder name", path);
    snprintf(site->path, sizeof site->path, "%.*s", (int)length, path);
    site->n_there = length_there(site->path);
    return OK;
}

/* mkdir -p */
static enum error_code make_folders(const char *path, struct error *err)
{
    char part[SITE_MAX_PATH];

    for (size_t i = 1; i <= strlen(path); i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        snprintf(part, sizeof part, "%.*s", (int)i, path);
        const int why = mkdir(part, 0777) == 0 ? 0 : errno; /* EROFS also where a folder exists */
        if (why != 0 && why != EEXIST && access(part, F_OK) != 0)
            return error_set(err, ERR_IO, "cannot make folder '%s': %s", part, strerror(why));
    }
    return OK;
}

/* Removes the folders that site_enter made, deepest first; those that hold something stay. */
static void remove_folders(const struct site *site)
{
    char part[SITE_MAX_PATH];

    for (size_t i = strlen(site->path); i > site->n_there; i--) {
        if (site->path[i] != '/' && site->path[i] != '\0')
            continue;
        snprintf(part, sizeof part, "%.*s", (int)i, site->path);
        rmdir(part);
    }
}

/* Whether a folder holds nothing besides files called `a` and `b`. */
static bool is_empty_but(DIR *dir, const char *a, const char *b)
{
    const struct dirent *entry;
    bool empty = true;

    rewinddir(dir);
    while (empty && (entry = readdir(dir)))
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
                strcmp(entry->d_name, a) == 0 || strcmp(entry->d_name, b) == 0;
    return empty;
}

bool site_is_empty(DIR *dir)
{
    return is_empty_but(dir, SITE_PARTIAL, SITE_TRIAL);
}

/* Opens a folder, but follows no link to one; NULL where there is none. */
static DIR *open_inside(DIR *dir, const char *name)
{
    const int inside = openat(dirfd(dir), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *opened = inside < 0 ? NULL : fdopendir(inside);

    if (inside >= 0 && !opened)
        close(inside);
    return opened;
}

/* Whether a .partial was made by negosim: it has a lock file, or is empty, as a process leaves it
 * that was killed before it had one.  Looks for the lock twice: another process may make it after
 * the first look, and then the folder is not empty either. */
static bool is_ours(DIR *partial)
{
    return lock_was_here(dirfd(partial)) || is_empty_but(partial, "", "") ||
           lock_was_here(dirfd(partial));
}

bool site_has_partial(DIR *dir)
{
    DIR *partial = open_inside(dir, SITE_PARTIAL);
    const bool ours = partial && is_ours(partial);

    if (partial)
        closedir(partial);
    return ours;
}

static void let_go(struct site *site)
{
    if (site->dir)
        closedir(site->dir);
    if (site->partial)
        closedir(site->partial);
    if (site->lock)
        fclose(site->lock);
    site->dir = site->partial = NULL;
    site->lock = NULL;
}

/* ENOENT is no error: another process made the folder as well, ended, and removed it. */
static enum error_code cannot_enter(const struct site *site, struct error *err)
{
    if (errno == ENOENT)
        return OK;
    return error_set(err, ERR_WRITE, "cannot write results to '%s': %s", site->path,
                     strerror(errno));
}

/* One try: `lock` stays NULL, without an error, when another process has just removed a folder.
 * ENOTDIR and ELOOP mean a file or a link called .partial, which is not ours. */
static enum error_code enter_once(struct site *site, bool force, struct error *err)
{
    if (make_folders(site->path, err) != OK)
        return err->code;
    site->dir = opendir(site->path);
    if (!site->dir || (mkdirat(dirfd(site->dir), SITE_PARTIAL, 0777) != 0 && errno != EEXIST))
        return cannot_enter(site, err);
    site->partial = open_inside(site->dir, SITE_PARTIAL);
    if (!site->partial && errno != ENOTDIR && errno != ELOOP)
        return cannot_enter(site, err);
    if (!site->partial || !is_ours(site->partial))
        return error_set(err, ERR_IO,
                         "'%s/" SITE_PARTIAL "' is in the way: results are written there first",
                         site->path);
    return lock_take(&site->lock, dirfd(site->partial), site->path, force, err);
}

enum error_code site_enter(struct site *site, bool force, struct error *err)
{
    enum { TRIES = 1000 };

    for (int i = 0; i < TRIES; i++) {
        if (enter_once(site, force, err) != OK || site->lock)
            return err->code;
        let_go(site);
    }
    return error_set(err, ERR_WRITE, "cannot write results to '%s': it comes and goes", site->path);
}

/* Moves an empty file and removes it.  A file of that name with bytes in it is not from us, and
 * renaming would replace it. */
enum error_code site_try_to_move(const struct site *site, struct error *err)
{
    const int partial = dirfd(site->partial), dir = dirfd(site->dir);
    const int file = openat(partial, SITE_TRIAL, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    struct stat status;

    if (file >= 0)
        close(file);
    if (fstatat(dir, SITE_TRIAL, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_size > 0)
        return error_set(err, ERR_IO, "'%s/" SITE_TRIAL "' is in the way", site->path);
    if (file >= 0 && renameat(partial, SITE_TRIAL, dir, SITE_TRIAL) == 0 &&
        unlinkat(dir, SITE_TRIAL, 0) == 0)
        return OK;
    error_set(err, ERR_WRITE, "cannot write results to '%s': %s", site->path, strerror(errno));
    unlinkat(partial, SITE_TRIAL, 0);
    return err->code;
}

static void remove_files(DIR *dir, const char *but)
{
    const struct dirent *entry;

    rewinddir(dir);
    while ((entry = readdir(dir)))
        if (strcmp(entry->d_name, but) != 0)
            unlinkat(dirfd(dir), entry->d_name, 0);
}

/* Leaves the lock file: without it what is left after a kill would not be known as ours (is_ours).
 * Only COMMIT_OLD is a folder, and it holds files only. */
void site_clear(const struct site *site)
{
    const struct dirent *entry;

    rewinddir(site->partial);
    while ((entry = readdir(site->partial))) {
        DIR *inside = entry->d_name[0] == '.' ? NULL : open_inside(site->partial, entry->d_name);
        if (!inside)
            continue;
        remove_files(inside, "");
        closedir(inside);
        unlinkat(dirfd(site->partial), entry->d_name, AT_REMOVEDIR);
    }
    remove_files(site->partial, LOCK_FILE);
}

/* Removes the lock file while it is locked: who has opened it meanwhile finds that it is gone, and
 * tries again (lock_take).  Unlocked first, it could be another's already. */
void site_leave(struct site *site)
{
    if (site->lock && is_empty_but(site->partial, LOCK_FILE, "")) {
        unlinkat(dirfd(site->partial), LOCK_FILE, 0);
        unlinkat(dirfd(site->dir), SITE_PARTIAL, AT_REMOVEDIR);
    }
    let_go(site);
    remove_folders(site);
}
