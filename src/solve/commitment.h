/* commitment.h - promised steps, one after another: who performs, and what the rest is worth */
#ifndef COMMITMENT_H
#define COMMITMENT_H

#include <stddef.h>

enum {
    COMMITMENT_MAX_VETO = 48,
    COMMITMENT_MAX_STEP = 48,
    COMMITMENT_MAX_SLOPE = 32,
    COMMITMENT_MAX_TYPED = 3, /* actors who may be of two kinds */
    COMMITMENT_STATES = 1 << COMMITMENT_MAX_TYPED,
    /* Packages that are solved side by side.  Larger: the values leave the first cache level. */
    COMMITMENT_MAX_WIDTH = 512,
};

/* Steps in order; at each, one veto player, the actor, performs or breaks off.  All amounts are
 * differences from nothing performed, on the utility scale.  An actor that breaks off falls back
 * on its no deal as it then stands, less the penalty; the others on theirs, and compensation.
 *
 *   X_j(n) = gain_j(n) + D_j(n) [(1 - s_n) V_j(n+1) + s_n fall_j(n+1)]     all perform step n;
 *            a collapse after the last step finds what steps have handed over, not the end
 *   Y_a(n) = fall_a(n) - penalty(n),  Y_o(n) = fall_o(n) + relief(n)       the actor a breaks off
 *   q(n)   = 1 if X_a >= Y_a - tie, else 0;  with noise 1 / (1 + exp(-(X_a - Y_a) / noise(n)))
 *   V_j(n) = q X_j + (1 - q) Y_j,   V_j(N+1) = the end value
 *
 * An actor t may be of two kinds: with probability keeps_word[t] it performs whatever it gains,
 * else it does as above; the others do not know which until it performs where the second kind
 * would break off.  Beliefs move by Bayes' rule, choices are pure; where the second kind would
 * rather pass for the first if that were believed, and not otherwise, it breaks off.  V_t is the
 * value to the second kind.  At most COMMITMENT_MAX_TYPED actors; not with noise.
 *
 * The slope of a veto player is what a unit of better no deal adds to its V at the choices made,
 * whatever it is: no deal stands where an agreement breaks off, collapses or does not last.
 *
 *   T(n) = q D(n) [(1 - s_n) T(n+1) + s_n] + 1 - q,   T(N+1) = 1 - pi
 * Source: docs/methods.md, "Phases"; Fearon (1995) Int. Organization 49:379; logit choices:
 * McKelvey & Palfrey (1998) Experimental Economics 1:9. */
struct commitment {
    size_t n_step, n_veto;
    const size_t *actor;      /* [n_step] a veto player */
    const double *discount;   /* [n_step * n_veto] D, what follows step n is worth before it */
    const double *shock;      /* [n_step] s, the chance that the deal collapses after step n */
    const double *penalty;    /* [n_step] expected */
    const double *relief;     /* [n_step] */
    const double *noise;      /* [n_step] */
    const double *keeps_word; /* [n_veto] 0: known to be of the second kind */
    double tie;
    size_t n_slope;
    const size_t *slope; /* [n_slope] the veto players whose slopes are wanted */
};

#define COMMITMENT_ROWS(n_step) ((n_step) + 2)

/* Amounts for `width` packages: a part that all share plus a part of each package.
 *
 *   gain     [COMMITMENT_ROWS(n_step) * n_veto]
 *            row n: what step n brings; row n_step: 0; last row: what takes effect at the end
 *   fall     [COMMITMENT_ROWS(n_step) * n_veto]
 *            row n: no deal before step n; row n_step: after all steps; last row: after the end
 *   gain_of, fall_of
 *            [the same * stride]  the part of each package
 *   lasts    [n_veto]  pi: the end value is the last gain + (1 - pi) times the last fall */
struct commitment_stock {
    size_t width, stride;
    const double *gain, *fall, *gain_of, *fall_of, *lasts;
};

/* Room to work in, in doubles. */
size_t commitment_room(const struct commitment *commitment, size_t width);

/* Solves `width` packages, 1 to COMMITMENT_MAX_WIDTH, by backward induction.
 *
 *   value[(n_veto + n_slope) * width]  out: V(1), and then T(1) of those wanted
 *   complete[width]  out: the probability that all steps are performed, as one who shares
 *                    the others' beliefs sees it; a shock after the last does not count
 *   begins[width]    out: the probability that the first step is performed
 *   room[commitment_room()]  overwritten */
void commitment_solve(const struct commitment *commitment, const struct commitment_stock *stock,
                      double value[], double complete[], double begins[], double room[]);

/* The same for one package (stock->width = 1), with what happens on the way.
 *
 *   performs[n_step]  out: the probability that the actor performs once step n is reached
 *   margin[n_step]    out: X_a(n) - fall_a(n): minus the penalty that would be needed there
 * A NULL is not wanted. */
void commitment_follow(const struct commitment *commitment, const struct commitment_stock *stock,
                       double value[], double *complete, double performs[], double margin[]);

#endif
