/* discover_summary.h - in which worlds something holds, in a reader's words */
#ifndef DISCOVER_SUMMARY_H
#define DISCOVER_SUMMARY_H

#include "discovery.h"

#include <stdio.h>

/* Of each output how often the answer is yes, and the boxes in which the rarer answer is most
 * often; and which settings set[n_set] it was run with. */
void discover_summary_print(FILE *out, const struct discovery *d, size_t n_set,
                            const char *const set[]);

#endif
