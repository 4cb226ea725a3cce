/* timeline_summary.h - several scenarios over their dates, in a table */
#ifndef TIMELINE_SUMMARY_H
#define TIMELINE_SUMMARY_H

#include "timeline.h"

#include <stdio.h>

/* One line a scenario, by date: whether there is a deal, and how often the best package is one. */
void timeline_summary_print(FILE *out, const struct timeline *t);

#endif
