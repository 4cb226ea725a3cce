/* zone.h - the best packages of a draw, without a visit to every package */
#ifndef ZONE_H
#define ZONE_H

#include "addends.h"
#include "front.h"

/* Which packages are wanted. */
enum zone_wants {
    ZONE_ANY,  /* all of them */
    ZONE_EACH, /* those that each party of the query accepts; of a query with their veto players */
    ZONE_AGREED, /* those that would be agreed (agreement.h); of a query with all veto players */
};

/* By whom packages are compared, and which are wanted; never one that is banned or crosses a red
 * line of those whom it must suit.
 *
 * Whoever can be outvoted does not keep a package out by a red line, but refuses it.  Then a point
 * that is better for him and crosses more of his lines is not better: how many it crosses, as a
 * number below 0, stands behind the gains and counts as one more. */
struct zone_query {
    size_t n_veto, veto_player[MAX_VETO]; /* whose gains count */
    size_t n_lined, lined[MAX_VETO];      /* whose crossed red lines do */
    bool excludes[MAX_VETO];              /* whose crossed red lines keep a package out */
    enum zone_wants wants;
    uint64_t parties; /* ZONE_EACH: bit p, party p */
};

/* Gains, and red lines crossed. */
enum { ZONE_WIDTH = 2 * MAX_VETO };
static inline size_t zone_width(const struct zone_query *query)
{
    return query->n_veto + query->n_lined;
}

struct zone {
    struct zone_query query;
    bool is_left_out;        /* there are more than ZONE_MOST points: `now` is empty */
    bool left_some;          /* ... and whether there is a package all the same */
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

/* Where parties can be outvoted, few packages are beaten, and points are compared with each other.
 * More: larger searches are done; fewer: their draws take less time. */
enum { ZONE_MOST = 1000 };

/* Finds the packages that no other package beats for the veto players of the query, in a scenario
 * without phases: zone->now, with their surpluses in the order of query->veto_player, or, unless
 * the query wants any package, what is left of these (appraisal_take_leave); behind them the red
 * lines crossed.  Empty when there are none.
 *
 * Axis by axis: a partial package that is beaten by another stays beaten whatever is added,
 * since free axes add the same to both; and one that even the best combinations of those to come
 * cannot bring to what enough veto players ask for is left at once.  Time grows with the sum of
 * levels times the size of the front, not with the number of packages.
 *
 * Errors: ERR_MEMORY.
 * Source: nondominated sums, as in Nemhauser & Ullmann (1969) Management Science 15:494. */
NODISCARD
enum error_code zone_find(struct zone *zone, const struct layout *l,
                          const struct appraisal *appraisal, const struct addends *addends,
                          const struct zone_query *query, struct error *err);
void zone_release(struct zone *zone);

/* Whether there is a package that the query wants, also where the search was given up. */
bool zone_has_some(const struct zone *zone);

/* Coordinate `at` of a point, as far as a combination of free axis i, or of the linked issues of a
 * case, makes it; -INFINITY where the package is kept out. */
double zone_free_part(const struct zone_query *query, const struct layout *l,
                      const struct utility *w, size_t at_case, size_t at, size_t i, size_t of_axis);
double zone_linked_part(const struct zone_query *query, const struct layout *l,
                        const struct utility *w, const struct addends *addends, size_t at_case,
                        size_t at, size_t c);

/* The point of a whole package with these surpluses: point[zone_width].  False: it is kept out. */
bool zone_point(const struct zone_query *query, const struct utility *w, const size_t level[],
                const double surplus[], double point[]);

/* Whether a query wants a package to which the veto players in `yes` agree. */
bool zone_wants(const struct zone_query *query, const struct scenario *s, uint64_t yes);

/* All veto players, and what would be agreed; those of some parties, who must each accept (bit
 * p: party p); or the parties that bargain, with all packages. */
struct zone_query zone_of_agreement(const struct scenario *s);
struct zone_query zone_of_coalition(const struct scenario *s, uint64_t parties);
struct zone_query zone_of_bargainers(const struct scenario *s);

#endif
