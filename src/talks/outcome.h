/* outcome.h - what is said and done in talks, and how they end */
#ifndef OUTCOME_H
#define OUTCOME_H

#include "strategy.h"

/* How talks end. */
#define ENDING_LIST(X)                                                        \
    X(AGREEMENT, agreement, "enough accepted a package: of two, both")        \
    X(DEADLINE, deadline, "the deadline passed")                              \
    X(BROKEN_OFF, broken_off, "an event ended them")                          \
    X(BREAKDOWN, breakdown, "they broke down between rounds")                 \
    X(LEFT, left, "a party left them for what it had outside")                \
    X(FINAL_REFUSED, final_refused, "the mediator's final offer was refused") \
    X(NOT_RATIFIED, not_ratified, "a body refused what the leaders had agreed")

enum ending {
#define X(upper, lower, help) ENDING_##upper,
    ENDING_LIST(X)
#undef X
        ENDING_COUNT,
};
extern const struct name ending_names[ENDING_COUNT];

/* Something said or done, for who wants to watch. */
#define ACT_LIST(X)                                                                       \
    X(OFFER, offer, "puts forward a package")                                             \
    X(ACCEPT, accept, "accepts the package that stands")                                  \
    X(TEXT, text, "the mediator's text changes")                                          \
    X(DRAFT, draft, "the mediator puts forward a text of its own")                        \
    X(FINAL, final, "the mediator presents its final offer")                              \
    X(NO_FINAL, no_final, "it knows of none that would be agreed")                        \
    X(TAKES, takes, "would take the mediator's text, if the others do")                   \
    X(REFUSE, refuse, "refuses what it is asked about: the mediator's text, or an offer") \
    X(LEAVE, leave, "leaves the talks")                                                   \
    X(RATIFIES, ratifies, "a body passes what was agreed")                                \
    X(REJECTS, rejects, "a body refuses what was agreed")                                 \
    X(EVENT, event, "an event happens")                                                   \
    X(PILOT_WORKS, pilot_works, "the pilot step is carried out")                          \
    X(PILOT_FAILS, pilot_fails, "the pilot step fails")

enum act {
#define X(upper, lower, help) ACT_##upper,
    ACT_LIST(X)
#undef X
        ACT_COUNT,
};
extern const struct name act_names[ACT_COUNT];

/* Who does something: a side, the mediator, all sides, several of them, or nobody. */
enum { BY_MEDIATOR = MAX_SIDE, BY_ALL, BY_SEVERAL, BY_NOBODY };

struct action {
    enum act act;
    size_t by;
    struct moment when;
    double target;    /* of the side's offer; NAN where there is none */
    uint32_t package; /* or NO_PACKAGE */
    const struct event *event;
    const struct ratifier *ratifier; /* the body that votes, or NULL */
};

struct outcome {
    enum ending ending;
    const struct event *event;       /* that ended it, or NULL */
    const struct ratifier *ratifier; /* the body that refused it, or NULL */
    size_t by;                       /* who accepted last, refused or left, or BY_NOBODY */
    size_t offered_by;               /* who put forward what was agreed, or BY_NOBODY */
    uint64_t accepted;               /* who has accepted what was agreed (side_bit) */
    uint64_t refused;                /* who, or whose bodies, refused it, or the final offer */
    bool is_final;                   /* agreed on the mediator's final offer */
    double day;
    uint32_t package; /* agreed, or NO_PACKAGE */
    size_t n_round;   /* held */
};

#endif
