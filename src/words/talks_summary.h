/* talks_summary.h - how talks would go, in a reader's words */
#ifndef TALKS_SUMMARY_H
#define TALKS_SUMMARY_H

#include "talks_results.h"

#include <stdio.h>

/* How often, when and on what the talks end; how the run that is written out goes.  No word in it
 * praises or blames a party. */
void talks_summary_print(FILE *out, const struct talks_results *r, uint64_t traced, size_t n_set,
                         const char *const set[]);

#endif
