/* reach_summary.h - which terms reach what is wanted, in a reader's words */
#ifndef REACH_SUMMARY_H
#define REACH_SUMMARY_H

#include "reach_tables.h"

#include <stdio.h>

/* The packages that reach it, or what stands in the way of the nearest; what one change would do
 * it; other good packages; a path.  set[n_set]: the settings that it was run with. */
void reach_summary_print(FILE *out, const struct reach *r, size_t n_set, const char *const set[]);

#endif
