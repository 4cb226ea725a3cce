/* phased.h - every package of a draw whose agreements are carried out in phases, row by row */
#ifndef PHASED_H
#define PHASED_H

#include "layout.h"

/* What the columns of the layout add to the amounts of a course; the same in all rows. */
struct phased {
    const struct layout *layout; /* borrowed */
    const struct deal *deal;     /* of the last phased_fill; borrowed */
    double *gain_of, *fall_of;   /* [(n_step + 1) * n_judge * n_column] */
    double *bar;                 /* [n_judge * n_column] -INFINITY beyond a red line, else 0 */
    double *room;                /* of chain_solve */
};

NODISCARD
enum error_code phased_init(struct phased *f, const struct layout *l, const struct deal *deal,
                            struct error *err);
void phased_release(struct phased *f);

/* Takes in a draw. */
void phased_fill(struct phased *f, const struct deal *deal);

/* The packages of one row of a case; false, and nothing written, when they are banned.
 *
 *   surplus[n_judge * n_column]  out: deal_surpluses, but -INFINITY beyond a judge's red line
 *   complete[n_column]           out: the probability that all is carried out, once signed */
bool phased_row(const struct phased *f, size_t at_case, size_t row, double surplus[],
                double complete[]);

#endif
