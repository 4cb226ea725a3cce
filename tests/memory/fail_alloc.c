/* fail_alloc.c - a library to preload, in which one allocation fails
 *
 * FAIL_AT=k makes the k-th allocation that the program itself or GSL asks for fail, and all later
 * ones too with FAIL_ALL set.  (libconfig and gnuplot's like do not check theirs.)  At the end
 * the number of allocations goes to file descriptor 9, when that is open. */
#define _GNU_SOURCE
#include "callers.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static long count, fail_at;
static bool is_on, all;

__attribute__((constructor)) static void begin(void)
{
    const char *k = getenv("FAIL_AT");

    fail_at = k ? atol(k) : 0;
    all = getenv("FAIL_ALL") != NULL;
    callers_find("libgsl.so");
    is_on = true;
}

__attribute__((destructor)) static void end(void)
{
    dprintf(9, "%ld\n", count);
}

static bool fails(const void *caller)
{
    if (!is_on || !callers_has(caller))
        return false;
    long mine = __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED);
    return fail_at > 0 && (all ? mine >= fail_at : mine == fail_at);
}

void *malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}

void *aligned_alloc(size_t align, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_memalign(align, size);
}

char *strdup(const char *text)
{
    char *copy = fails(__builtin_return_address(0)) ? NULL : __libc_malloc(strlen(text) + 1);
    return copy ? strcpy(copy, text) : NULL;
}
