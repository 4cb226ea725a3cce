/* callers.h - who has made a call that a preloaded library takes */
#ifndef CALLERS_H
#define CALLERS_H

#include <stdbool.h>

/* Notes where the program's code lies, and that of the library whose path has `library` in it. */
void callers_find(const char *library);

/* Whether a return address lies in either. */
bool callers_has(const void *address);

#endif
