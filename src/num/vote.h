/* vote.h - how likely a vote passes, and what makes it pass */
#ifndef VOTE_H
#define VOTE_H

#include <stdbool.h>
#include <stddef.h>

enum { VOTE_MAX_SEAT = 1000 };

/* Seats that vote for a motion of worth x with probability 1 / (1 + exp(-(x - least) / noise)), or
 * when x >= least if noise is 0; each by itself, or all alike. */
struct vote_bloc {
    size_t seats;
    bool as_one;
    double least;
};

/* A vote passes when at least `quota` of its seats vote for it; `shock` is the standard deviation
 * of a normal move of x that all blocs share. */
struct vote {
    size_t n_bloc, quota;
    const struct vote_bloc *bloc;
    double noise, shock;
};

/* out: for_it[n_seat + 1], the probabilities that 0 .. n_seat of independent seats vote for it when
 * seat i does with probability p[i]: the Poisson binomial distribution by its recursion. */
void vote_distribution(size_t n_seat, const double p[], double for_it[]);

/* The probability that a bloc's seat votes for x, over noise and shock. */
double vote_seat(const struct vote *vote, size_t bloc, double x);

/* The probability that x passes: exact over the noise (Poisson binomial); over the shock in closed
 * form without noise, else by quadrature, to 1e-8.  Seats sum to VOTE_MAX_SEAT at most. */
double vote_passes(const struct vote *vote, double x);

/* The least x that passes in a world where chance decides by `roll` and `swing`, both uniform on
 * (0, 1): the shock is its quantile at `swing`, and x passes when its probability given that shock
 * is at least 1 - roll.  Over rolls and swings, x passes with probability vote_passes(x), since
 * that rises with x.  INFINITY when the quota is out of reach. */
double vote_threshold(const struct vote *vote, double roll, double swing);

#endif
