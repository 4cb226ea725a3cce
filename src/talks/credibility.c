/* credibility.c - when a mediator that knows one side's limit is believed by the other */
#include "credibility.h"

bool credibility_holds(double bias, double p, double low, double war_cost)
{
    return bias > 0 && bias * (p + low) >= bias * p - war_cost;
}

struct credibility_result credibility_solve(const struct credibility *k)
{
    struct credibility_result r = { .safe = k->p + k->low,
                                    .risky = k->p + k->high,
                                    .threshold = (k->high - k->low) / (k->high + k->cost),
                                    .credible =
                                        credibility_holds(k->bias, k->p, k->low, k->war_cost) };
    const double war = k->p - k->cost;

    r.demands_risky = k->phi < r.threshold;
    r.war_without = r.demands_risky ? k->phi : 0;
    r.value_without = r.demands_risky ? (1 - k->phi) * r.risky + k->phi * war : r.safe;
    /* who is told demands of each type what that type accepts */
    r.war_with = r.credible ? 0 : r.war_without;
    r.value_with = r.credible ? k->phi * r.safe + (1 - k->phi) * r.risky : r.value_without;
    return r;
}
