/* test_machine.c - what a process may use: control groups, threads */
#include "machine.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void put(const char *dir, const char *name, const char *text)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "w");

    cr_assert_not_null(f);
    fputs(text, f);
    fclose(f);
}

static void folder(const char *dir, const char *name)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    cr_assert_eq(mkdir(path, 0700), 0);
}

/* A group is limited by those that it is in; "max" limits nothing. */
Test(machine, takes_the_least_limit_of_groups)
{
    char dir[] = "/tmp/test_machine_XXXXXX";

    cr_assert_not_null(mkdtemp(dir));
    folder(dir, "a");
    folder(dir, "a/b");
    folder(dir, "memory");
    folder(dir, "memory/c");
    put(dir, "a/memory.max", "7340032\n");
    put(dir, "a/b/memory.max", "max\n");
    put(dir, "memory/c/memory.limit_in_bytes", "5242880\n");
    cr_assert_eq(machine_group_memory("0::/a/b\n", dir), 7340032.0);
    cr_assert_eq(machine_group_memory("0::/\n", dir), (double)INFINITY);
    cr_assert_eq(machine_group_memory("4:cpu:/c\n3:memory:/c\n0::/a\n", dir), 5242880.0);
    cr_assert_eq(machine_group_memory("", dir), (double)INFINITY);
    cr_assert_eq(machine_group_memory("nonsense\n", dir), (double)INFINITY);
}

Test(machine, has_no_more_memory_than_address_space)
{
    struct rlimit space;
    const char *limit;

    cr_assert_eq(getrlimit(RLIMIT_AS, &space), 0);
    space.rlim_cur = (rlim_t)1 << 30;
    cr_assert_eq(setrlimit(RLIMIT_AS, &space), 0);
    cr_assert_leq(machine_memory(&limit), 1073741824.0);
}

/* With stacks of 8 MiB (the usual limit) a GiB has room for under 128 threads. */
Test(machine, makes_fewer_threads_where_there_is_no_room)
{
    struct rlimit space, stack;

    cr_assert_eq(machine_threads(1), 1);
    cr_assert_eq(machine_threads(2), 2);
    cr_assert_eq(getrlimit(RLIMIT_AS, &space), 0);
    cr_assert_eq(getrlimit(RLIMIT_STACK, &stack), 0);
    space.rlim_cur = (rlim_t)1 << 30;
    cr_assert_eq(setrlimit(RLIMIT_AS, &space), 0);
    const int n = machine_threads(1000);
    cr_assert_geq(n, 1);
    if (stack.rlim_cur >= (rlim_t)8 << 20)
        cr_assert_lt(n, 128);
}
