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

/* Parts, with what went wrong; a failure of another rank becomes that of the first, unless it has
 * one of its own. */
void ranks_end(struct error *err);

#endif
