/* credibility.h - when a mediator that knows one side's limit is believed by the other */
#ifndef CREDIBILITY_H
#define CREDIBILITY_H

#include <stdbool.h>

/* What telling party 1 about the other's cost of war does.  Party 1 has a chance p of winning; it
 * demands p plus what the other would pay to avoid war, high with probability 1 - phi.
 * Source: Kydd (2003) Am. J. Political Science 47:597, with two types, docs/methods.md. */
struct credibility {
    double p, cost, low, high, phi; /* cost: of party 1; low, high: of party 2 */
    double bias, war_cost;          /* of the mediator: towards party 1, and against war */
};
struct credibility_result {
    double safe, risky;           /* the demands that both types, or only the high, accept */
    double threshold;             /* of phi below which the risky demand is better */
    bool credible, demands_risky; /* demands_risky: without the mediator */
    double war_without, value_without, war_with, value_with; /* probability; value to party 1 */
};
struct credibility_result credibility_solve(const struct credibility *k);

/* Whether party 1 believes a mediator with this bias towards it.  The mediator must prefer the high
 * demand to the low one where the other is weak (bias > 0), and the low demand to war where the
 * other is strong: else it would not tell the truth. */
bool credibility_holds(double bias, double p, double low, double war_cost);

#endif
