/* lookahead.h - the turns to come, and their solution by backward induction */
#ifndef LOOKAHEAD_H
#define LOOKAHEAD_H

#include "world.h"

/* Lays out the turns from a round on `day`, number `round`, to the deadline, at the mean interval,
 * and solves them over the world's frontier; `turn` is the number of the first, and floor what the
 * sides ask at least. Errors: ERR_MEMORY.
 */
NODISCARD
enum error_code lookahead_make(struct lookahead *f, const struct world *w, const double floor[],
                               double day, size_t round, size_t turn, struct error *err);
void lookahead_release(struct lookahead *f);

#endif
