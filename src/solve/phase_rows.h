/* phase_rows.h - every package of a draw whose agreements are carried out in phases, row by row */
#ifndef PHASE_ROWS_H
#define PHASE_ROWS_H

#include "layout.h"

enum { PHASE_ROWS_AMOUNTS = COMMITMENT_ROWS(MAX_STEP) * MAX_VETO };

/* What all packages of a row share: their steps, amounts, and what signing takes. */
struct phase_row {
    struct commitment commitment;
    double gain[PHASE_ROWS_AMOUNTS], fall[PHASE_ROWS_AMOUNTS], lasts[MAX_VETO];
    struct discounts own; /* cleared for each draw */
    double bar[MAX_VETO];
    uint32_t lines[MAX_VETO];
};

/* What the layout's columns add to the amounts of an implementation, the same in all rows; and the
 * results of the row that was solved last. */
struct phase_rows {
    const struct layout *layout;       /* borrowed */
    const struct appraisal *appraisal; /* of the last phase_rows_fill; borrowed */
    double *gain_of, *fall_of;         /* [COMMITMENT_ROWS(n_step) * n_veto * n_column] */
    double *bar;        /* [n_veto * n_column] what signing takes from the surplus for the column:
                         * charges (utility.h) */
    uint32_t *lines_of; /* [n_veto * n_column] red lines that the column crosses */
    double *room;       /* of commitment_solve */
    double *surplus;    /* [n_veto * n_column] appraisal_surpluses */
    double *felt;       /* [n_party * n_column] of parties with bodies */
    uint32_t *lines;    /* [n_veto * n_column] red lines crossed */
    double *least;      /* [n_veto * n_column] appraisal_least; INFINITY beyond a red line */
    double *complete;   /* [n_column] the probability that all is carried out, once signed */
    double *begins;     /* [n_column] that anything is */
    struct phase_row *row; /* of phase_rows_solve */
};

NODISCARD
enum error_code phase_rows_init(struct phase_rows *f, const struct layout *l,
                                const struct appraisal *appraisal, struct error *err);
void phase_rows_release(struct phase_rows *f);

/* Takes in a draw. */
void phase_rows_fill(struct phase_rows *f, const struct appraisal *appraisal);

/* What the packages of a row of a case share; false when they are banned.  out->own is cleared
 * before the first row of a draw (discounts_clear). */
bool phase_rows_open(const struct phase_rows *f, size_t at_case, size_t row, struct phase_row *out);

/* Solves the packages of one row of a case; false, and nothing is found, when they are banned. */
bool phase_rows_solve(const struct phase_rows *f, size_t at_case, size_t row);

/* Solves each row of each case in turn, and calls `take` for those that are not banned; `row`
 * counts through all cases.  Errors: those of `take`; ERR_INTERRUPTED. */
NODISCARD
enum error_code phase_rows_each(const struct phase_rows *f,
                                enum error_code (*take)(void *with, size_t row, struct error *err),
                                void *with, struct error *err);

/* The veto players that agree to a package of the row that was solved last: bit j, veto player j.
 */
uint64_t phase_rows_agree(const struct phase_rows *f, size_t column);

/* A package of that row, out: gain[n_veto], its surpluses, and felt[n_party].  Returns
 * phase_rows_agree. */
uint64_t phase_rows_package(const struct phase_rows *f, size_t column, double gain[],
                            double felt[]);

#endif
