/* machine.c - what this process may use of the machine it is on */
#include "machine.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MAX_PATH = 4096, MAX_TEXT = 16384 };

/* The number in a file; INFINITY, no limit, for "max" and for a file that cannot be read. */
static double number_in(const char *path)
{
    char text[64] = "";
    FILE *f = fopen(path, "r");

    if (!f)
        return INFINITY;
    const size_t n = fread(text, 1, sizeof text - 1, f);
    fclose(f);
    char *end;
    const double number = strtod(text, &end);
    return n > 0 && end > text && number > 0 ? number : INFINITY;
}

/* The least limit of the group at `path` and of all groups around it, since each of them binds. */
static double least_above(const char *mount, const char *path, const char *file)
{
    char group[MAX_PATH], whole[2 * MAX_PATH];
    double least = INFINITY;

    snprintf(group, sizeof group, "%s", path);
    for (char *slash = group; slash;) {
        snprintf(whole, sizeof whole, "%s%s/%s", mount, group, file);
        least = fmin(least, number_in(whole));
        slash = strrchr(group, '/');
        if (slash)
            *slash = '\0';
    }
    return least;
}

/* A line is ID:CONTROLLERS:PATH; in version 2 there is one, "0::PATH". */
double machine_group_memory(const char *membership, const char *mount)
{
    char text[MAX_TEXT], old[MAX_PATH], *rest = text;
    double least = INFINITY;

    snprintf(text, sizeof text, "%s", membership);
    snprintf(old, sizeof old, "%s/memory", mount);
    for (char *line; (line = strtok_r(rest, "\n", &rest));) {
        char *controllers = strchr(line, ':'),
             *path = controllers ? strchr(controllers + 1, ':') : NULL;
        if (!path)
            continue;
        *path++ = '\0';
        if (controllers[1] == '\0')
            least = fmin(least, least_above(mount, path, "memory.max"));
        else if (strstr(controllers, "memory"))
            least = fmin(least, least_above(old, path, "memory.limit_in_bytes"));
    }
    return least;
}

/* In a container or a batch job the kernel ends a process above this limit without a message. */
static double group_memory(void)
{
    char membership[MAX_TEXT] = "";
    FILE *f = fopen("/proc/self/cgroup", "r");

    if (!f)
        return INFINITY;
    membership[fread(membership, 1, sizeof membership - 1, f)] = '\0';
    fclose(f);
    return machine_group_memory(membership, "/sys/fs/cgroup");
}

static double address_space(void)
{
    struct rlimit space;

    if (getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur == RLIM_INFINITY)
        return INFINITY;
    return (double)space.rlim_cur;
}

double machine_memory(const char **limit)
{
    const double group = group_memory(), space = address_space();
    double least = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);

    *limit = "this machine has";
    if (group < least) {
        *limit = "its control group allows";
        least = group;
    }
    if (space < least) {
        *limit = "the limit of address space (ulimit -v) is";
        least = space;
    }
    return least;
}

/* A thread that only stays alive until its maker opens the lock. */
static void *wait_for(void *lock)
{
    pthread_mutex_lock(lock);
    pthread_mutex_unlock(lock);
    return NULL;
}

/* Makes the threads all at the same time, since a limit counts those that live: one after another
 * they could all be made.  The calling thread is the first of them. */
int machine_threads(int wanted)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_t *thread = wanted > 1 ? calloc((size_t)wanted, sizeof *thread) : NULL;
    int n = 1;

    if (!thread)
        return 1;
    pthread_mutex_lock(&lock);
    while (n < wanted && pthread_create(&thread[n], NULL, wait_for, &lock) == 0)
        n++;
    pthread_mutex_unlock(&lock);
    for (int i = 1; i < n; i++)
        pthread_join(thread[i], NULL);
    free(thread);
    return n < wanted ? (n + 1) / 2 : n;
}
