/* doubt_grid.h - what other choices of the answers' doubt and scale would have given */
#ifndef DOUBT_GRID_H
#define DOUBT_GRID_H

#include "learned.h"

enum { GRID_DOUBTS = 5, GRID_SCALES = 5, GRID_CHOICES = GRID_DOUBTS * GRID_SCALES };

/* One choice for all answers without a doubt of their own: Brier scores over all answers. */
struct doubt_choice {
    double doubt, scale;
    double effective, log_z, error; /* worlds that count, of the prior's; log evidence */
    double prior, without_scenario, forward;
};

/* Weighs the prior's worlds anew for each choice, whether or not they are enough: `effective` says.
 * There must be answers.  Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code doubt_grid_find(const struct learned *l, struct doubt_choice choice[GRID_CHOICES],
                                struct error *err);

#endif
