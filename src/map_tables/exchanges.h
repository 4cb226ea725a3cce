/* exchanges.h - two changes of a package that together are a gain to all */
#ifndef EXCHANGES_H
#define EXCHANGES_H

#include "price_list.h"

/* Fills base->exchange of every base, whose changes are priced.  Candidates are pairs of changes of
 * two issues, each a loss on average to one party and a gain to another the other way round (of
 * an issue with over 40 levels so many, evenly spread); by the sum of their single effects the
 * EXCHANGES whose least gain is largest are appraised together, draw by draw, and those that are a
 * gain to all on average are kept. Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code exchanges_find(struct price_list *list, int threads, struct error *err);

#endif
