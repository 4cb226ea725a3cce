/* scan.h - finds what libconfig would silently misread, or die of, before it reads */
#ifndef SCAN_H
#define SCAN_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    SCAN_MAX_BYTES = 4 << 20, /* of one file: nobody writes as much, a wrong file may have it */
    SCAN_MAX_INCLUDES = 64,   /* in one file */
    SCAN_MAX_PATH = 256,      /* bytes of an included file's name */
};

/* Far beyond any unit, and small enough that no sum or product of a few overflows. */
#define SCAN_MAX_NUMBER 1e16

/* Bytes first .. last - 1 of a text, which are not for libconfig: a comment, or an @include. */
struct scan_gap {
    size_t first, last;
    int line;         /* on which it begins */
    const char *path; /* of the file that is asked for, in the text; NULL: a comment */
    size_t path_length;
};

/* All gaps of a text, in order.  Zeroed, it is empty and ready. */
struct scan_gaps {
    size_t n, room;
    struct scan_gap *at;
};

void scan_gaps_release(struct scan_gaps *gaps);

/* Reads text[n] (followed by a zero) as tokens and refuses, with file and line, what libconfig
 * would misread, or refuse with less help: zero bytes, a byte-order mark, text that is not UTF-8,
 * lone carriage returns, comments and texts without an end, characters that mean nothing, whole
 * numbers that do not fit (libconfig 1.5 wraps them), reals beyond SCAN_MAX_NUMBER, an @include
 * that libconfig would not see, and what grammar.h refuses.  A text with a line break that ends
 * right before another word lacks its closing quote, and is refused where it begins.
 *
 *   is_part  the text is included by another
 *   gaps     out: the parts that are not for libconfig; release it whatever is returned
 *
 * Errors: ERR_SCENARIO, ERR_MEMORY. */
NODISCARD
enum error_code scan_text(const char *file, const char *text, size_t n, bool is_part,
                          struct scan_gaps *gaps, struct error *err);

#endif
