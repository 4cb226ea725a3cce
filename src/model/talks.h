/* talks.h - how a negotiation goes in time: calendar, strategies, events, mediator */
#ifndef TALKS_H
#define TALKS_H

#include "issue.h"
#include "solution.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    MAX_EVENT = 32,
    MAX_SIDE = 16,
    /* Packages that several parties which look ahead compare at every turn.  Larger: a draw takes
     * longer, at worst by its square. */
    TALKS_MAX_LOOKED_AT = 100000,
};
#define SHORTEST_DAYS 0.01 /* from round to round, so that they end */

/* How a party bargains: the name, and what it does.  Formulas: docs/methods.md, "Talks". */
#define STRATEGY_LIST(X)                                                                        \
    X(POLYNOMIAL, polynomial, "concedes with time: alpha = k + (1 - k) t ^ exponent")           \
    X(EXPONENTIAL, exponential, "concedes with time: alpha = exp((1 - t) ^ (1/exponent) ln k)") \
    X(MICRO, micro, "offers its next best package each time the other has, too")                \
    X(TIT_FOR_TAT, tit_for_tat, "concedes in the ratio in which the other does")                \
    X(ZEUTHEN, zeuthen, "concedes when it has less to lose from no agreement than the other")   \
    X(RATIONAL, rational,                                                                       \
      "looks ahead to the deadline: alternating offers by backward "                            \
      "induction")                                                                              \
    X(STATED, stated, "puts forward the proposals of the record on their days")

enum strategy {
#define X(upper, lower, help) STRATEGY_##upper,
    STRATEGY_LIST(X)
#undef X
        STRATEGY_COUNT,
};
extern const struct name strategy_names[STRATEGY_COUNT];

/* Whether it concedes by the share of the time that has passed, and by nothing else. */
static inline bool strategy_follows_time(enum strategy strategy)
{
    return strategy == STRATEGY_POLYNOMIAL || strategy == STRATEGY_EXPONENTIAL;
}

/* When a party accepts what is offered; never what is worth less to it than no deal. */
#define ACCEPTANCE_LIST(X)                                                                  \
    X(TARGET, target, "at least what its strategy aims at now")                             \
    X(NEXT, next, "at least what it would offer itself next")                               \
    X(CONSTANT, constant, "at least `accepts_share` of the way to its best")                \
    X(TIME, time, "as `target`, and once `accepts_after` of the time has passed, anything") \
    X(COMBINED, combined,                                                                   \
      "as `next`, and after `accepts_after` the best that it was offered so far")

enum acceptance {
#define X(upper, lower, help) ACCEPTANCE_##upper,
    ACCEPTANCE_LIST(X)
#undef X
        ACCEPTANCE_COUNT,
};
extern const struct name acceptance_names[ACCEPTANCE_COUNT];

/* Which of the packages that meet its target a party offers. */
#define CHOICE_LIST(X)                                                            \
    X(NEAREST, nearest, "the one that is worth least to itself")                  \
    X(KINDEST, kindest, "the one that is worth most to the other, whom it knows") \
    X(BELIEVED, believed, "the one that it believes to be worth most to the other")

enum choice {
#define X(upper, lower, help) CHOICE_##upper,
    CHOICE_LIST(X)
#undef X
        CHOICE_COUNT,
};
extern const struct name choice_names[CHOICE_COUNT];

/* The numbers of a tactic: parameters. */
#define TACTIC_NUMBER_LIST(X)                                                                    \
    X(exponent, 1, 0.001, 1000, "", "above 1 concedes late, below 1 early (1)")                  \
    X(opening, 0, 0, 1, "",                                                                      \
      "k: share of its range that it concedes at once (0; exponential "                          \
      "0.05)")                                                                                   \
    X(slack, 0, 0, 1, "", "how far below its target it goes (0)")                                \
    X(accepts_share, 0.5, 0, 1, "", "`constant`: the share of the way to its best (0.5)")        \
    X(accepts_after, 0.9, 0, 1, "", "`time`, `combined`: the share of the time (0.9)")           \
    X(discount, 1, 0, 1, "", "what a day's delay leaves of its surplus (1)")                     \
    X(cost, 0, 0, 1, "a day", "what a day of talks costs it (0)")                                \
    X(outside, 0, 0, 1, "",                                                                      \
      "what leaving the talks is worth to it over no deal: it accepts nothing below, and if "    \
      "`rational` leaves once going on is worth less (0)")                                       \
    X(pressure, 0, -1, 1, "a day", "how far its value of no deal moves each day (0)")            \
    X(refusal_pressure, 0, -1, 1, "a day", "how far what saying no costs it moves each day (0)") \
    X(risk, 0, 0, 1, "",                                                                         \
      "what it would lose if the other did not keep the agreement (0); with a `pilot` step of "  \
      "the mediator")                                                                            \
    X(recognition, 1, 0, 1e6, "",                                                                \
      "its weight in the lot that says who moves, where moves = \"random\" (1)")

enum tactic_number {
#define X(name, start, low, high, unit, help) TACTIC_##name,
    TACTIC_NUMBER_LIST(X)
#undef X
        TACTIC_NUMBER_COUNT,
    /* those before this one are the shape of a strategy */
    TACTIC_SHAPE_COUNT = TACTIC_slack,
};

extern const double tactic_start[TACTIC_NUMBER_COUNT];
#define EXPONENTIAL_OPENING 0.05 /* where the scenario gives none: ln 0 is no number */

/* A proposal that a party puts forward from a day on, or a mediator on the day. */
struct stated {
    double day;
    size_t proposal;
};

struct tactic {
    enum strategy strategy;
    enum acceptance acceptance;
    enum choice choice;
    bool hopes; /* concedes from the best that it could wish for, else from what can be agreed */
    size_t number[TACTIC_NUMBER_COUNT];
    size_t n_stated;
    struct stated *stated; /* by day, rising */
};

/* What happens at most once in the talks: on a day, or at a time that a hazard decides. */
struct event {
    const char *name, *note;
    double day;                /* since the start; NAN: by hazard */
    size_t hazard;             /* a day; of an event without a day */
    size_t probability;        /* that it happens at all; of an event on a day */
    size_t roll;               /* uniform on (0, 1), one for each draw */
    bool ends;                 /* the talks */
    size_t suspends;           /* days without talks */
    size_t party;              /* whom the shifts are about, or NONE */
    size_t shift_no_deal;      /* of its value of no deal */
    size_t shift_refusal_cost; /* of what saying no costs it */
    size_t issue;              /* the issue whose weight shifts, or NONE */
    size_t shift_weight;
    size_t n_removed, n_added; /* levels, as issue and level on the table */
    struct event_level {
        size_t issue, level;
    } * removed, *added; /* added: not on the table before */
};

/* A body that votes once the leaders have agreed. */
struct ratifier {
    const char *name; /* of the body */
    size_t side, body;
    size_t days; /* after the agreement, or the vote before */
};

/* What a mediator does besides carrying offers. */
struct mediator {
    bool has_text;        /* parties vote on its text; they make no offers of their own */
    size_t starts;        /* the proposal that its text begins with, or NONE */
    bool all_must_vote;   /* for a change, whatever makes an agreement */
    bool in_turn;         /* changes are tried in the order of issues, else at random */
    size_t temperature;   /* of votes: 0 accepts what is better only */
    double final_day;     /* the day of a final offer; NAN: none */
    enum solution rule;   /* what it takes for the best package */
    size_t knows;         /* 1: the parties as they are in the draw; 0: an independent draw */
    size_t tells;         /* the side that is told the other's limit, or NONE */
    size_t bias;          /* towards the one that is told */
    size_t n_draft;       /* texts of its own that are not final */
    struct stated *draft; /* by day, rising */
    double pilot_day;     /* a small exchange that tries the channel; NAN: none */
    size_t pilot_works;   /* with this probability */
    size_t pilot_roll;
    size_t trust[2]; /* prior of the channel's keeping its word: successes, failures */
};

struct talks {
    long start; /* day number (date.h); only if has_dates */
    bool has_dates;
    double deadline;    /* days from the start */
    double first_day;   /* of the first round */
    double last_day;    /* no round after it */
    bool ends_in_round; /* a round on the last day, in which the last offer is answered */
    bool waits;         /* while talks are suspended nobody concedes */
    size_t knows;       /* how well the parties know each other: 1 as they are, 0 not at all */
    size_t round_days;  /* from round to round; a distribution is drawn anew for each */
    bool one_moves;     /* one party moves in a round, else all do, in turn */
    bool random_mover;  /* ... drawn by the weights of the parties, or, of two, */
    bool first_by_lot;  /* ... with probability `recognition` for side 0 */
    size_t recognition;
    bool at_once;      /* an offer is put to all others at once, else they answer at their turns */
    size_t breakdown;  /* probability that talks break down between rounds */
    double agreed_day; /* of the record; NAN: none */
    size_t n_side;
    size_t side[MAX_SIDE]; /* the parties that bargain, in the order in which they move */
    struct tactic tactic[MAX_SIDE];
    size_t n_event;
    struct event *event;
    size_t n_ratifier;
    struct ratifier *ratifier; /* in the order in which they vote */
    bool sends_back;           /* a first refusal sends the text back; else it ends the talks */
    struct mediator mediator;
};

/* A side in a set of them. */
static inline uint64_t side_bit(size_t side)
{
    return UINT64_C(1) << side;
}

/* Whether what these sides of the scenario's talks accept is agreed.  Parties that only consent
 * have accepted: what they refuse is off the table. */
struct scenario;
bool talks_agree(const struct scenario *s, uint64_t sides);

/* The parties of some sides: bit p, party p. */
uint64_t talks_parties(const struct scenario *s, uint64_t sides);

/* Whether nothing is agreed while this side refuses; while any of them does. */
bool talks_need(const struct scenario *s, size_t side);
bool talks_need_all(const struct scenario *s);

/* Whether several parties may look ahead: offers are put to all at once, and packages are few. */
bool talks_may_look_ahead(const struct scenario *s);

/* Whether a body of the party on a side votes after the leaders. */
bool talks_ratifies(const struct talks *talks, size_t side, size_t body);

/* Whether a party offers by what it believes of the others. */
bool talks_believe(const struct talks *talks);

/* Whether a party offers by what is worth most to several others. */
bool talks_look_at_several(const struct talks *talks);

#endif
