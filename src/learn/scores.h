/* scores.h - how well answers on record were given in advance, beside rules that know no model */
#ifndef SCORES_H
#define SCORES_H

#include "bootstrap.h"
#include "corp.h"
#include "learned.h"

/* Rules that state a chance of "accepts" of each answer: those of learned.h, then these. */
#define BASE_RULE_LIST(X)                                                        \
    X(CONSTANT, constant, "the share of the other answers that are \"accepts\"") \
    X(OWN_YES, own_yes,                                                          \
      "own offers are accepted, others as often as the other answers to what is not one's own")

enum rule {
#define X(upper, lower, help) RULE_##upper,
    CHANCE_LIST(X) BASE_RULE_LIST(X)
#undef X
        RULE_COUNT,
};
extern const char *const rule_names[RULE_COUNT];

/* Which answers are scored. */
enum score_of { SCORE_ALL, SCORE_OTHERS, SCORE_GROUPS };
extern const char *const score_of_names[SCORE_GROUPS]; /* all, not_own */

/* A chance nearer to 0 or 1 than this counts as this in the logarithmic score. */
#define SCORES_LEAST 0.00025

struct score {
    double n;                   /* answers */
    struct bootstrap brier;     /* mean (p - y)^2 */
    struct bootstrap logarithm; /* mean -ln of the probability of what was said */
    struct bootstrap less;      /* Brier score less that of the prior */
    struct corp corp;
    double skill; /* 1 - Brier score / that of `constant` */
};

struct scores {
    bool by_scenario;     /* intervals resample groups of scenarios; else, of one group, answers */
    bool has[RULE_COUNT]; /* whether the rule states a chance of every answer */
    struct score of[RULE_COUNT][SCORE_GROUPS];
};

/* Scores every rule whose chances are known.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code scores_find(struct scores *s, const struct learned *l, struct error *err);

/* The chance of "accepts" that a rule states for answer k: of an answer that is a yes, or a no.
 * They differ where a rule leaves out the answer itself. */
double scores_chance(const struct learned *l, enum rule rule, size_t k, bool is_yes);

/* How often records that the model makes up score worse than the one there is, and the range of
 * their Brier scores (95 %).  Errors: ERR_MEMORY. */
struct compatible {
    double p, low, high;
};
NODISCARD
enum error_code scores_compatible(const struct learned *l, struct compatible *out,
                                  struct error *err);

#endif
