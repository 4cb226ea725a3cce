/* summary_hold.h - in a reader's words: would a proposal be ratified, and would it hold */
#ifndef SUMMARY_HOLD_H
#define SUMMARY_HOLD_H

#include "results.h"

#include <stdio.h>

/* What the bodies of each party make of a proposal; nothing without bodies. */
void summary_bodies(FILE *out, const struct results *r, size_t proposal);

/* How far a proposal would be carried out, what is missing and what would help; nothing without
 * phases. */
void summary_hold(FILE *out, const struct results *r, size_t proposal);

/* Both in a sentence that begins with a blank, or nothing: the body that alone stands in the way
 * most often, if often; how far it would be carried out, where it is weakest. */
void summary_stopper(FILE *out, const struct results *r, size_t proposal);
void summary_holds(FILE *out, const struct results *r, size_t proposal);

#endif
