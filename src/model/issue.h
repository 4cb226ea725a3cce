/* issue.h - one term on the table, and sets of its levels */
#ifndef ISSUE_H
#define ISSUE_H

#include "error.h"
#include "none.h"
#include "remark.h"
#include "value.h"

#include <stdbool.h>

/* How many of something each level of an issue with names holds. */
struct holding {
    const char *name;   /* of what: another issue, or what some issue is counted `per` */
    size_t issue;       /* that other issue, or NONE: the name is no issue's */
    const double *most; /* [n_name of the issue that holds] NAN where it is not said */
};

/* A level is a number, in the issue's unit, or the index of a name. */
struct issue {
    const char *name, *title, *unit;
    struct remark remark;
    struct location place;
    bool is_named;
    size_t n_name; /* named: all names of the vocabulary, also those not on the table */
    const char *const *names;
    size_t n_number; /* numeric: all numbers of the vocabulary and the table, rising; 0: any */
    const double *number;
    size_t n_level; /* on the table, at least 1 */
    const double *level;
    const char *const *label;       /* [n_level] each level as people write it */
    const char *const *level_title; /* [n_level] as words and pictures call it; a number's label */
    double nothing;                 /* the level that stands for nothing performed */
    bool says_nothing;              /* the scenario says what `nothing` is, or 0 is on the table */
    bool gives_nothing;             /* the scenario says it, or it is the first of the names */
    double all;                     /* all there is of it; NAN when not said */
    size_t real;   /* numeric: the parameter of how much of what is agreed is really there, or
                      NONE: all of it */
    bool on_table; /* false: known to the parties, not negotiated here; at `nothing` */
    bool is_fixed; /* from outside, at its one level, in the proposals too */
    bool has_lasts;
    struct value lasts; /* by level: the chance that the agreement outlasts its last phase */
    size_t n_holding;
    struct holding *holding;
    size_t per; /* another issue on the table, of which it is counted for each unit, or NONE */
    const struct holding *held; /* or for each of what that issue's level holds of this; NULL */
};

/* The number of units that an issue is counted for, where its `per` is at this level. */
double issue_units(const struct issue *issue, double per_level);

/* What an agreed level comes to in values and leverage: from `nothing` on, only the share of it
 * that is really there in the draw theta. */
double issue_real(const struct issue *issue, const double theta[], double level);

/* Levels that a red line, an interaction or a ban is about. */
struct level_set {
    size_t n;
    const double *level;
    double above, below; /* also levels above or below; INFINITY and -INFINITY for none */
};
bool level_set_has(const struct level_set *set, double level);

/* Holds in a package in which each issue named here has a level of its set. */
struct condition {
    size_t n_term;
    struct condition_term {
        size_t issue;
        struct level_set set;
    } * term;
};

/* Sets concerned[k] for each issue k that the condition is about. */
void condition_issues(const struct condition *when, bool concerned[]);

#endif
