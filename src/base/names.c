/* names.c - enums as people write them, and the nearest spelling of a mistake */
#include "names.h"

#include <stdio.h>
#include <string.h>

enum { NAME_MAX_LENGTH = 63, NAME_MAX_DISTANCE = 2, NAME_MIN_PREFIX = 3 };

bool name_find(size_t n, const struct name table[n], const char *text, int *value)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(table[i].text, text) == 0) {
            *value = table[i].value;
            return true;
        }
    return false;
}

static const char *text_at(const void *first, size_t stride, size_t i)
{
    const char *text;
    memcpy(&text, (const char *)first + i * stride, sizeof text);
    return text;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edits that turn a into b: add, drop or change a letter, or swap two (optimal string alignment;
 * Damerau 1964, Comm. ACM 7:171).  Three rows of the table are kept. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t rows[3][NAME_MAX_LENGTH + 1], na = strlen(a), nb = strlen(b);

    for (size_t j = 0; j <= nb; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            row[j] = least(least(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[na % 3][nb];
}

const char *name_nearest(size_t n, const void *first, size_t stride, const char *text)
{
    const char *best = NULL;
    size_t best_distance = NAME_MAX_DISTANCE + 1, length = strlen(text);

    for (size_t i = 0; i < n && length <= NAME_MAX_LENGTH; i++) {
        const char *candidate = text_at(first, stride, i);
        size_t longer = strlen(candidate) > length ? strlen(candidate) : length;
        if (longer > NAME_MAX_LENGTH)
            continue;
        bool begins = length >= NAME_MIN_PREFIX && strncmp(candidate, text, length) == 0;
        size_t distance = begins ? 1 : edit_distance(text, candidate);
        if (distance < best_distance && 3 * distance <= longer) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

void name_list(size_t n, const void *first, size_t stride, size_t size, char out[size])
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < n; i++) {
        const char *glue = i == 0 ? "" : i + 1 == n ? " or " : ", ";
        const char *text = text_at(first, stride, i);
        if (used + strlen(glue) + strlen(text) + sizeof ", ..." > size) {
            snprintf(out + used, size - used, ", ...");
            return;
        }
        used += (size_t)snprintf(out + used, size - used, "%s%s", glue, text);
    }
}

void name_hint(size_t n, const void *first, size_t stride, const char *text, size_t size,
               char out[size])
{
    const char *near = name_nearest(n, first, stride, text);
    char list[200];

    out[0] = '\0';
    if (near) {
        snprintf(out, size, "; did you mean '%s'?", near);
    } else if (n > 0) {
        name_list(n, first, stride, sizeof list, list);
        snprintf(out, size, "; expected %s", list);
    }
}

bool name_is_plain(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char rest[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    size_t length = strlen(text);

    return length > 0 && length <= NAME_MAX_LENGTH && strchr(letters, text[0]) &&
           strspn(text, rest) == length;
}
