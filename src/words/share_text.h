/* share_text.h - a share of draws with its interval of 95 %, in a reader's words */
#ifndef SHARE_TEXT_H
#define SHARE_TEXT_H

#include "proportion.h"
#include "text.h"

/* "58 ±2 %": the interval is Wilson's (proportion.h), its wider half in points, rounded up.  Where
 * rounding would hide a share "under 1 %" or "over 99 %", and 0 or 100 without ± where the interval
 * rounds to the same.  Returns out. */
const char *share_text(double share, uint64_t n, char out[static TEXT_NUMBER]);

/* The same of a share that is as sure as `surety` says (proportion.h). */
const char *share_text_by(double share, struct surety surety, char out[static TEXT_NUMBER]);

/* The same for the largest of shares of n_compared things in the same n draws. */
const char *share_text_of_best(double share, uint64_t n, double n_compared,
                               char out[static TEXT_NUMBER]);

const char *share_text_of_best_by(double share, struct surety surety, double n_compared,
                                  char out[static TEXT_NUMBER]);

/* " 58 ±2", " <1", ">99": for a table, whose numbers so stand below each other. */
const char *share_cell(double share, struct surety surety, char out[static TEXT_NUMBER]);

#endif
