/* completion.h - what makes shells complete negosim's command lines */
#ifndef COMPLETION_H
#define COMPLETION_H

#include <stddef.h>

/* A script for a shell; it asks the program, by --complete, what a word may be (complete.h). */
struct completion {
    const char *shell, *script;
};
extern const struct completion completions[];
extern const size_t n_completion;

#endif
