/* sweep_inert.h - what is said of levers that changed nothing in a sweep */
#ifndef SWEEP_INERT_H
#define SWEEP_INERT_H

#include "plan.h"

/* Says, on standard output, which of the n_lever levers of the finished and whole sweep in `dir`
 * changed no column, and if the plan is given and it is known, why.  In designs other than grids no
 * two points differ in one lever only: there it speaks only if all points are alike.  Says nothing
 * where there are too many points or too little memory to look. */
void sweep_inert_say(const char *dir, size_t n_lever, const struct plan *plan);

#endif
