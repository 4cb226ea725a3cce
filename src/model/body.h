/* body.h - who, inside a party, must ratify what its leaders accept */
#ifndef BODY_H
#define BODY_H

#include "issue.h"

/* Numbers are parameters, named by their index in the scenario; NONE where the scenario
 * does not say. */
struct red_line {
    size_t issue;
    struct level_set set;
    size_t probability; /* that the line is real */
    size_t roll;        /* uniform on (0, 1); the line holds in a draw when roll < probability */
};

/* Whether it holds in the draw theta. */
static inline bool red_line_holds(const struct red_line *line, const double theta[])
{
    return theta[line->roll] < theta[line->probability];
}

enum body_kind {
    BODY_VETO,    /* must agree too */
    BODY_VOTE,    /* blocs with seats, and a quota */
    BODY_PARTNER, /* leaves rather than blocks, at a cost to the party */
    BODY_KINDS,
};
extern const char *const body_kind_names[BODY_KINDS];

/* What somebody inside a party wants of their own. */
struct own_wishes {
    size_t *weight; /* [n_issue] differences from the party's weights; NULL for none */
    size_t n_red_line;
    struct red_line *red_line;
};

/* Some seats of a voting body that want the same. */
struct bloc {
    const char *name, *title;
    struct own_wishes own;
    size_t seats;
    bool as_one;           /* all its seats vote alike; else each decides by itself */
    bool vetoes;           /* nothing passes the body without it */
    size_t no_deal_excess; /* how much better no deal is for a seat than for its party */
    size_t roll;           /* with noise, uniform on (0, 1): how many of its seats vote yes */
};

struct body {
    const char *name, *title;
    enum body_kind kind;
    size_t no_deal_excess; /* veto, partner: how much better no deal is for it than its party */
    size_t refusal_cost;   /* veto: how much more saying no costs it than its party */
    struct own_wishes own; /* veto */
    size_t n_bloc;
    struct bloc *bloc;
    size_t quota; /* vote: seats that must vote for it */
    size_t noise; /* vote: logistic scale of the doubt about a single vote */
    size_t shock; /* vote: standard deviation of what moves all votes alike */
    size_t swing; /* vote: uniform on (0, 1), which way they move */
    size_t cost;  /* partner: what its leaving takes from the party's surplus */
};

/* Whether it has preferences of its own, and so is a veto player beside its party (scenario.h). */
bool body_is_veto_player(const struct body *body);

/* Whether a bloc of it has preferences of its own: then each of its blocs judges packages by
 * itself, and is a veto player whose answers the body counts (scenario.h: struct ballot). */
bool body_blocs_judge(const struct body *body);

/* How many answers a bloc gives: one, where all its seats vote alike; else as many as its seats. */
size_t bloc_answers(const struct body *body, const struct bloc *bloc);

#endif
