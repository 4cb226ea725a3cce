/* folder.c - a folder of results that appear together or not at all */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* mkdir -p */
static enum error_code make_folders(const char *path, struct error *err)
{
    char part[FOLDER_MAX_PATH + 16];
    struct stat status;

    if (stat(path, &status) == 0 && !S_ISDIR(status.st_mode))
        return error_set(err, ERR_IO, "cannot make folder '%s': a file has that name", path);
    for (size_t i = 1; i <= strlen(path); i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        snprintf(part, sizeof part, "%.*s", (int)i, path);
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return error_set(err, ERR_IO, "cannot make folder '%s': %s", part, strerror(errno));
    }
    return OK;
}

/* The length of the longest leading part of `path` that is there. */
static size_t length_there(const char *path)
{
    char part[FOLDER_MAX_PATH];

    for (size_t i = strlen(path); i > 0; i--) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        snprintf(part, sizeof part, "%.*s", (int)i, path);
        if (access(part, F_OK) == 0)
            return i;
    }
    return 0;
}

/* Folders that were made for nothing; those that hold something stay. */
static void remove_folders(struct folder *f)
{
    for (size_t i = strlen(f->path); i > f->n_there; i--) {
        if (f->path[i] != '/' && f->path[i] != '\0')
            continue;
        f->path[i] = '\0';
        rmdir(f->path);
    }
}

static bool has_file(const char *folder, const char *name)
{
    char path[FOLDER_MAX_PATH + 300];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return access(path, F_OK) == 0;
}

static bool is_empty(DIR *dir)
{
    const struct dirent *entry;

    while ((entry = readdir(dir)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return false;
    return true;
}

/* Whether results may go to `path`: it is not there, empty, or holds earlier results. */
static enum error_code check_place(const char *path, bool force, struct error *err)
{
    DIR *dir = opendir(path);

    if (!dir && errno == ENOENT)
        return OK;
    if (!dir)
        return error_set(err, ERR_IO, "cannot write results to '%s': %s", path, strerror(errno));
    bool empty = is_empty(dir);
    closedir(dir);
    if (empty || force || has_file(path, FOLDER_MANIFEST))
        return OK;
    return error_set(err, ERR_IO,
                     "folder '%s' holds files that are not results of negosim; choose another "
                     "with -o, or write there all the same with --force",
                     path);
}

/* Marks a folder of half-written results as ours. */
#define MARKER ".negosim"

static enum error_code mark(const struct folder *f, struct error *err)
{
    char path[FOLDER_MAX_PATH + 100];
    FILE *marker;

    snprintf(path, sizeof path, "%s/" MARKER, f->partial);
    marker = fopen(path, "w");
    if (!marker || fclose(marker) != 0)
        return error_set(err, ERR_IO, "cannot write '%s': %s", path, strerror(errno));
    return OK;
}

/* An empty folder is what a run leaves that is killed before it marks its own. */
static bool is_foreign(const char *partial)
{
    DIR *dir = opendir(partial);

    if (!dir)
        return access(partial, F_OK) == 0;
    bool foreign = !is_empty(dir) && !has_file(partial, MARKER);
    closedir(dir);
    return foreign;
}

/* What a killed run left behind; the mark goes last, so that the rest stays ours until then. */
static void clear_partial(const struct folder *f)
{
    char path[FOLDER_MAX_PATH + 300];
    const struct dirent *entry;
    DIR *dir = opendir(f->partial);

    if (!dir)
        return;
    while ((entry = readdir(dir))) {
        snprintf(path, sizeof path, "%s/%s", f->partial, entry->d_name);
        if (strcmp(entry->d_name, MARKER) != 0)
            unlink(path);
    }
    closedir(dir);
    snprintf(path, sizeof path, "%s/" MARKER, f->partial);
    unlink(path);
    rmdir(f->partial);
}

static enum error_code open_place(struct folder *f, const char *path, bool force, struct error *err)
{
    size_t length = strlen(path);

    *f = (struct folder){ .n_file = 0 };
    while (length > 1 && path[length - 1] == '/')
        length--;
    if (length == 0 || length >= sizeof f->path)
        return error_set(err, ERR_IO, "'%s' is not a usable folder name", path);
    snprintf(f->path, sizeof f->path, "%.*s", (int)length, path);
    if (check_place(f->path, force, err) != OK)
        return err->code;
    f->n_there = length_there(f->path);
    snprintf(f->partial, sizeof f->partial, "%s.partial", f->path);
    if (is_foreign(f->partial)) {
        f->partial[0] = '\0'; /* not ours to clear */
        return error_set(err, ERR_IO, "'%s.partial' is in the way: results are written there first",
                         f->path);
    }
    return OK;
}

static enum error_code make_partial(struct folder *f, struct error *err)
{
    return make_folders(f->partial, err) == OK ? mark(f, err) : err->code;
}

enum error_code folder_open(struct folder *f, const char *path, bool force, struct error *err)
{
    if (open_place(f, path, force, err) != OK)
        return err->code;
    if (has_file(f->partial, FOLDER_CHECKPOINT) && !force) {
        f->partial[0] = '\0'; /* somebody's work */
        return error_set(err, ERR_IO,
                         "an unfinished sweep is in '%s.partial': go on with it by --resume, or "
                         "throw it away by --force",
                         f->path);
    }
    clear_partial(f);
    return make_partial(f, err);
}

/* Results that lack their manifest are ours all the same when a checkpoint is beside them: then
 * folder_commit was interrupted. */
enum error_code folder_resume(struct folder *f, const char *path, bool force, struct error *err)
{
    char beside[FOLDER_MAX_PATH + 16];

    snprintf(beside, sizeof beside, "%s.partial", path);
    force = force || (has_file(beside, MARKER) && has_file(beside, FOLDER_CHECKPOINT));
    return open_place(f, path, force, err) == OK ? make_partial(f, err) : err->code;
}

void folder_take_back(const struct folder *f, const char *name)
{
    char from[FOLDER_MAX_PATH + 100], to[FOLDER_MAX_PATH + 100];

    snprintf(from, sizeof from, "%s/%s", f->path, name);
    snprintf(to, sizeof to, "%s/%s", f->partial, name);
    if (access(to, F_OK) != 0 && !has_file(f->path, FOLDER_MANIFEST))
        rename(from, to);
}

void folder_partial(const struct folder *f, const char *name, size_t size, char path[size])
{
    snprintf(path, size, "%s/%s", f->partial, name);
}

void folder_adopt(struct folder *f, const char *name)
{
    snprintf(f->file[f->n_file++], sizeof *f->file, "%s", name);
}

FILE *folder_file(struct folder *f, const char *name, struct error *err)
{
    char path[FOLDER_MAX_PATH + 100];

    if (f->n_file == FOLDER_MAX_FILE) {
        error_set(err, ERR_IO, "too many files of results");
        return NULL;
    }
    snprintf(f->file[f->n_file], sizeof *f->file, "%s", name);
    snprintf(path, sizeof path, "%s/%s", f->partial, name);
    f->open = fopen(path, "w");
    if (f->open)
        f->n_file++;
    else
        error_set(err, ERR_IO, "cannot write '%s': %s", path, strerror(errno));
    return f->open;
}

enum error_code folder_close_file(struct folder *f, struct error *err)
{
    errno = 0;
    int bad = fflush(f->open) != 0 || ferror(f->open) || fsync(fileno(f->open)) != 0;
    int why = errno;

    bad |= fclose(f->open) != 0;
    f->open = NULL;
    if (bad)
        return error_set(err, ERR_IO, "cannot write '%s/%s': %s", f->path, f->file[f->n_file - 1],
                         strerror(why ? why : errno));
    return OK;
}

static enum error_code move_file(const struct folder *f, const char *name, struct error *err)
{
    char from[FOLDER_MAX_PATH + 100], to[FOLDER_MAX_PATH + 100];

    snprintf(from, sizeof from, "%s/%s", f->partial, name);
    snprintf(to, sizeof to, "%s/%s", f->path, name);
    if (rename(from, to) != 0)
        return error_set(err, ERR_IO, "cannot write '%s': %s", to, strerror(errno));
    return OK;
}

static void remove_file(const struct folder *f, const char *name)
{
    char path[FOLDER_MAX_PATH + 100];

    snprintf(path, sizeof path, "%s/%s", f->path, name);
    unlink(path);
}

/* The manifest counts the rows of each table that it came with, a line a table. */
static void remove_listed(const struct folder *f)
{
    char path[FOLDER_MAX_PATH + 100], line[1000], name[64 + sizeof ".csv"];
    FILE *manifest;

    snprintf(path, sizeof path, "%s/" FOLDER_MANIFEST, f->path);
    manifest = fopen(path, "r");
    while (manifest && fgets(line, sizeof line, manifest))
        if (sscanf(line, "    \"%63[a-z_].csv\": ", name) == 1) {
            strcat(name, ".csv");
            remove_file(f, name);
        }
    if (manifest)
        fclose(manifest);
}

/* Without its manifest the folder is no folder of results, so the manifest goes first and comes
 * last: whoever is interrupted in between leaves something that says it is not whole. */
enum error_code folder_commit(struct folder *f, size_t n, const char *const stale[],
                              struct error *err)
{
    if (make_folders(f->path, err) != OK)
        return err->code;
    remove_listed(f);
    remove_file(f, FOLDER_MANIFEST);
    for (size_t i = 0; i < n; i++)
        remove_file(f, stale[i]);
    for (size_t i = 0; i < f->n_file; i++)
        if (strcmp(f->file[i], FOLDER_MANIFEST) != 0 && move_file(f, f->file[i], err) != OK)
            return err->code;
    if (move_file(f, FOLDER_MANIFEST, err) != OK)
        return err->code;
    clear_partial(f);
    f->n_file = 0;
    f->partial[0] = '\0';
    return OK;
}

void folder_leave(struct folder *f)
{
    if (f->open)
        fclose(f->open);
    *f = (struct folder){ .n_file = 0 };
}

void folder_discard(struct folder *f)
{
    if (f->open)
        fclose(f->open);
    f->open = NULL;
    if (!f->partial[0])
        return;
    clear_partial(f);
    remove_folders(f);
}
