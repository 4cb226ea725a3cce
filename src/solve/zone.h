/* zone.h - the best packages of a draw, without a visit to every package */
#ifndef ZONE_H
#define ZONE_H

#include "addends.h"
#include "front.h"

/* By whom packages are compared, and which are wanted; never one that is banned or crosses
 * anybody's red line. */
struct zone_query {
    size_t n_veto, veto_player[MAX_VETO]; /* whose gains count */
    bool suits_all;                       /* only packages to which each of them agrees */
};

struct zone {
    struct front now;        /* the answer */
    struct front part, next; /* of a case; while it is found */

    /* The trail, for equals.h to go back through: the partial fronts of each case.  In stage i the
     * first i free axes are decided; one more stage has the last front again, as what is left
     * once partners have left.  first[...] is where each begins in the trail, and where the last
     * ends.  addends: the draw, borrowed; NULL when `now` was made by front_offer. */
    const struct addends *addends;
    struct front trail;
    size_t *first, room_first;
};

/* The stages of a case in the trail. */
#define ZONE_STAGES(n_free) ((n_free) + 2)

/* Finds the packages that no other package beats for the veto players of the query, in a scenario
 * without phases: zone->now, with their surpluses in the order of query->veto_player, or, where the
 * query wants those that suit all, what is left of these (appraisal_take_leave).  Empty when there
 * are none.
 *
 * Axis by axis: a partial package that is beaten by another stays beaten whatever is added,
 * since free axes add the same to both; and one that even the best combinations of those to come
 * cannot bring to what a veto player asks for is left at once.  Time grows with the sum of levels
 * times the size of the front, not with the number of packages.
 *
 * Errors: ERR_MEMORY.
 * Source: nondominated sums, as in Nemhauser & Ullmann (1969) Management Science 15:494. */
NODISCARD
enum error_code zone_find(struct zone *zone, const struct layout *l,
                          const struct appraisal *appraisal, const struct addends *addends,
                          const struct zone_query *query, struct error *err);
void zone_release(struct zone *zone);

/* All veto players, who must all agree; or the parties that bargain, with all packages. */
struct zone_query zone_of_agreement(const struct scenario *s);
struct zone_query zone_of_bargainers(const struct scenario *s);

#endif
