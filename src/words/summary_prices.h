/* summary_prices.h - what is disputed, and what would be a gain to all, in a reader's words */
#ifndef SUMMARY_PRICES_H
#define SUMMARY_PRICES_H

#include "results.h"

#include <stdio.h>

/* The issues over which most is at stake for two parties that pull different ways. */
void summary_disputes(FILE *out, const struct results *r);

/* The same in a sentence, the first two. */
void summary_disputed(FILE *out, const struct results *r);

/* Of a proposal: the best exchange, and changes that would be a gain were they carried out. */
void summary_exchange(FILE *out, const struct results *r, size_t proposal);

#endif
