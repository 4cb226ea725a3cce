/* box_worth.h - which limits of a box chance may have made, and which box to show */
#ifndef BOX_WORTH_H
#define BOX_WORTH_H

#include "prim.h"

#include <gsl/gsl_rng.h>

/* A box without one of its limits. */
struct box_without {
    size_t n, k;    /* rows that are looked at, and yes among them, within all its other limits */
    double quasi_p; /* NAN where the box does not have this limit */
};

/* What each limit of box b does: without[BOX_ENDS * n_factor], out, by the number of the end.
 * Where a limit changes nothing, the yes among the n rows of the box are as those of the rows
 * without it, of which a share p is yes.  The quasi-p of a limit is the probability of at least k
 * yes then, P(Bin(n, p) >= k).  It is no true significance: the search has seen the rows.
 * Source: Bryant & Lempert (2010) Technological Forecasting & Social Change 77:34. */
void box_worth(const struct cases *c, const struct boxes *s, size_t b,
               struct box_without without[]);

/* Picks the box to show: among those with a limit, and all limits of a quasi-p of `level` at most,
 * the one with the largest harmonic mean of coverage and density; of equals the first.  False where
 * there is none.  room[BOX_ENDS * n_factor] is room.
 *
 * The last box of a search is the densest, and buys that with limits that fit chance, and with
 * much of its coverage.  Quasi-p keeps those limits out; the harmonic mean is as low as the worse
 * of the two, so that a box is neither everything nor a handful of rows.  (Where nearly all is yes,
 * the first box has both already, and the one picked is near to it: look for the no then.) */
bool box_worth_pick(const struct cases *c, const struct boxes *s, double level,
                    struct box_without room[], size_t *b);

/* How firm box b is: searches again, `times` times, in a random half of the rows that are looked
 * at, and counts how often each factor is restricted in the box that is nearest to b in coverage
 * and density (Euclidean; of equals the first): restricted[n_factor], out, at most `times`.  A
 * factor that b restricts and few halves do is not to be trusted.  Coverage is a share of the yes
 * among the rows looked at; mass_min stays a share of all rows before the half.  Half t is drawn
 * from r's stream (STREAM_HALVES, t).
 * Errors: ERR_MEMORY, ERR_INTERRUPTED.
 * Source: Bryant & Lempert (2010), reproducibility statistics. */
NODISCARD
enum error_code box_worth_repeat(const struct cases *c, const struct boxes *s, size_t b,
                                 const struct prim_options *options, size_t times, const gsl_rng *r,
                                 size_t restricted[], struct error *err);

#endif
