/* ranks.h - the processes that share a sweep: one, or as many as MPI has started */
#ifndef RANKS_H
#define RANKS_H

#include "rows.h"

#include <stdbool.h>

/* Joins the other processes, before anything else is done.  ranks_alone.c: there are none.
 * Errors: ERR_USAGE when they were started in a way that cannot work. */
NODISCARD
enum error_code ranks_begin(int *argc, char ***argv, struct error *err);

/* How many there are, and whether this is the one that speaks, reads commands and writes files; the
 * others only compute. */
int ranks_count(void);
bool ranks_first(void);

/* The rows of a job, worked out by all ranks on `threads` threads each, a block at a time as they
 * ask for it; taken by the first, in order.  All ranks must call it with the same job. */
row_runner ranks_run;

/* Has no more rows to work out; a failure of another rank becomes that of the first, unless it has
 * one of its own.  Then the first speaks, and all end together: whoever ends earlier with a failure
 * has the others stopped. */
void ranks_part(struct error *err);
void ranks_end(void);

#endif
