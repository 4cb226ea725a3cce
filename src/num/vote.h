/* vote.h - what makes a vote pass */
#ifndef VOTE_H
#define VOTE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    VOTE_MAX_SEAT = 1000000,
    VOTE_MAX_BLOC = 1000,
};

/* Seats that vote for a motion of utility x when x >= least + noise e, e a logistic number of each
 * seat, or one of all: with probability 1 / (1 + exp(-(x - least) / noise)). */
struct vote_bloc {
    size_t seats;
    bool as_one; /* all vote alike */
    bool vetoes; /* nothing passes without it; of a bloc that votes alike */
    double least;
    double roll; /* in (0, 1): how many of its seats vote for a motion is the quantile at it */
};

/* A vote passes when at least `quota` of its seats vote for it, and so do all blocs that have a
 * veto; `shock` is the standard deviation
 * of a normal move of x that all blocs share, and is its quantile at `swing` in (0, 1).  With a
 * noise of 0 and a shock of 0 chance has no say.  Seats sum to VOTE_MAX_SEAT at most, in
 * VOTE_MAX_BLOC blocs at most. */
struct vote {
    size_t n_bloc, quota;
    const struct vote_bloc *bloc;
    double noise, shock, swing;
};

/* The least x that passes; INFINITY when the quota is out of reach.
 *
 * For a given x the seats of a bloc that vote for it are a binomial number, the larger the more x
 * is, and those of different blocs are independent.  Its quantile at the bloc's roll, over rolls,
 * is just that: so that over rolls and swings x passes with its exact probability (Poisson
 * binomial, mixed over the shock).  Time does not grow with the number of seats. */
double vote_threshold(const struct vote *vote);

/* The least x at which a bloc's (k + 1)-th vote is there: of one that votes alike, that of all its
 * seats.  The same rolls and swing decide as in vote_threshold, so that a vote passes where enough
 * of these thresholds are reached: also where each bloc looks at an x of its own. */
double vote_least(const struct vote *vote, size_t bloc, size_t k);

/* The probability that a bloc's seat votes for x, given the shock. */
double vote_seat(const struct vote *vote, size_t bloc, double x);

#endif
