/* refusal.h - what a party that refuses minds most */
#ifndef REFUSAL_H
#define REFUSAL_H

#include "deal.h"

/* The negotiated issue whose change, to the best level on the table that no ban excludes, would
 * raise party p's surplus most, all else in the package as it is; a red line less, its own or of a
 * veto holder in it, counts more than any surplus.  Ties go to the first issue; NO_ISSUE when no
 * single change helps. */
int refusal_issue(const struct deal *d, size_t p, const size_t level[]);

#endif
