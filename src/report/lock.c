/* lock.c - one process at a time in a folder: a locked file that says who is at work */
#include "lock.h"

#include "date.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A lock file begins with this; "process 12 on a_host since 2024-03-06T10:00:00Z" follows. */
static const char begins[] = "negosim: ";

enum { MAX_HOLDER = 400 };

static enum error_code write_holder(FILE *lock, const char *place, struct error *err)
{
    char host[256] = "an unnamed host", since[DATE_MOMENT];

    gethostname(host, sizeof host - 1);
    date_moment(since);
    errno = 0;
    if (ftruncate(fileno(lock), 0) != 0 ||
        fprintf(lock, "%sprocess %ld on %s since %s\n", begins, (long)getpid(), host, since) < 0 ||
        fflush(lock) != 0)
        return error_set(err, ERR_WRITE, "cannot write in '%s': %s", place, strerror(errno));
    return OK;
}

/* The error that names the holder.  Just after locking the file may not yet say who that is. */
static enum error_code say_holder(FILE *lock, const char *place, struct error *err)
{
    char line[MAX_HOLDER] = "";
    const char *holder = "another process";

    if (fgets(line, sizeof line, lock) && strncmp(line, begins, strlen(begins)) == 0) {
        line[strcspn(line, "\n")] = '\0';
        holder = line + strlen(begins);
    }
    return error_set(err, ERR_IO,
                     "%.180s is at work in '%.120s'; wait for it, or choose another folder", holder,
                     place);
}

/* Whether the locked file is still the one in the folder.  Its last holder may have removed it,
 * with the folder, between our opening and our locking: such a lock guards nothing. */
static bool is_there(FILE *lock, int dir)
{
    struct stat held, there;

    return fstat(fileno(lock), &held) == 0 &&
           fstatat(dir, LOCK_FILE, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
           held.st_ino == there.st_ino && held.st_dev == there.st_dev;
}

static enum error_code hold(FILE *lock, const char *place, bool force, struct error *err)
{
    const struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

    if (fcntl(fileno(lock), F_SETLK, &whole) == 0)
        return OK;
    if (errno == EACCES || errno == EAGAIN)
        return say_holder(lock, place, err);
    if (force)
        return OK;
    return error_set(err, ERR_IO,
                     "cannot lock '%.120s' (%s), so that another process might write there, too; "
                     "choose another folder, or go on without a lock by --force",
                     place, strerror(errno));
}

enum error_code lock_take(FILE **lock, int dir, const char *place, bool force, struct error *err)
{
    const int file = openat(dir, LOCK_FILE, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);

    *lock = NULL;
    if (file < 0 && errno == ENOENT)
        return OK;
    if (file < 0)
        return error_set(err, ERR_WRITE, "cannot write in '%s': %s", place, strerror(errno));
    FILE *f = fdopen(file, "r+");
    if (!f) {
        close(file);
        return error_set(err, ERR_MEMORY, "not enough memory for a lock");
    }
    if (hold(f, place, force, err) != OK || (is_there(f, dir) && write_holder(f, place, err) != OK))
        fclose(f);
    else if (is_there(f, dir))
        *lock = f;
    else
        fclose(f);
    return err->code;
}

/* Not for a folder that this process has locked: closing any descriptor of a file drops all locks
 * of fcntl that the process has on it.  An empty file is a lock whose maker was killed at once. */
bool lock_was_here(int dir)
{
    const int file = openat(dir, LOCK_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    char line[sizeof begins] = "";
    FILE *f = file < 0 ? NULL : fdopen(file, "r");

    if (!f)
        return false;
    const size_t n = fread(line, 1, sizeof line - 1, f);
    fclose(f);
    return n == 0 || strcmp(line, begins) == 0;
}
