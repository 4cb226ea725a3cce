/* talk_state.h - one negotiation as it goes on, and the room of a thread for it */
#ifndef TALK_STATE_H
#define TALK_STATE_H

#include "mediator.h"
#include "outcome.h"
#include "world.h"

/* One negotiation while it goes on. */
struct talk_state {
    uint64_t run;
    struct moment now;
    size_t n_held;                /* rounds so far */
    size_t n_happened;            /* timed events of the schedule so far */
    double resume_day;            /* no round before it */
    double clock_day, clock_time; /* time stands at clock_time until that day, then goes on to 1 at
                                     the deadline */
    double final_day;             /* of the mediator's final offer; INFINITY for none */
    double put_day;               /* when that was put to the parties; NAN: it was not */
    size_t offered_by;            /* who made the offer that stands, or BY_NOBODY */
    uint64_t accepted;            /* who accepts what stands, its maker among them (side_bit) */
    uint32_t stands;              /* that offer, or the mediator's text */
    size_t n_draft;               /* texts of the mediator's own that it has put forward so far */
    uint32_t draft;               /* the one that waits for answers, or NO_PACKAGE */
    bool answers_draft[MAX_SIDE]; /* who has answered it, and who would take it */
    bool takes_draft[MAX_SIDE];
    struct text text;
    size_t text_levels[MAX_ISSUE];
    bool tried, worked; /* the pilot step */
    bool sent_back;     /* a text, by a body */
    bool has_ended;
    struct outcome outcome;
};

/* A thread's room for talks, one after another. */
struct talk {
    struct world world;
    struct belief belief;
    struct lookahead lookahead;
    struct side side[MAX_SIDE];
    gsl_rng *draws, *chance, *choices; /* of draws; of rounds; of strategies and votes */
    void (*watch)(void *with, const struct talk *talk, const struct action *action); /* or NULL */
    void *watcher;
    struct talk_state state;
};

#endif
