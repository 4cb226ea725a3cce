/* solution.h - the package that a bargaining solution picks from a finite set */
#ifndef SOLUTION_H
#define SOLUTION_H

#include "names.h"

#include <stddef.h>
#include <stdint.h>

/* One list feeds the enum, the spellings, the help text and the rules. */
#define SOLUTION_LIST(X)                                                                         \
    X(NASH, nash, "largest product of surpluses, each to the party's bargaining power")          \
    X(KALAI_SMORODINSKY, kalai_smorodinsky, "largest smallest share of the best each could get") \
    X(EGALITARIAN, egalitarian, "largest smallest surplus")                                      \
    X(UTILITARIAN, utilitarian, "largest sum of surpluses")

enum solution {
#define X(upper, lower, help) SOLUTION_##upper,
    SOLUTION_LIST(X)
#undef X
        SOLUTION_COUNT,
};

/* The spelling and one-line meaning of each solution, in the order of the enum. */
extern const struct name solution_names[SOLUTION_COUNT];

/* The parties that divide something: power[n] are the exponents of the asymmetric Nash product,
 * at least 0, not all 0; ideal[n] the most that each could gain in any package that suits all. */
struct division {
    size_t n;
    const double *power, *ideal;
};

/* How a rule values the gains[n] over no deal, all at least 0, of one package; larger is
 * better.  Nash's is the product of gain^(power / sum of powers).
 * Source: Nash (1950) Econometrica 18:155; Kalai & Smorodinsky (1975) Econometrica 43:513;
 * Kalai (1977) Econometrica 45:1623 (egalitarian) and Int. J. Game Theory 6:129 (weights). */
double solution_score(enum solution rule, const struct division *division, const double gain[]);

/* The best package so far, by rule: begin with { 0 } and show it one package after another.
 * Scores within `tie` are equal; then the larger sum of gains decides, then the lower package. */
struct solution_pick {
    bool found;
    uint64_t package;
    double score, sum;
};
void solution_consider(struct solution_pick *pick, enum solution rule,
                       const struct division *division, const double gain[], uint64_t package,
                       double tie);

#endif
