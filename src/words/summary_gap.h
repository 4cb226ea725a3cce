/* summary_gap.h - how far apart the parties are, in a reader's words */
#ifndef SUMMARY_GAP_H
#define SUMMARY_GAP_H

#include "results.h"

#include <stdio.h>

/* The least concession at mean preferences (concession.h): whose, how large, in which term; nothing
 * where some package suits all. */
void summary_gap(FILE *out, const struct results *r);

#endif
