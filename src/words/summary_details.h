/* summary_details.h - all that a run says of a proposal, in a reader's words */
#ifndef SUMMARY_DETAILS_H
#define SUMMARY_DETAILS_H

#include "results.h"

#include <stdio.h>

/* Who accepts it, what blocks it, what would help, how it may be read, what bodies make of it,
 * whether it would hold, what is on record: a line or two each. */
void summary_details(FILE *out, const struct results *r, size_t proposal);

#endif
