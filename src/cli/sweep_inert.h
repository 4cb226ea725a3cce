/* sweep_inert.h - says which levers of a sweep changed nothing */
#ifndef SWEEP_INERT_H
#define SWEEP_INERT_H

#include "plan.h"

#include <stdbool.h>
#include <stdio.h>

/* Prints which of the n_lever levers of the finished, whole sweep in the file `csv` changed no
 * column, and why, where the plan is given and the reason is known.  In designs other than grids no
 * two points differ in one lever only: there it says something only if all points are alike. Prints
 * nothing where there are too many points, or too little memory, to look at them.  False where
 * the file cannot be read. */
bool sweep_inert_say(FILE *out, const char *csv, size_t n_lever, const struct plan *plan);

#endif
