/* zone_look.h - the best packages of a draw by a look at every package */
#ifndef ZONE_LOOK_H
#define ZONE_LOOK_H

#include "zone.h"

/* A search that was given up (zone_find) is made good by a look at so many packages at most. */
enum { ZONE_LOOK = 100000 };

/* For a zone whose search is given up: finds whether there is a package that its query wants.
 *
 * Where blocs judge by themselves it is mostly their gains that keep so many points, and nothing is
 * chosen by these: then points have the gains and red lines of the others only, zone->query is
 * about them, and zone->now is found all the same, with its chains, as by front_offer; unless there
 * are more than ZONE_LOOK packages, or more than ZONE_MOST points still.  (So blocs, who only vote,
 * do not decide here between packages that are equal for all others, as they do in a search that is
 * not given up.)  Errors: ERR_MEMORY. */
NODISCARD
enum error_code zone_look(struct zone *zone, const struct layout *l,
                          const struct appraisal *appraisal, const struct addends *addends,
                          struct error *err);

#endif
