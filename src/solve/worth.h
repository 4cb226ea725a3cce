/* worth.h - what packages are worth to each party in one draw */
#ifndef WORTH_H
#define WORTH_H

#include "scenario.h"

/* A party's value of the ends of the talks, on its utility scale. */
struct stake {
    double off_table;   /* utility of the issues that are not negotiated */
    double nothing;     /* b: utility of nothing performed */
    double no_deal;     /* w: no deal, as a difference from b */
    double reservation; /* b + w, or what the scenario says */
};

/* One draw of a scenario, issue by issue.  A "slot" is a level of a negotiated issue: slot
 * first[k] + l is level l of issue k; arrays by slot are [n_party * n_slot], a party a row. */
struct worth {
    const struct scenario *scenario; /* borrowed */
    size_t n_slot, first[MAX_ISSUE];
    double *part;  /* weight times value */
    double *lever; /* move of no deal once the level is performed */
    bool *vetoed;  /* a red line that holds in this draw */
    double *lasts; /* [n_party * levels of the lasts issue], or [n_party] when it is fixed */
    double *bonus; /* what each interaction adds, party after party */
    size_t first_bonus[MAX_PARTY];
    struct stake stake[MAX_PARTY];
};

NODISCARD
enum error_code worth_init(struct worth *w, const struct scenario *s, struct error *err);
void worth_release(struct worth *w);

/* Takes in a draw, theta[n_parameter]. */
void worth_fill(struct worth *w, const double theta[]);

/* The chance that the package at level[n_table] outlasts its last phase, as party p sees it. */
double worth_lasts(const struct worth *w, size_t p, const size_t level[]);

/* u_p(x): sum over issues of weight times value, in the order of the issues, plus interactions;
 * in [0, 1] without interactions. */
double worth_utility(const struct worth *w, size_t p, const size_t level[]);

/* V_p(x) - w_p: what the package is worth to p over no deal, red lines aside.
 *
 *   V = G + (1 - pi) (w + L),  G = u - b
 *
 * With pi = 1 that is u - reservation, to the last bit.
 * Source: docs/methods.md, "A deal against none". */
double worth_surplus(const struct worth *w, size_t p, const size_t level[]);

/* How many of p's red lines the package crosses in this draw. */
size_t worth_vetoes(const struct worth *w, size_t p, const size_t level[]);

/* p accepts when no red line is crossed and the surplus is not negative; a tie is accepted. */
bool worth_accepts(const struct worth *w, size_t p, const size_t level[]);

#endif
