/* strategy.h - one party while it talks: what it aims at, offers and accepts */
#ifndef STRATEGY_H
#define STRATEGY_H

#include "frontier.h"

#include <gsl/gsl_rng.h>

/* A tactic with the numbers of a draw. */
struct tactic_values {
    enum strategy strategy;
    enum acceptance acceptance;
    enum choice choice;
    bool hopes;
    double number[TACTIC_NUMBER_COUNT];
    size_t n_stated;
    const struct stated *stated;
    const struct proposal *proposal; /* those that `stated` names */
};

/* When something is said. */
struct moment {
    double day, time; /* time: share of the way from start to deadline */
    size_t round, turn;
};

/* The turns to come, for strategies that look ahead. */
struct lookahead {
    size_t n_turn, room, first; /* first: the turn that least and stay begin with */
    double *delay, *breakdown, *mover;
    double *hope, *least, *stay; /* of alternating_solve */
};

/* What a side has heard from another: what it offered or accepted. */
struct heard {
    uint32_t last, before; /* the last two, or NO_PACKAGE */
    bool is_news;          /* tit_for_tat: that it has not replied to */
};

/* A party at the table. */
struct side {
    size_t me, n_side;
    const struct side *all; /* [n_side] this one and the others */
    const struct sides *sides;
    const struct frontier *frontier;   /* found when uses_frontier */
    const struct lookahead *lookahead; /* solved when looks_ahead */
    const gsl_rng *choices;            /* for what a strategy leaves to chance */
    struct tactic_values tactic_values;
    double asks;  /* it agrees to nothing that is worth less to it over no deal */
    double floor; /* ... and asks the other for no less than this, which may be more */

    uint32_t run;      /* a number that no earlier talk had */
    uint32_t *said_in; /* [n_package] the run in which it last offered or accepted a package */
    size_t n_said;     /* different packages that it has */
    uint32_t *sent;    /* [n_sent] those that it has offered, and that are on the table */
    uint32_t *taken;   /* [n_taken] those that it has only accepted */
    size_t n_sent, n_taken;
    struct heard heard[MAX_SIDE]; /* from each other */
    double best_offered; /* the best of their offers when it came; -INFINITY before the first */
    double aim;          /* tit_for_tat: what it aimed at last */
    size_t place;        /* zeuthen: on the frontier */
    bool has_begun;      /* tit_for_tat, zeuthen: has moved before */
    size_t *at;          /* micro: [n_case] from this place on a case has been offered */
};

/* What a party would do at its turn. */
struct intent {
    double target;  /* worth over no deal that satisfies it */
    uint32_t offer; /* the package that it would offer, or NO_PACKAGE for none */
    bool leaves;    /* rather than refuse and go on */
    bool suits;     /* the offer is worth more to both than leaving: it is made before that */
};

struct strategy_rule {
    bool uses_frontier, looks_ahead;
    void (*begin)(struct side *side); /* or NULL: after the packages were ranked anew */
    struct intent (*plan)(struct side *side, const struct moment *now);
};
extern const struct strategy_rule *const strategy_rules[STRATEGY_COUNT];

/* Each strategy of the list, in a file of its name: strategy_micro. */
#define X(upper, lower, help) extern const struct strategy_rule strategy_##lower;
STRATEGY_LIST(X)
#undef X

NODISCARD
enum error_code side_init(struct side *side, size_t me, const struct side *all,
                          const struct sides *st, struct error *err);
void side_release(struct side *side);

/* Begins another talk: nothing has been said.  side_rerank is due. */
void side_begin(struct side *side, const struct tactic_values *tactic_values);

/* Called when packages have been ranked anew. */
void side_rerank(struct side *side);

/* Notes that it offers, or that it accepts and the talks go on, and that another does. */
void side_says(struct side *side, uint32_t package, bool offers);
void side_hears(struct side *side, size_t from, uint32_t package, bool offers);

/* The fewest different packages that one of the others has said. */
size_t side_fewest_heard(const struct side *side);

/* Whether it accepts a package, given what it would do otherwise. */
bool side_accepts(const struct side *side, const struct intent *intent, const struct moment *now,
                  uint32_t package);

/* The range in which it bargains: its best, and the least that it would go to. */
double side_best(const struct side *side);
double side_least(const struct side *side);

/* The share of its range that a party has conceded at time t in [0, 1].
 * Source: Faratin, Sierra & Jennings (1998) Robotics and Autonomous Systems 24:159; their beta is
 * 1/exponent, their k the opening. */
double polynomial_concession(double opening, double exponent, double t);
double exponential_concession(double opening, double exponent, double t);

/* mine * before / now, within [low, high]: the other's offers moved from before to now.
 * Source: relative tit-for-tat, window 1, ibid. */
double tit_for_tat_reply(double before, double now, double mine, double low, double high);

/* The same to the one of n others that conceded least; where no ratio can be formed it did not. */
double tit_for_tat_reply_to_all(size_t n, const double before[], const double now[], double mine,
                                double low, double high);

/* The package to offer for a target, as the tactic chooses. */
uint32_t side_offer(const struct side *side, double target);

#endif
