/* arena.h - memory that is allocated freely and released at once */
#ifndef ARENA_H
#define ARENA_H

#include "error.h"

struct arena_block;
struct arena {
    struct arena_block *blocks;
    char *at, *end;
};

/* Room for n zeroed elements of `size` bytes, aligned for any type; lives until arena_release.
 * A zeroed arena is empty and ready.
 * Returns NULL when there is no memory, also when n * size overflows. */
void *arena_alloc(struct arena *arena, size_t n, size_t size);

/* A copy of text, or NULL. */
char *arena_text(struct arena *arena, const char *text);

/* Frees all of it; may be called twice. */
void arena_release(struct arena *arena);

/* calloc that records ERR_MEMORY, and the size asked for, when it fails. */
void *memory_alloc(size_t n, size_t size, struct error *err);

/* The same for types that need a larger alignment than malloc gives: a power of two. */
void *memory_aligned(size_t n, size_t size, size_t alignment, struct error *err);

#endif
