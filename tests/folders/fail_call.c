/* fail_call.c - a library to preload, in which one call to the system kills, is refused, or is
 * overtaken by a signal
 *
 * Counted are calls that the program itself or jansson makes to open, move, remove, flush, lock or
 * close something.  KILL_AT=k has the process killed before the k-th; FAIL_AT=k makes it fail with
 * FAIL_WITH=number of an error, and with FAIL_ALL set all later ones, too.  SIGNAL_AFTER=n sends
 * the process SIGNAL=number after n microseconds.  At the end the number of calls goes to file
 * descriptor 9, when that is open.  Programs that it starts are left alone. */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* which would have two names stand for one function */
#undef _FORTIFY_SOURCE
#include "callers.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static long count, kill_at, fail_at;
static int fail_with = EIO;
static bool is_on, all;

static long asked(const char *name)
{
    const char *value = getenv(name);
    const long number = value ? atol(value) : 0;

    unsetenv(name);
    return number;
}

static void send_later(int number, long us)
{
    struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = number };
    const struct itimerspec after = { .it_value = { .tv_sec = us / 1000000,
                                                    .tv_nsec = 1000 * (us % 1000000) + 1 } };
    timer_t timer;

    if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0)
        timer_settime(timer, 0, &after, NULL);
}

__attribute__((constructor)) static void begin(void)
{

    kill_at = asked("KILL_AT");
    fail_at = asked("FAIL_AT");
    if (getenv("FAIL_WITH"))
        fail_with = (int)asked("FAIL_WITH");
    all = asked("FAIL_ALL") != 0;
    unsetenv("LD_PRELOAD");
    callers_find("libjansson");
    is_on = true;
    if (getenv("SIGNAL"))
        send_later((int)asked("SIGNAL"), asked("SIGNAL_AFTER"));
}

__attribute__((destructor)) static void end(void)
{
    is_on = false;
    dprintf(9, "%ld\n", count);
}

static bool fails(const void *caller)
{
    if (!is_on || !callers_has(caller))
        return false;
    const long mine = __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED);
    if (mine == kill_at)
        kill(getpid(), SIGKILL);
    if (fail_at == 0 || (all ? mine < fail_at : mine != fail_at))
        return false;
    errno = fail_with;
    return true;
}

/* A function that fails with `bad`, under the names that compilers know it by. */
#define FAILS_AS(bad)                       \
    if (fails(__builtin_return_address(0))) \
        return bad;

#define PLAIN(type, bad, name, parameters, types, arguments)                    \
    type name parameters                                                        \
    {                                                                           \
        FAILS_AS(bad)                                                           \
        return (__extension__(type(*) types) dlsym(RTLD_NEXT, #name))arguments; \
    }

PLAIN(FILE *, NULL, fopen, (const char *path, const char *mode), (const char *, const char *),
      (path, mode))
PLAIN(FILE *, NULL, fopen64, (const char *path, const char *mode), (const char *, const char *),
      (path, mode))
PLAIN(FILE *, NULL, fdopen, (int file, const char *mode), (int, const char *), (file, mode))
PLAIN(DIR *, NULL, opendir, (const char *path), (const char *), (path))
PLAIN(DIR *, NULL, fdopendir, (int file), (int), (file))
PLAIN(int, -1, mkdir, (const char *path, mode_t mode), (const char *, mode_t), (path, mode))
PLAIN(int, -1, mkdirat, (int dir, const char *path, mode_t mode), (int, const char *, mode_t),
      (dir, path, mode))
PLAIN(int, -1, rmdir, (const char *path), (const char *), (path))
PLAIN(int, -1, unlink, (const char *path), (const char *), (path))
PLAIN(int, -1, unlinkat, (int dir, const char *path, int flags), (int, const char *, int),
      (dir, path, flags))
PLAIN(int, -1, rename, (const char *from, const char *to), (const char *, const char *), (from, to))
PLAIN(int, -1, renameat, (int a, const char *from, int b, const char *to),
      (int, const char *, int, const char *), (a, from, b, to))
PLAIN(int, -1, fsync, (int file), (int), (file))
PLAIN(int, -1, ftruncate, (int file, off_t length), (int, off_t), (file, length))
PLAIN(int, -1, ftruncate64, (int file, off64_t length), (int, off64_t), (file, length))
PLAIN(int, EOF, fflush, (FILE * f), (FILE *), (f))
PLAIN(ssize_t, -1, read, (int file, void *to, size_t n), (int, void *, size_t), (file, to, n))

/* What fails to close is closed all the same. */
#define CLOSES(type, bad, name, parameter)                                               \
    int name(parameter f)                                                                \
    {                                                                                    \
        const bool failing = fails(__builtin_return_address(0));                         \
        const int why = errno,                                                           \
                  code = (__extension__(int (*)(parameter)) dlsym(RTLD_NEXT, #name))(f); \
        if (failing)                                                                     \
            errno = why;                                                                 \
        return failing ? bad : code;                                                     \
    }
CLOSES(int, -1, close, int)
CLOSES(int, EOF, fclose, FILE *)
CLOSES(int, -1, closedir, DIR *)

/* Those with a mode or an argument that is not always there. */
#define OPENS(name)                                                     \
    int name(int dir, const char *path, int flags, ...)                 \
    {                                                                   \
        va_list rest;                                                   \
        va_start(rest, flags);                                          \
        const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                   \
        FAILS_AS(-1)                                                    \
        return (__extension__(int (*)(int, const char *, int, ...))     \
                    dlsym(RTLD_NEXT, #name))(dir, path, flags, mode);   \
    }
OPENS(openat)
OPENS(openat64)

#define OPENS_PATH(name)                                                \
    int name(const char *path, int flags, ...)                          \
    {                                                                   \
        va_list rest;                                                   \
        va_start(rest, flags);                                          \
        const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                   \
        FAILS_AS(-1)                                                    \
        return (__extension__(int (*)(const char *, int, ...))          \
                    dlsym(RTLD_NEXT, #name))(path, flags, mode);        \
    }
OPENS_PATH(open)
OPENS_PATH(open64)

#define CONTROLS(name)                                                                        \
    int name(int file, int command, ...)                                                      \
    {                                                                                         \
        va_list rest;                                                                         \
        va_start(rest, command);                                                              \
        void *argument = va_arg(rest, void *);                                                \
        va_end(rest);                                                                         \
        FAILS_AS(-1)                                                                          \
        return (__extension__(int (*)(int, int, ...)) dlsym(RTLD_NEXT, #name))(file, command, \
                                                                               argument);     \
    }
CONTROLS(fcntl)
CONTROLS(fcntl64)
