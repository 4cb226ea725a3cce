/* sensitivity_summary.h - which doubt decides what, in a reader's words */
#ifndef SENSITIVITY_SUMMARY_H
#define SENSITIVITY_SUMMARY_H

#include "sensitivity.h"

#include <stdio.h>

/* Of each answer about all parties, the numbers and the groups that decide it; and which settings
 * set[n_set] it was run with. */
void sensitivity_summary_print(FILE *out, const struct sensitivity *v, size_t n_set,
                               const char *const set[]);

#endif
