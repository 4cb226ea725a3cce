/* message.h - what is said on standard error */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "error.h"

#include <stdint.h>

/* "negosim: file:line: text" */
void message_error(const struct error *err);

/* "negosim: path: warning: ..." */
void message_warning(const char *path, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The same at a line of a file; 0: none. */
void message_warning_at(const char *file, int line, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* The s of "3 packages", which "1 package" does not have. */
const char *message_plural(uint64_t n);

#endif
