/* solution.h - the packages that a bargaining solution chooses from a finite set */
#ifndef SOLUTION_H
#define SOLUTION_H

#include "names.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One list feeds the enum, the spellings, the help text and the rules: enumerator, name, how many
 * values the rule compares in order (SOLUTION_EACH: one a party), what it is.  Its values are
 * worked out in solution.c, by `value_NAME`.
 *
 * Every value of a rule must be monotone in gains: where one package gives each party at least what
 * another does, none may be smaller.  The search looks at no package that another beats in this way
 * (num/front.h). */
#define SOLUTION_LIST(X)                                                                   \
    X(NASH, nash, 1, "largest product of surpluses, each to the party's bargaining power") \
    X(KALAI_SMORODINSKY, kalai_smorodinsky, 1,                                             \
      "largest smallest share of the best each could get")                                 \
    X(EGALITARIAN, egalitarian, 1, "largest smallest surplus")                             \
    X(UTILITARIAN, utilitarian, 1, "largest sum of surpluses")
#define SOLUTION_EACH SIZE_MAX

enum solution {
#define X(upper, lower, values, help) SOLUTION_##upper,
    SOLUTION_LIST(X)
#undef X
        SOLUTION_COUNT,
};

/* The spelling and one-line meaning of each solution, in the order of the enum. */
extern const struct name solution_names[SOLUTION_COUNT];

/* Whether it is defined where a party has less than no deal: a sum and a smallest surplus are, a
 * product and shares of what each could gain are not. */
bool solution_bears_losses(enum solution rule);

/* The parties that divide something: power[n] are the exponents of the asymmetric Nash product,
 * at least 0, not all 0; ideal[n] the most that each could gain in any package that suits all. */
struct division {
    size_t n;
    const double *power, *ideal;
};

/* The first of the values that a rule compares, of the gains[n] over no deal, all at least 0, of
 * one package; larger is better.  Nash's is the product of gain^(power / sum of powers). Source:
 * Nash (1950) Econometrica 18:155; Kalai & Smorodinsky (1975) Econometrica 43:513; Kalai (1977)
 * Econometrica 45:1623 (egalitarian) and Int. J. Game Theory 6:129 (weights). */
double solution_score(enum solution rule, const struct division *division, const double gain[]);

/* The points among gain[n * division->n], one a row, that are best by a rule: how many, and which,
 * in order, in chosen[n].  Nothing that depends on how points or parties are numbered breaks a tie.
 * Points are compared by the rule's values, in order; then by the smallest gain, the second
 * smallest, and so on (leximin); then by Nash's product.  At each step those within `tie` of the
 * best stay.
 * Source of leximin: Sen (1970) Collective Choice and Social Welfare, ch. 9*. */
size_t solution_choose(enum solution rule, const struct division *division, size_t n,
                       const double gain[], double tie, size_t chosen[]);

#endif
