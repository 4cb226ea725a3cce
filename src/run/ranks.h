/* ranks.h - the processes that share a sweep: one, or as many as MPI has started */
#ifndef RANKS_H
#define RANKS_H

#include "rows.h"

#include <stdbool.h>

/* Joins the other processes; called before anything else.  In ranks_alone.c there are none.
 * Errors: ERR_USAGE when they were started in a way that cannot work. */
NODISCARD
enum error_code ranks_begin(int *argc, char ***argv, struct error *err);

/* How many processes there are, and whether this is the first: it prints and writes the files, the
 * others only compute. */
int ranks_count(void);
bool ranks_first(void);

/* Runs a job on all ranks, with `threads` threads each.  Ranks ask for a block of rows at a time;
 * the first rank takes the rows, in order.  All ranks must call it with the same job. */
row_runner ranks_run;

/* ranks_part: this rank works out no more rows; a failure of another rank becomes that of the first
 * rank, unless that has its own.  After it the first rank prints the error, and ranks_end has all
 * end together: a rank that ended earlier with a failure would have MPI stop the others. */
void ranks_part(struct error *err);
void ranks_end(void);

#endif
