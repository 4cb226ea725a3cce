/* fail_alloc.c - a library to preload, in which one allocation fails
 *
 * FAIL_AT=k makes the k-th allocation that the program itself or GSL asks for fail, and all later
 * ones too with FAIL_ALL set.  (libconfig and gnuplot's like do not check theirs.)  At the end
 * the number of allocations goes to file descriptor 9, when that is open. */
#define _GNU_SOURCE
#include <link.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static struct range {
    const char *low, *high;
} own, gsl; /* where the program's and GSL's code lie */
static long count, fail_at;
static bool is_on, all;

static int note_range(struct dl_phdr_info *info, size_t size, void *first)
{
    struct range range = { NULL, NULL };

    (void)size;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const char *at = (const char *)info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
        if (info->dlpi_phdr[i].p_type != PT_LOAD)
            continue;
        range.low = range.low ? range.low : at;
        range.high = at + info->dlpi_phdr[i].p_memsz;
    }
    if (*(bool *)first)
        own = range;
    else if (strstr(info->dlpi_name, "libgsl.so"))
        gsl = range;
    *(bool *)first = false;
    return 0;
}

__attribute__((constructor)) static void begin(void)
{
    const char *k = getenv("FAIL_AT");
    bool first = true;

    fail_at = k ? atol(k) : 0;
    all = getenv("FAIL_ALL") != NULL;
    dl_iterate_phdr(note_range, &first);
    is_on = true;
}

__attribute__((destructor)) static void end(void)
{
    dprintf(9, "%ld\n", count);
}

static bool fails(const void *caller)
{
    const char *at = caller;

    if (!is_on || !((at >= own.low && at < own.high) || (at >= gsl.low && at < gsl.high)))
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
