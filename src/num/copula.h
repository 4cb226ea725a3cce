/* copula.h - correlation between parameters whose own distributions stay as they are */
#ifndef COPULA_H
#define COPULA_H

#include "error.h"

#include <stdbool.h>

enum { COPULA_MAX = 64 }; /* numbers that may be correlated */

/* A Gaussian copula over n numbers: factor[n * n] is the lower Cholesky factor, row-major, of
 * their correlation matrix. */
struct copula {
    size_t n;
    double *factor;
};

/* Factors correlation[n * n] (symmetric, row-major, ones on the diagonal).  When it is not
 * positive definite, that is ERR_SCENARIO without a place, and clash[2] is the pair to look at:
 * the first row at which the factoring fails, and its largest correlation with an earlier row;
 * copula_release is due all the same.
 * Source: GSL 2.7, gsl_linalg_cholesky_decomp1. */
NODISCARD
enum error_code copula_init(struct copula *c, size_t n, const double *correlation, size_t clash[2],
                            struct error *err);
void copula_release(struct copula *c);

/* Turns n independent uniform numbers u[n] in (0, 1) into correlated ones, in place.
 * The correlation is of the normal scores; for a rank correlation rho_S use
 * 2 sin(pi rho_S / 6).  Source: Nelsen (2006) An Introduction to Copulas, 2.3. */
void copula_apply(const struct copula *c, double u[]);

/* The correlation of two of the numbers' normal scores. */
double copula_correlation(const struct copula *c, size_t i, size_t j);

/* Draws some of n correlated uniform numbers anew, given the others: where redrawn[i], u[i] is
 * replaced by what fresh[i], independent and uniform in (0, 1), makes of it.
 * room[n * n + n]: numbers.  False where the correlations are too close to contradiction to be
 * factored in that order.  Source: the Cholesky factor with the kept numbers first, whose scores
 * then follow from u alone. */
bool copula_redraw(const struct copula *c, const bool redrawn[], const double fresh[], double u[],
                   double room[]);

#endif
