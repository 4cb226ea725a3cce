/* alternating.h - alternating offers with a last turn, solved by backward induction */
#ifndef ALTERNATING_H
#define ALTERNATING_H

#include "talks.h"

/* What the sides can agree on. */
struct bargaining_set {
    /* The best for `side` that would be agreed when every other accepts what gives it at least
     * need[]: gain[n_side]; false for none. */
    bool (*best)(const void *of, size_t side, const double need[], double gain[]);
    const void *of;
};

/* Turns 0 .. n_turn.  At each, who was made an offer answers; then, except at the last turn, one
 * side makes an offer.  With `at_once` an offer is answered before its turn ends.  Gains are over
 * no deal, in which talks without an agreement end. */
struct alternating {
    size_t n_side, n_turn;
    bool at_once;
    const double *delay;       /* [n_turn] days to the next turn */
    const double *breakdown;   /* [n_turn] probability that there is none */
    const double *mover;       /* [n_turn * n_side] probability that a side makes the offer */
    double discount[MAX_SIDE]; /* what a day's delay leaves of a gain */
    double cost[MAX_SIDE];     /* what a day's delay takes */
    double outside[MAX_SIDE];  /* what leaving the talks is worth */
    bool may_leave[MAX_SIDE];  /* ... which ends them */
    double floor[MAX_SIDE];    /* a side accepts nothing below it */
};

/* Solves by backward induction; out, both [n_side * (n_turn + 1)], turn after turn:
 *
 *   least  the least that a side accepts at a turn: the largest of stay, outside and floor
 *   stay   what refusing and going on is worth to it
 *   hope   [n_turn + 1], unless NULL: 1 where an agreement is foreseen at this turn's offer or a
 *          later one, else 0
 *
 * An offer of turn k is answered by `least` of turn k + 1; with `at_once`, when turn k is not over:
 * `stay` of turn k + 1 is then what the next turn is worth from there.  A side offers what is best
 * for itself among what enough others accept so, unless letting the turn pass is worth more to it.
 * Source: Stahl (1972) Bargaining Theory; with outside options Binmore, Shaked & Sutton (1989) Q.
 * J. Economics 104:753; with breakdown Binmore, Rubinstein & Wolinsky (1986) RAND J. Economics
 * 17:176; at once, by majority, Baron & Ferejohn (1989) Am. Political Science Review 83:1181. */
void alternating_solve(const struct alternating *game, const struct bargaining_set *set,
                       double least[], double stay[], double hope[]);

#endif
