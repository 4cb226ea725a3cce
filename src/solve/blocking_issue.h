/* blocking_issue.h - what a party that refuses minds most */
#ifndef BLOCKING_ISSUE_H
#define BLOCKING_ISSUE_H

#include "appraisal.h"
#include "move.h"

/* The negotiated issue whose change, to the best level on the table that no ban excludes, would
 * help most with party p, all else in the package as it is.  What counts is the surplus less what
 * is asked for, of whoever lacks most: the party, or one of its veto holders with preferences of
 * their own.  Where a rule on sums moves other issues with it, they move along, as a table of moves
 * says (move.h; NULL where no rule does).  To cross one red line fewer counts more than any
 * surplus.  Ties go to the first issue; NONE when no single change helps. */
size_t blocking_issue_of(const struct appraisal *d, size_t p, const size_t level[],
                         uint32_t *const *move);

#endif
