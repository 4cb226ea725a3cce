/* talk.h - one negotiation from its first day to its end */
#ifndef TALK_H
#define TALK_H

#include "mediator.h"
#include "world.h"

/* How talks end. */
#define ENDING_LIST(X)                                                        \
    X(AGREEMENT, agreement, "both accepted a package")                        \
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
#define ACT_LIST(X)                                                      \
    X(OFFER, offer, "puts forward a package")                            \
    X(ACCEPT, accept, "accepts the package that stands")                 \
    X(TEXT, text, "the mediator's text changes")                         \
    X(DRAFT, draft, "the mediator puts forward a text of its own")       \
    X(FINAL, final, "the mediator presents its final offer")             \
    X(NO_FINAL, no_final, "it knows of none that all accept")            \
    X(TAKES, takes, "would take the mediator's text, if the other does") \
    X(REFUSE, refuse, "refuses what the mediator puts forward")          \
    X(LEAVE, leave, "leaves the talks")                                  \
    X(RATIFIES, ratifies, "a body passes what was agreed")               \
    X(REJECTS, rejects, "a body refuses what was agreed")                \
    X(EVENT, event, "an event happens")                                  \
    X(PILOT_WORKS, pilot_works, "the pilot step is carried out")         \
    X(PILOT_FAILS, pilot_fails, "the pilot step fails")

enum act {
#define X(upper, lower, help) ACT_##upper,
    ACT_LIST(X)
#undef X
        ACT_COUNT,
};
extern const struct name act_names[ACT_COUNT];

/* Who does something: a side, the mediator, both sides, or nobody. */
enum { BY_MEDIATOR = N_SIDE, BY_BOTH, BY_NOBODY };

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
    bool is_final;                   /* agreed on the mediator's final offer */
    double day;
    uint32_t package; /* agreed, or NO_PACKAGE */
    size_t n_round;   /* held */
};

/* A thread's room for talks, one after another. */
struct talk {
    struct world world;
    struct belief belief;
    struct lookahead lookahead;
    struct side side[N_SIDE];
    gsl_rng *draws, *chance, *choices; /* of draws; of rounds; of strategies and votes */
    void (*watch)(void *with, const struct talk *talk, const struct action *action); /* or NULL */
    void *watcher;

    /* while it goes on */
    uint64_t run;
    struct moment now;
    size_t n_held;                /* rounds so far */
    size_t n_happened;            /* timed events of the schedule so far */
    double resume_day;            /* no round before it */
    double clock_day, clock_time; /* time stands at clock_time until that day, then goes on to 1 at
                                     the deadline */
    double final_day;             /* of the mediator's final offer; INFINITY for none */
    double put_day;               /* when that was put to the parties; NAN: it was not */
    size_t sides_by;              /* who made the offer that stands, or BY_NOBODY */
    uint32_t stands;              /* that offer, or the mediator's text */
    size_t n_draft;               /* texts of the mediator's own that it has put forward so far */
    uint32_t draft;               /* the one that waits for answers, or NO_PACKAGE */
    bool answers_draft[N_SIDE];   /* who has answered it, and who would take it */
    bool takes_draft[N_SIDE];
    struct text text;
    size_t text_levels[MAX_ISSUE];
    bool tried, worked; /* the pilot step */
    bool sent_back;     /* a text, by a body */
    bool has_ended;
    struct outcome outcome;
};

/* The board is borrowed; seed is that of all streams.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code talk_init(struct talk *t, const struct package_index *b, uint64_t seed,
                          struct error *err);
void talk_release(struct talk *t);

/* Takes in draw number `run`.  Errors: those of draw_make. */
NODISCARD
enum error_code talk_draw(struct talk *t, uint64_t run, struct error *err);

/* Plays the talks of the draw with the schedule as it stands; t->outcome is how they go.  They may
 * be played again, with other tactics (schedule_replace): chance stays the same.  Its cost does not
 * depend on the number of packages, but for events that change what packages are worth, a frontier
 * for the strategies that need one, and a mediator's text. Errors: ERR_MEMORY. */
NODISCARD
enum error_code talk_play(struct talk *t, struct error *err);

#endif
