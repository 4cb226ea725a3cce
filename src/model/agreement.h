/* agreement.h - whose acceptance makes a package an agreement */
#ifndef AGREEMENT_H
#define AGREEMENT_H

#include "scenario.h"

/* Whether the scenario has a rule of its own (`agreement`); without one all parties must accept. */
static inline bool agreement_has_rule(const struct scenario *s)
{
    return s->agreement.n > 0;
}

/* Whether a package would be agreed only where every veto player agrees: nobody can be outvoted. */
static inline bool agreement_needs_each(const struct scenario *s)
{
    return !agreement_has_rule(s) && s->n_ballot == 0;
}

/* What is counted of a package: whether each party accepts it, by its index; whether all do,
 * n_party; and with a rule whether it passes, n_party + 1. */
static inline size_t agreement_counts(const struct scenario *s)
{
    return s->n_party + 1 + agreement_has_rule(s);
}

enum { AGREEMENT_COUNTS = MAX_PARTY + 2 }; /* at most */

/* Which of these says that the package would be agreed. */
static inline size_t agreement_passes(const struct scenario *s)
{
    return s->n_party + agreement_has_rule(s);
}

/* Whether a package would be agreed when the parties in `yes` accept it: bit p, party p. */
bool agreement_wins(const struct scenario *s, uint64_t yes);

/* Whether party p's answer alone decides, given those of the others. */
bool agreement_is_pivotal(const struct scenario *s, uint64_t yes, size_t p);

/* The parties that accept when the veto players in `yes` agree: bit j, veto player j.  A party does
 * when it, its veto holders, and enough of the blocs of each of its ballots agree. */
uint64_t agreement_parties(const struct scenario *s, uint64_t yes);

/* How far party p is from refusing where its veto player j is margin[j] from it: the largest m at
 * which the party accepts when those with a margin of at least m agree. */
double agreement_margin(const struct scenario *s, size_t p, const double margin[]);

/* How people say that a package would be agreed, with the rule: "all accept", "it passes"; "all
 * would accept", "it would pass"; of some package: "suits all", "passes". */
const char *agreement_word(const struct scenario *s);
const char *agreement_would(const struct scenario *s);
const char *agreement_of_some(const struct scenario *s);

#endif
