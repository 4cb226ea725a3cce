/* arena.c - memory that is allocated freely and released at once */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *next;
};

/* One scenario fits in a few blocks.  Larger: memory unused at the end of the last one. */
enum { BLOCK = 1 << 16 };

void *arena_alloc(struct arena *arena, size_t n, size_t size)
{
    const size_t align = alignof(max_align_t);
    const size_t head = (sizeof(struct arena_block) + align - 1) / align * align;

    if (size && n > (SIZE_MAX - head - align) / size)
        return NULL;
    size_t need = (n * size + align - 1) / align * align;
    if (!arena->at || need > (size_t)(arena->end - arena->at)) {
        size_t room = need > BLOCK ? need : BLOCK;
        struct arena_block *block = calloc(1, head + room);
        if (!block)
            return NULL;
        block->next = arena->blocks;
        arena->blocks = block;
        arena->at = (char *)block + head;
        arena->end = arena->at + room;
    }
    void *given = arena->at;
    arena->at += need;
    return given;
}

char *arena_text(struct arena *arena, const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = arena_alloc(arena, size, 1);

    if (copy)
        memcpy(copy, text, size);
    return copy;
}

void arena_release(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    *arena = (struct arena){ 0 };
}

void *memory_alloc(size_t n, size_t size, struct error *err)
{
    void *given = calloc(n ? n : 1, size ? size : 1);

    if (!given)
        error_set(err, ERR_MEMORY, "not enough memory for %zu times %zu bytes", n, size);
    return given;
}

void *memory_aligned(size_t n, size_t size, size_t alignment, struct error *err)
{
    void *given = NULL;

    if (size > 0 && n <= (SIZE_MAX - alignment) / size) {
        const size_t bytes = (n * size + alignment) / alignment * alignment;
        given = aligned_alloc(alignment, bytes);
        if (given)
            memset(given, 0, bytes);
    }
    if (!given)
        error_set(err, ERR_MEMORY, "not enough memory for %zu times %zu bytes", n, size);
    return given;
}
