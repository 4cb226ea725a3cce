/* package_text.h - packages and shares in a reader's words */
#ifndef PACKAGE_TEXT_H
#define PACKAGE_TEXT_H

#include "scenario.h"

#include <stdio.h>

/* "pause 42 days" */
void package_print_level(FILE *out, const struct issue *issue, size_t level);

/* The terms of a package, level[n_table], broken into lines that begin with `indent`. */
void package_print(FILE *out, const struct scenario *s, const size_t level[], const char *indent);

/* "Israel in 96 %, Hamas in 35 %, by all in 34 %", share[n_party + 1] with all last. */
void package_print_shares(FILE *out, const struct scenario *s, const double share[]);

#endif
