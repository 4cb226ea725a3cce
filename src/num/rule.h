/* rule.h - which sets of members a decision rule lets decide, and how much each of them matters */
#ifndef RULE_H
#define RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RULE_MEMBERS = 64,
    RULE_SEATS = 1000, /* of all members together */
    RULE_PARTS = 64,   /* thresholds of a rule */
    /* Lists of thresholds have no shorter way to their power than to look at every set of members:
     * more of them take minutes. */
    RULE_SETS_OF = 20,
};

/* Weighted votes: those who say yes have at least `quota` seats, and all of `vetoes` are among
 * them.  quota is from 1 to all seats, so that more yes never hurts and nobody's yes is not
 * enough. */
struct threshold {
    uint32_t quota;
    uint32_t seats[RULE_MEMBERS];
    uint64_t vetoes; /* bit i: member i */
};

/* Passes where all of its thresholds do, or any of them; at least one. */
struct decision_rule {
    size_t n_member, n;
    bool any;
    struct threshold *of;
};

/* The members of n as a set. */
static inline uint64_t rule_everyone(size_t n)
{
    return n >= 64 ? UINT64_MAX : (UINT64_C(1) << n) - 1;
}

/* Whether those who say yes suffice: bit i of yes is member i's answer. */
bool threshold_passes(const struct threshold *t, uint64_t yes);
bool rule_passes(const struct decision_rule *rule, uint64_t yes);

/* The largest m at which those pass whose margin[i] is at least m; -INFINITY where nothing else
 * does.  n members; those who neither have seats nor a
 * veto are not looked at. */
double threshold_margin(const struct threshold *t, size_t n, const double margin[]);

/* Writes the minimal winning coalitions, sets that pass and would not without any of their
 * members, to set[most], and returns how many there are; the first `most` of them in the order in
 * which members with more seats come first.  Looks at no more than a million sets: then *all is
 * false, and there may be more. */
size_t rule_minimal(const struct decision_rule *rule, size_t most, uint64_t set[], bool *all);

/* How much a member matters when all sets of members are as likely as one another, or all orders
 * in which they may join. */
struct power {
    double winning;                      /* sets that pass */
    double swings[RULE_MEMBERS];         /* sets that pass with the member and not without */
    double shapley_shubik[RULE_MEMBERS]; /* share of the orders in which it is pivotal */
};

/* Counts are exact to 2^53.  Returns false, and counts nothing, for a list of thresholds with more
 * than RULE_SETS_OF members.
 * Source: Banzhaf (1965) Rutgers Law Review 19:317; Shapley & Shubik (1954) Am. Political Science
 * Review 48:787; generating functions: Brams & Affuso (1976) Theory and Decision 7:29. */
bool rule_power(const struct decision_rule *rule, struct power *power);

#endif
