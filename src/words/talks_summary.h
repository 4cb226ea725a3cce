/* talks_summary.h - how talks would go, in a reader's words */
#ifndef TALKS_SUMMARY_H
#define TALKS_SUMMARY_H

#include "talks_results.h"

#include <stdio.h>

/* How often, when and on what the talks end; how the run that is written out goes.  `verbose`: the
 * usual level of each issue, too, else of those with one in most agreements.  No word in it
 * praises or blames a party. */
void talks_summary_print(FILE *out, const struct talks_results *r, uint64_t traced, bool verbose,
                         size_t n_set, const char *const set[]);

#endif
