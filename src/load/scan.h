/* scan.h - what libconfig would take silently or die of, found before it reads */
#ifndef SCAN_H
#define SCAN_H

#include "error.h"

#include <stddef.h>

enum {
    SCAN_MAX_BYTES = 4 << 20,
    SCAN_MAX_DEPTH = 64,
    SCAN_MAX_MEMBERS = 4096, /* of one group; libconfig's time grows with the square */
    SCAN_MAX_INCLUDES = 64,
    SCAN_MAX_PATH = 256,
};

/* Far beyond any unit, and small enough that no sum or product of a few overflows. */
#define SCAN_MAX_NUMBER 1e16

/* The files that a text asks for by @include, in order. */
struct scan_includes {
    size_t n;
    struct {
        char path[SCAN_MAX_PATH];
        int line;
    } at[SCAN_MAX_INCLUDES];
};

/* Reads text[n] (followed by a zero) as tokens, without understanding it.  Refuses with file and
 * line: zero bytes, a byte-order mark, what is not UTF-8, comments and strings without an end,
 * brackets that do not pair or are nested too deep, whole numbers that do not fit (libconfig 1.5
 * wraps them), numbers that overflow to infinity, groups with too many members, and an @include
 * that libconfig would not see.
 *
 * Errors: ERR_SCENARIO. */
NODISCARD
enum error_code scan_text(const char *file, const char *text, size_t n,
                          struct scan_includes *includes, struct error *err);

#endif
