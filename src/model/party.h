/* party.h - someone whose acceptance is needed, and what they want */
#ifndef PARTY_H
#define PARTY_H

#include "body.h"

/* Numbers are parameters, named by their index in the scenario. */

/* How far the value of no deal moves once an issue is performed. */
struct leverage {
    size_t issue;
    bool by_level;
    size_t shift;                /* once all of it is performed, in proportion before; or */
    struct value by_level_shift; /* at each level */
};

struct interaction {
    struct condition when;
    size_t adds; /* to the utility, where the condition holds */
};

/* A text that it has accepted: losses against it count more than gains (loss aversion). */
struct reference {
    size_t n;
    struct reference_term {
        size_t issue;
        double level;
    } * term;             /* issues that it does not name know no loss */
    size_t loss_aversion; /* a loss counts 1 + this times */
};

struct party {
    const char *name, *title;
    struct location place;
    bool bargains;           /* false: only consents, and has no share in the solutions */
    bool has_preferences;    /* false: neither weights nor values; only red lines and no deal */
    double bargaining_power; /* exponent in the Nash product */
    size_t *weight;          /* [n_issue] */
    struct value *value;     /* [n_issue] */
    size_t n_red_line, n_leverage, n_interaction;
    struct red_line *red_line;
    struct leverage *leverage;
    struct interaction *interaction;
    bool has_reservation; /* no_deal is on the utility scale, not a difference from nothing */
    size_t no_deal;
    size_t refusal_cost; /* what saying no costs it now, whatever follows */
    size_t extension;    /* what going on once on the same terms is worth, or NONE */
    bool has_lasts;      /* a belief of its own about what lasts */
    struct value lasts;
    struct reference reference; /* n = 0: none */
    size_t n_body;
    struct body *body;
    /* while phases are carried out; NONE where the scenario does not say */
    size_t discount;     /* what a gain a day later is worth today */
    size_t breaking_off; /* what breaking off costs it under any guarantee */
    size_t noise;        /* scale of what nobody knows of its choices */
    size_t keeps_word;   /* the others' belief that it performs whatever it gains */
};

#endif
