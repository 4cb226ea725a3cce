/* census.h - in how many draws each package is accepted, and by whom */
#ifndef CENSUS_H
#define CENSUS_H

#include "zone.h"

/* Sums over draws for every package, in the order of layout_cell; whole numbers, so that sets of
 * draws may be added in any order. */
struct census_counts {
    uint32_t *accepts;  /* [(n_party + 1) * packages] draws in which each party, and all, accept */
    uint64_t *complete; /* [packages] probabilities that all is carried out, in units of
                           1 / CENSUS_UNIT; NULL without phases */
};
#define CENSUS_UNIT 1e9 /* decimal, so that means are short; 10^10 draws still fit */

/* How the packages of a draw are visited; a workspace belongs to one thread. */
struct census_kind {
    enum error_code (*open)(void **census, const struct layout *l, const struct deal *deal,
                            uint64_t max_draw, struct error *err);
    /* Counts the draw in `deal`.  *best: the packages that all accept and no other such package
     * beats for every judge, and those as good, until the next call.  *zone_size, unless NULL: how
     * many all accept is added to it by the time that `collect` returns. */
    enum error_code (*take)(void *census, const struct deal *deal, uint64_t *zone_size,
                            const struct zone **best, struct error *err);
    /* How many more draws may be taken before `collect`. */
    uint64_t (*room)(const void *census);
    /* Adds what was counted, and begins anew. */
    void (*collect)(void *census, struct census_counts *counts);
    void (*close)(void *census);
    /* The bytes of a workspace, for a check beforehand. */
    double (*bytes)(const struct scenario *s, uint64_t max_draw);
};

/* Packages whose worths add up over issues are counted a row at a time (tally.h) and the best
 * found issue by issue (zone.h); those that are carried out in phases are all solved. */
extern const struct census_kind census_plain, census_phased;

const struct census_kind *census_for(const struct scenario *s);

#endif
