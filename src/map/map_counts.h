/* map_counts.h - in how many draws each package is accepted, and by whom */
#ifndef MAP_COUNTS_H
#define MAP_COUNTS_H

#include "zone.h"

/* Sums over draws for every package, in the order of layout_cell; whole numbers, so that sets of
 * draws may be added in any order. */
struct map_counts {
    uint32_t *accepts;  /* [agreement_counts * packages] draws in which each accepts */
    uint64_t *complete; /* [packages] probabilities that all is carried out, in units of
                           1 / COUNT_UNIT; NULL without phases */
};
#define COUNT_UNIT 1e9 /* decimal, so that means are short; 10^10 draws still fit */

/* How the packages of a draw are visited; a workspace belongs to one thread. */
struct map_counting {
    enum error_code (*open)(void **counting, const struct layout *l,
                            const struct appraisal *appraisal, uint64_t max_draw,
                            struct error *err);
    /* Counts the draw in `appraisal`.  *best: the packages that would be agreed and no other such
     * package beats for every veto player, and those as good, until the next call.  *zone_size,
     * unless NULL: how many would be agreed is added to it by the time that `collect` returns. */
    enum error_code (*take)(void *counting, const struct appraisal *appraisal, uint64_t *zone_size,
                            const struct zone **best, struct error *err);
    /* How many more draws may be taken before `collect`. */
    uint64_t (*room)(const void *counting);
    /* Adds what was counted, and begins anew. */
    void (*collect)(void *counting, struct map_counts *counts);
    void (*close)(void *counting);
    /* The bytes of a workspace, for a check beforehand. */
    double (*bytes)(const struct scenario *s, uint64_t max_draw);
};

/* Without phases, utilities add up over issues: packages are counted a row at a time (tally.h) and
 * the best found issue by issue (zone.h).  With phases every package is solved. */
extern const struct map_counting counting_plain, counting_phased;

const struct map_counting *map_counting_for(const struct scenario *s);

#endif
