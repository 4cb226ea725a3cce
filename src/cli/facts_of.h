/* facts_of.h - what facts.json says: the words of a scenario, and what was found that no table has
 */
#ifndef FACTS_OF_H
#define FACTS_OF_H

#include "results.h"

#include <jansson.h>

/* What a scenario says of itself, its issues with their levels, parties, bodies, phases, proposals,

 * texts and talks, with titles and remarks, and its rule of agreement where it has one; where each
 number comes from; and its settings.
 * NULL where there is no memory for it; what there is none for within it is left out.  Owned by
 * the caller. */
json_t *facts_of(const struct scenario *s, size_t n_set, const char *const set[]);

/* Of a run: the share of draws in which some package is acceptable to all, and of the package that
 * all accept most often, with their intervals and how many packages are its equals; which numbers
 * alone decide most; and, where no package suits all at mean preferences, the least concession. */
json_t *facts_of_run(const struct results *r);

#endif
