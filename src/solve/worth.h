/* worth.h - what packages are worth to each judge in one draw, if all that is agreed is done */
#ifndef WORTH_H
#define WORTH_H

#include "scenario.h"

/* A judge's value of the ends of the talks, on its utility scale. */
struct stake {
    double off_table;   /* utility of the issues that are not negotiated */
    double nothing;     /* b: utility of nothing performed */
    double no_deal;     /* w: no deal, as a difference from b */
    double after;       /* w + A: what follows a deal that was carried out and does not last */
    double refused;     /* w - r: the same less what saying no costs it */
    double reservation; /* b + w, or what the scenario says; less r */
};

/* One draw of a scenario, issue by issue, for judge after judge: the parties, then the veto holders
 * with preferences of their own (scenario.h).  A "slot" is a level of a negotiated issue: slot
 * first[k] + l is level l of issue k; arrays by slot are [n_judge * n_slot], a judge a row. */
struct worth {
    const struct scenario *scenario; /* borrowed */
    size_t n_slot, first[MAX_ISSUE];
    double *part;     /* weight times value */
    double *charge;   /* what signing it costs as a loss against the reference */
    double *start;    /* [n_judge * n_table] weight times value at `nothing` */
    double *lever;    /* move of no deal once the level is performed */
    uint32_t *vetoed; /* red lines that hold in this draw: how many there are about the level */
    double *lasts;    /* [n_judge * levels of the lasts issue], or [n_judge] when it is fixed */
    double *bonus;    /* what each interaction adds, judge after judge */
    double *bonus_at_nothing; /* the same where it holds with nothing performed, else 0 */
    double *chance;           /* of readings of vague texts (vague.h), which a party adds up to 1 */
    size_t first_bonus[MAX_JUDGE];
    struct stake stake[MAX_JUDGE];
};

NODISCARD
enum error_code worth_init(struct worth *w, const struct scenario *s, struct error *err);
void worth_release(struct worth *w);

/* Takes in a draw, theta[n_parameter]. */
void worth_fill(struct worth *w, const double theta[]);

/* Below, level[n_table] may stand for all readings of a vague text.  Each judge then values them
 * as its party reads them: parts, charges, levers, `lasts` and interactions are means over its
 * readings, and a red line holds where its roll is below its probability times the chance of the
 * readings that cross it.  Source: docs/methods.md, "Vague terms". */

/* The chance that the package at level[n_table] outlasts its last phase, as judge j sees it. */
double worth_lasts(const struct worth *w, size_t j, const size_t level[]);

/* u_j(x): sum over issues of weight times value, in the order of the issues, plus interactions;
 * in [0, 1] without interactions. */
double worth_utility(const struct worth *w, size_t j, const size_t level[]);

/* V_j(x) - w_j + r_j: what the package is worth to j over refusing it, red lines aside, when all of
 * it is performed at once.
 *
 *   V = G + (1 - pi) (w + A + L) - R,  G = u - b
 *
 * R is worth_charge.  With pi = 1 the surplus is u - R - reservation, to the last bit.
 * Source: docs/methods.md, "A deal against none". */
double worth_surplus(const struct worth *w, size_t j, const size_t level[]);

/* What signing the package charges j, summed over the levels: R of docs/methods.md. */
double worth_charge(const struct worth *w, size_t j, const size_t level[]);

/* What a level brings a judge that signs: its part less its charge. */
static inline double worth_part(const struct worth *w, size_t slot)
{
    return w->part[slot] - w->charge[slot];
}

/* What any level of issue k, also one between two names of it, is worth to j in the draw theta:
 * weight times value, and the move of its no deal.  Between two names both are straight lines. */
double worth_part_at(const struct worth *w, size_t j, size_t k, double level, const double theta[]);
double worth_lever_at(const struct worth *w, size_t j, size_t k, double level,
                      const double theta[]);

/* How many of j's red lines the package crosses in this draw. */
size_t worth_vetoes(const struct worth *w, size_t j, const size_t level[]);

#endif
