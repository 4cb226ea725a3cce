/* summary.h - the results of a run in a reader's words */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "results.h"

#include <stdio.h>

/* What follows from the scenario: is there a deal, what decides, who accepts what, what blocks it,
 * what would help; and which settings set[n_set] it was run with.  `verbose`: all that there is to
 * say of each proposal, else two or three sentences.  No word in it praises or blames a party. */
void summary_print(FILE *out, const struct results *r, bool verbose, size_t n_set,
                   const char *const set[]);

#endif
