/* pick.h - the packages that the bargaining solutions pick in one draw */
#ifndef PICK_H
#define PICK_H

#include "solution.h"
#include "zone.h"

/* A pick for each solution from a front of what is left to all judges of their surpluses
 * (deal_take_leave, zone_of_agreement); only the parties that bargain divide, the others have
 * consented.  Nothing is found on an empty front. */
void pick_solutions(const struct deal *deal, const struct front *front,
                    struct solution_pick pick[static SOLUTION_COUNT]);

#endif
