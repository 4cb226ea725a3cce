/* utility.h - what packages are worth to each veto player in a draw, if all of them is done */
#ifndef UTILITY_H
#define UTILITY_H

#include "scenario.h"

/* A veto player's value of the ends of the talks, on its utility scale. */
struct stake {
    double off_table;   /* utility of the issues that are not negotiated */
    double nothing;     /* b: utility of nothing performed */
    double no_deal;     /* w: no deal, as a difference from b */
    double after;       /* w + A: what follows a deal that was carried out and does not last */
    double refused;     /* w - r: the same less what saying no costs it */
    double reservation; /* b + w, or what the scenario says; less r */
};

/* One draw of a scenario, issue by issue, for veto player after veto player: the parties, then the
 * veto holders with preferences of their own (scenario.h).  A "slot" is a level of a negotiated
 * issue: slot first[k] + l is level l of issue k; arrays by slot are [n_veto * n_slot], a
 * veto player a row.
 */
struct utility {
    const struct scenario *scenario; /* borrowed */
    size_t n_slot, first[MAX_ISSUE];
    double *part;     /* weight times value */
    double *charge;   /* what signing it costs as a loss against the reference */
    double *start;    /* [n_veto * n_table] weight times value at `nothing` */
    double *leverage; /* move of no deal once the level is performed */
    uint32_t *vetoed; /* red lines that hold in this draw: how many there are about the level */
    double *lasts;    /* [n_veto * levels of the lasts issue], or [n_veto] when it is
                         fixed */
    double *bonus;    /* what each interaction adds, veto player after veto player */
    double *bonus_at_nothing; /* the same where it holds with nothing performed, else 0 */
    double *chance;           /* of readings (vague.h); by text and party they sum to 1 */
    size_t first_bonus[MAX_VETO];
    struct stake stake[MAX_VETO];
};

NODISCARD
enum error_code utility_init(struct utility *w, const struct scenario *s, struct error *err);
void utility_release(struct utility *w);

/* Takes in a draw, theta[n_parameter]. */
void utility_fill(struct utility *w, const double theta[]);

/* Below, level[n_table] may stand for all readings of a vague text.  Each veto player then values
 * them as its party reads them: parts, charges, leverage, `lasts` and interactions are means over
 * its readings, and a red line holds where its roll is below its probability times the chance of
 * the readings that cross it.  Source: docs/methods.md, "Vague terms". */

/* The chance, as j sees it, that the package at level[n_table] outlasts its last phase. */
double utility_lasts(const struct utility *w, size_t j, const size_t level[]);

/* u_j(x): sum over issues of weight times value, in the order of the issues, plus interactions;
 * in [0, 1] without interactions. */
double utility_of(const struct utility *w, size_t j, const size_t level[]);

/* V_j(x) - w_j + r_j: what the package is worth to j over refusing it, red lines aside, when all of
 * it is performed at once.
 *
 *   V = G + (1 - pi) (w + A + L) - R,  G = u - b
 *
 * R is utility_charge.  With pi = 1 the surplus is u - R - reservation, to the last bit.
 * Source: docs/methods.md, "A deal against none". */
double utility_surplus(const struct utility *w, size_t j, const size_t level[]);

/* What signing the package charges j, summed over the levels: R of docs/methods.md. */
double utility_charge(const struct utility *w, size_t j, const size_t level[]);

/* What a level brings a veto player that signs: its part less its charge. */
static inline double utility_part(const struct utility *w, size_t slot)
{
    return w->part[slot] - w->charge[slot];
}

/* What any level of issue k, also one between two names of it, is worth to j in the draw theta:
 * weight times value, and the move of its no deal.  Between two names both are straight lines. */
double utility_part_at(const struct utility *w, size_t j, size_t k, double level,
                       const double theta[]);
double utility_leverage_at(const struct utility *w, size_t j, size_t k, double level,
                           const double theta[]);

/* How many of j's red lines the package crosses in this draw. */
size_t utility_vetoes(const struct utility *w, size_t j, const size_t level[]);

#endif
