/* alternating.h - alternating offers with a last turn, solved by backward induction */
#ifndef ALTERNATING_H
#define ALTERNATING_H

#include <stdbool.h>
#include <stddef.h>

/* What two sides can agree on. */
struct bargaining_set {
    /* The best for `side` that gives the other at least `need`: gain[2]; false for none. */
    bool (*best)(const void *of, size_t side, double need, double gain[2]);
    const void *of;
};

/* Turns 0 .. n_turn.  At each, the side that was made an offer answers; then, except at the last
 * turn, one side makes an offer.  Gains are over no deal, in which talks without an agreement
 * end. */
struct alternating {
    size_t n_turn;
    const double *delay;     /* [n_turn] days to the next turn */
    const double *breakdown; /* [n_turn] probability that there is none */
    const double *mover;     /* [n_turn] probability that side 0 makes the offer */
    double discount[2];      /* what a day's delay leaves of a gain */
    double cost[2];          /* what a day's delay takes */
    double outside[2];       /* what leaving the talks is worth */
    double floor[2];         /* a side accepts nothing below it */
};

/* Solves by backward induction; out, both [2 * (n_turn + 1)], turn after turn:
 *
 *   least  the least that a side accepts at a turn: the largest of stay, outside and floor
 *   stay   what refusing and going on is worth to it
 *   hope   [n_turn + 1], unless NULL: 1 where an agreement is foreseen at this turn's offer or a
 *          later one, else 0
 *
 * A side offers what is best for itself among what gives the other its `least` of the next turn,
 * unless letting the turn pass is worth more to it.
 * Source: Stahl (1972) Bargaining Theory; with outside options Binmore, Shaked & Sutton (1989) Q.
 * J. Economics 104:753; with breakdown Binmore, Rubinstein & Wolinsky (1986) RAND J. Economics
 * 17:176. */
void alternating_solve(const struct alternating *game, const struct bargaining_set *set,
                       double least[], double stay[], double hope[]);

#endif
