/* manuscript.h - a scenario's file and all that it includes, read once and joined to one text */
#ifndef MANUSCRIPT_H
#define MANUSCRIPT_H

#include "error.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Lines of the text from `from` on are those of a file from `line` on. */
struct manuscript_piece {
    int from, line;
    char *file;       /* owned */
    bool is_included; /* not the scenario's own file */
    bool is_marked;   /* a comment in the text says so (manuscript_write) */
};

/* One text for libconfig: every file in the place where it is included, without comments. */
struct manuscript {
    const char *name; /* what messages call it: the path, or "standard input"; borrowed */
    char *text;       /* ends with a zero */
    size_t n, room;   /* without the zero; bytes there is room for */
    int n_line;       /* of the text, the last one included */
    uint64_t hash;    /* of all texts as they were read, in their order */
    size_t n_piece, room_piece;
    struct manuscript_piece *piece; /* from the first line on */
};

/* Reads the scenario at `path` ("-": standard input) and the files that it includes, which are
 * looked for in its own folder, and refuses what scan.h refuses in each.  Release it whatever is
 * returned.
 * Errors: ERR_IO when the scenario cannot be read; ERR_SCENARIO with its place; ERR_MEMORY. */
NODISCARD
enum error_code manuscript_read(struct manuscript *m, const char *path, struct error *err);

/* The same from text[n] (followed by a zero) in memory, which may not include anything.
 * Errors: ERR_SCENARIO with its place; ERR_MEMORY. */
NODISCARD
enum error_code manuscript_take(struct manuscript *m, const char *name, const char *text, size_t n,
                                struct error *err);

void manuscript_release(struct manuscript *m);

/* Where a line of the text, 1 .. n_line, stands; the file's name lives as long as the manuscript.
 */
struct location manuscript_place(const struct manuscript *m, int line);

/* Whether that is in a file that the scenario includes. */
bool manuscript_is_included(const struct manuscript *m, int line);

/* Writes the text so that it reads again as it was read: a comment `#negosim: included FILE` says
 * that what follows was included, `#negosim: the scenario's own` that it was not.  They are heeded
 * in the scenario's own file. */
void manuscript_write(const struct manuscript *m, FILE *out);

#endif
