/* talk_days.h - when talks end in agreement, day by day */
#ifndef TALK_DAYS_H
#define TALK_DAYS_H

#include "talk_tables.h"

/* Makes r->days, and finds the median day and the run that has it; for talks_results_init. */
NODISCARD
enum error_code talk_days_make(struct talks_results *r, struct error *err);

#endif
