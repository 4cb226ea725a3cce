/* summary_table.h - who accepts which proposal, as a table for the eye */
#ifndef SUMMARY_TABLE_H
#define SUMMARY_TABLE_H

#include "results.h"

#include <stdio.h>

/* A line a proposal: how often each party accepts it, and all, in per cent of draws with intervals
 * of 95 %, and what each answered, of those on record.  In at most TEXT_LINE columns (text.h):
 * titles are cut where that is enough; where it is not, with many parties, each proposal is a
 * paragraph. */
void summary_table(FILE *out, const struct results *r);

/* Whether an issue is fixed from outside: then the terms are not those that were answered. */
bool summary_terms_are_set(const struct scenario *s);

#endif
