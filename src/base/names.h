/* names.h - enums as people write them, and the nearest spelling of a mistake */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>
#include <stddef.h>

#define COUNT_OF(a) (sizeof(a) / sizeof *(a))

/* A row of a table that spells one enumerator. */
struct name {
    int value;
    const char *text;
    const char *help;
};

/* Finds text in the table and sets *value; false when it is not there. */
bool name_find(size_t n, const struct name table[n], const char *text, int *value);

/* The text nearest to `text` among n rows of a struct that starts `stride` bytes apart and whose
 * first member at `first` is a `const char *`: edit distance at most 2 and at most a third of
 * the longer word, or a row that begins with text; or NULL.  The "did you mean" of an error. */
const char *name_nearest(size_t n, const void *first, size_t stride, const char *text);

/* Writes "a, b or c" into out[size], the "expected ..." of an error; the texts are laid out as
 * for name_nearest.  A list that does not fit ends in "...". */
void name_list(size_t n, const void *first, size_t stride, size_t size, char out[size]);

/* Writes "; did you mean 'x'?" or "; expected a, b or c" into out[size]. */
void name_hint(size_t n, const void *first, size_t stride, const char *text, size_t size,
               char out[size]);

/* Letters, digits and underscores, starting with a letter, at most 63: fit for a path, a CSV
 * column and a libconfig setting. */
bool name_is_plain(const char *text);

#endif
