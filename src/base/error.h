/* error.h - what went wrong, where, in one record */
#ifndef ERROR_H
#define ERROR_H

#include <stddef.h>

enum error_code {
    OK = 0,          /* must stay 0: `if (f(...) != OK)` */
    ERR_USAGE,       /* the command line makes no sense */
    ERR_SCENARIO,    /* the scenario file is wrong; file and line say where */
    ERR_IO,          /* the operating system refused */
    ERR_WRITE,       /* it refused to write: a full disk, say */
    ERR_MEMORY,      /* not enough memory, or more than the machine has */
    ERR_INTERRUPTED, /* a signal asked the program to stop */
};

/* In place of a line number: the error is about --set, and `file` holds the path that it sets. */
#define LINE_OF_SETTING (-1)

struct error {
    enum error_code code;
    int line;       /* 0 when the error is not about a line of a file; or LINE_OF_SETTING */
    char file[256]; /* "" when the error is not about a file */
    char text[400]; /* one line, lower case, no full stop */
};

/* Where something stands in a file, or LINE_OF_SETTING. */
struct location {
    const char *file;
    int line;
};

#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))

/* Record an error and hand its code back, so that failing is one statement:
 *
 *     return error_set(err, ERR_IO, "cannot read '%s'", path);
 *
 * The first error wins: a record that already holds one is left as it is. */
enum error_code error_set(struct error *err, enum error_code code, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

/* The same for a mistake in a scenario: the code is ERR_SCENARIO. */
enum error_code error_at(struct error *err, const char *file, int line, const char *fmt, ...)
    PRINTF_LIKE(4, 5);

/* Writes "file:line: text" into out[n], the form that editors and people can follow, as text_shown
 * does: it may quote what somebody wrote. */
void error_format(const struct error *err, size_t n, char out[n]);

enum { MAX_PROBLEM = 20 };

/* The problems of one scenario, as far as it could be read: the first MAX_PROBLEM, and how
 * many there were.  One that repeats a problem that is kept, in place and text, is not counted. */
struct problems {
    size_t n;     /* kept, at most MAX_PROBLEM */
    size_t total; /* found */
    struct error list[MAX_PROBLEM];
};

void problems_add(struct problems *problems, const struct error *err);

/* Sorts those of --set first, then by file and line; equals keep the order in which they came. */
void problems_sort(struct problems *problems);

#endif
