/* message.c - what is said on standard error */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>

void message_error(const struct error *err)
{
    char text[2 * (sizeof err->file + sizeof err->text)]; /* a byte may be shown as \xNN */

    error_format(err, sizeof text, text);
    fprintf(stderr, "negosim: %s\n", text);
}

/* Declared for its attribute: a warning goes through the record of an error, to be shown alike. */
static void warn(const char *file, int line, const char *fmt, va_list args) PRINTF_LIKE(3, 0);

static void warn(const char *file, int line, const char *fmt, va_list args)
{
    struct error warning = { .line = line };
    char text[sizeof warning.text];

    vsnprintf(text, sizeof text, fmt, args);
    snprintf(warning.file, sizeof warning.file, "%s", file);
    snprintf(warning.text, sizeof warning.text, "warning: %.*s", (int)sizeof text - 10, text);
    message_error(&warning);
}

void message_warning(const char *path, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    warn(path, 0, fmt, args);
    va_end(args);
}

void message_warning_at(const char *file, int line, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    warn(file, line, fmt, args);
    va_end(args);
}

const char *message_plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}
