/* strategy_time.c - strategies that concede as time passes */
#include "strategy.h"

#include <math.h>

double polynomial_concession(double opening, double exponent, double t)
{
    return opening + (1 - opening) * pow(t, exponent);
}

double exponential_concession(double opening, double exponent, double t)
{
    return exp(pow(1 - t, 1 / exponent) * log(opening));
}

/* The target when a share of the way from best to least has been conceded. */
static struct intent plan(const struct side *side, double conceded)
{
    const double least = side_least(side), best = side_best(side);
    const double aim = (best - least) * (1 - conceded) + least;
    const double target = fmin(fmax(aim - side->tactic_values.number[TACTIC_slack], least), best);

    return (struct intent){ .target = target, .offer = side_offer(side, target) };
}

struct intent polynomial_plan(struct side *side, const struct moment *now)
{
    const double *number = side->tactic_values.number;
    return plan(side,
                polynomial_concession(number[TACTIC_opening], number[TACTIC_exponent], now->time));
}

struct intent exponential_plan(struct side *side, const struct moment *now)
{
    const double *number = side->tactic_values.number;
    return plan(side,
                exponential_concession(number[TACTIC_opening], number[TACTIC_exponent], now->time));
}
