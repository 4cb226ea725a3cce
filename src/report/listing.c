/* listing.c - which files of a folder are ours: those in its manifest, as they were written */
#include "listing.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More bytes, or more files listed, than any manifest of ours has. */
enum { MAX_BYTES = 1 << 22, MAX_LISTED = 10500 };

/* Opens a plain file only: a link could lead out of the folder, and a pipe would wait for ever
 * without O_NONBLOCK. */
static int open_plain(int dir, const char *name, struct stat *status)
{
    const int file = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (file >= 0 && (fstat(file, status) != 0 || !S_ISREG(status->st_mode))) {
        close(file);
        return -1;
    }
    return file;
}

static bool is_plain(const char *name)
{
    return name[0] && name[0] != '.' && strlen(name) < LISTING_NAME && !strchr(name, '/');
}

/* Drops from the list what we cannot have written.  Listed files are moved and removed, so that a
 * forged manifest must not reach outside the folder. */
static void check_list(json_t *manifest)
{
    json_t *files = json_object_get(manifest, LISTING_FILES), *hash;
    const char *name;
    void *next;

    if (json_object_size(files) > MAX_LISTED)
        json_object_clear(files);
    json_object_foreach_safe(files, next, name, hash)
    {
        if (!is_plain(name) || !json_is_string(hash) || strcmp(name, LISTING_MANIFEST) == 0)
            json_object_del(files, name);
    }
}

json_t *listing_read(int dir)
{
    struct stat status;
    const int file = open_plain(dir, LISTING_MANIFEST, &status);
    FILE *f = file < 0 ? NULL : fdopen(file, "r");
    json_t *manifest = f && status.st_size <= MAX_BYTES ? json_loadf(f, 0, NULL) : NULL;

    if (f)
        fclose(f);
    else if (file >= 0)
        close(file);
    const char *program = json_string_value(json_object_get(manifest, "program"));
    if (program && strcmp(program, "negosim") == 0) {
        check_list(manifest);
        return manifest;
    }
    json_decref(manifest);
    return NULL;
}

json_t *listing_open(const char *path)
{
    const int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    json_t *manifest = dir < 0 ? NULL : listing_read(dir);

    if (dir >= 0)
        close(dir);
    return manifest;
}

bool listing_hash(int dir, const char *name, char hash[static LISTING_HASH])
{
    char part[1 << 14];
    uint64_t so_far = TEXT_HASH_START;
    struct stat status;
    ssize_t n = 0;
    const int file = open_plain(dir, name, &status);

    if (file < 0)
        return false;
    while ((n = read(file, part, sizeof part)) > 0)
        so_far = text_hash(so_far, part, (size_t)n);
    close(file);
    snprintf(hash, LISTING_HASH, "fnv1a64:%016" PRIx64, so_far);
    return n == 0;
}

const char *listing_hash_of(const json_t *manifest, const char *name)
{
    return json_string_value(json_object_get(json_object_get(manifest, LISTING_FILES), name));
}

enum listing_state listing_look(const json_t *manifest, int dir, const char *name)
{
    const char *listed = listing_hash_of(manifest, name);
    char hash[LISTING_HASH];
    struct stat status;

    if (fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? LISTING_ABSENT : LISTING_THEIRS;
    if (listed && listing_hash(dir, name, hash) && strcmp(hash, listed) == 0)
        return LISTING_OURS;
    return LISTING_THEIRS;
}
