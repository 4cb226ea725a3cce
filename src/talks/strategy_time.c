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
static struct intent concede(const struct side *side, double conceded)
{
    const double least = side_least(side), best = side_best(side);
    const double aim = (best - least) * (1 - conceded) + least;
    const double target = fmin(fmax(aim - side->tactic_values.number[TACTIC_slack], least), best);

    return (struct intent){ .target = target, .offer = side_offer(side, target) };
}

static struct intent plan_polynomial(struct side *side, const struct moment *now)
{
    const double *number = side->tactic_values.number;
    return concede(
        side, polynomial_concession(number[TACTIC_opening], number[TACTIC_exponent], now->time));
}

static struct intent plan_exponential(struct side *side, const struct moment *now)
{
    const double *number = side->tactic_values.number;
    return concede(
        side, exponential_concession(number[TACTIC_opening], number[TACTIC_exponent], now->time));
}

const struct strategy_rule strategy_polynomial = { .plan = plan_polynomial };

const struct strategy_rule strategy_exponential = { .plan = plan_exponential };
