/* message.c - what is said on standard error */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>

void message_error(const struct error *err)
{
    char text[sizeof err->file + sizeof err->text + 32];

    error_format(err, sizeof text, text);
    fprintf(stderr, "negosim: %s\n", text);
}

void message_warning(const char *path, const char *fmt, ...)
{
    va_list args;

    fprintf(stderr, "negosim: %s: warning: ", path);
    va_start(args, fmt);
    vfprintf(stderr, fmt, args);
    va_end(args);
    fputc('\n', stderr);
}

const char *message_plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}
