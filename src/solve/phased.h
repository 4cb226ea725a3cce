/* phased.h - every package of a draw whose agreements are carried out in phases, row by row */
#ifndef PHASED_H
#define PHASED_H

#include "layout.h"

/* What the columns of the layout add to the amounts of a course, the same in all rows; and what the
 * packages of the last row are worth. */
struct phased {
    const struct layout *layout;       /* borrowed */
    const struct appraisal *appraisal; /* of the last phased_fill; borrowed */
    double *gain_of, *fall_of;         /* [COMMITMENT_ROWS(n_step) * n_veto * n_column] */
    double *bar;      /* [n_veto * n_column] what the column takes from the surplus for being
                       * signed:  its charges (utility.h), INFINITY beyond a red line */
    double *room;     /* of commitment_solve */
    double *surplus;  /* [n_veto * n_column] appraisal_surpluses; -INFINITY beyond red lines */
    double *felt;     /* [n_party * n_column] of parties with bodies */
    double *least;    /* [n_veto * n_column] appraisal_least */
    double *complete; /* [n_column] the probability that all is carried out, once signed */
    double *begins;   /* [n_column] that anything is */
};

NODISCARD
enum error_code phased_init(struct phased *f, const struct layout *l,
                            const struct appraisal *appraisal, struct error *err);
void phased_release(struct phased *f);

/* Takes in a draw. */
void phased_fill(struct phased *f, const struct appraisal *appraisal);

/* Solves the packages of one row of a case; false, and nothing is found, when they are banned. */
bool phased_row(const struct phased *f, size_t at_case, size_t row);

/* One of them, out: gain[n_veto], its surpluses, and felt[n_party]; whether all veto players
 * agree. */
bool phased_package(const struct phased *f, size_t column, double gain[], double felt[]);

#endif
