/* prim.h - finds boxes in which an answer is mostly yes: patient rule induction */
#ifndef PRIM_H
#define PRIM_H

#include "boxes.h"

struct prim_options {
    double peel_alpha;  /* the share of a box's rows that a step peels off, in (0, 0.5) */
    double paste_alpha; /* the share of the rows beyond a limit that a step pastes, in (0, 0.5) */
    double mass_min;    /* a box has at least this share of all rows, in [0, 1] */
};
extern const struct prim_options prim_defaults; /* 0.05 each */

/* Peels a box, from all values of all factors, until it cannot be made denser, and then pastes.
 * An answer is 0 or 1.  found, out, is the whole way there; release it.
 *
 * The first box reaches from the lowest to the highest value of each factor, over all rows, looked
 * at or not; and coverage and mass stay shares of all.  So, to find a second box, search again with
 * c->in false for the rows that are inside the first (box_inside): what is said of both compares.
 *
 * A step tries, factor by factor, to take off the upper and then the lower end of a number, or one
 * category of a set.  An end is cut at the (1 - alpha)- or alpha-quantile of the rows in the box:
 * half-way between the two order statistics around it; where those are equal, between that value
 * and its next neighbour inwards.  Of a whole number the cut is rounded towards 0, and where that
 * is the present limit, the limit itself goes; the new limit is the outermost value left. Of all
 * these boxes the one is taken that gains most density per row lost ("lenient1"); of equals the
 * one that restricts fewer factors, then the first tried.  Of equal categories of a factor that
 * one goes whose first row comes last, so that the order of labels does not matter.  Peeling ends
 * where the best gains nothing or is too small.
 *
 * Pasting moves one limit outwards, into the rows that it alone keeps out: to their (1 - alpha)-
 * quantile (lower) or alpha-quantile (upper), of a whole number to the outermost value within
 * that; or takes one category back, of equals again the one whose first row comes last.  It goes on
 * while the density grows.
 *
 * Errors: ERR_MEMORY, ERR_INTERRUPTED; then nothing is to be released.
 * Source: Friedman & Fisher (1999) Statistics and Computing 9:123; the details that they leave
 * open as in EMA Workbench 3.0 (Kwakkel 2017, Environmental Modelling & Software 96:239). */
NODISCARD
enum error_code prim_run(const struct cases *c, const struct prim_options *options,
                         struct boxes *found, struct error *err);

#endif
