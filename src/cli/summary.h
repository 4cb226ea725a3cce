/* summary.h - the results of a run in a reader's words */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "options.h"
#include "results.h"

#include <stdio.h>

/* What follows from the scenario: is there a deal, who accepts what, what blocks it, what would
 * help; and which settings set[n_set] it was run with.  No word in it praises or blames a party. */
void summary_print(FILE *out, const struct results *r, size_t n_set, const char *const set[]);

/* Where the results are, and the pictures when `format` is not NULL. */
void summary_places(FILE *out, const char *dir, const char *format);

/* The end of a command that has written results to `dir`: where all is, unless --quiet. */
void summary_close(const struct options *options, const char *dir);

#endif
