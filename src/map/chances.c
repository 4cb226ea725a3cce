/* chances.c - how likely it is that a proposal is accepted in a draw, its values of no deal unknown
 */
#include "chances.h"

#include "agreement.h"

#include <math.h>

bool chances_are_taken(const struct scenario *s)
{
    return s->sobol && s->n_phase == 0 && (!agreement_has_rule(s) || s->n_party <= CHANCES_PARTIES);
}

/* The margin falls by `felt` with each unit of better no deal: the party accepts up to where it is
 * a tie. */
static double party_chance(const struct scenario *s, size_t p, const double theta[], double margin,
                           double felt)
{
    const size_t no_deal = s->party[p].no_deal;

    if (felt <= 0 || scenario_is_correlated(s, no_deal) || margin == -INFINITY ||
        !parameter_is_uncertain(&s->parameter[no_deal]))
        return margin >= -TIE;
    return distribution_cumulative(&s->parameter[no_deal].distribution,
                                   theta[no_deal] + (margin + TIE) / felt);
}

/* Values of no deal are independent: the chances of all that the parties may answer, summed over
 * those that pass. */
static double rule_chance(const struct scenario *s, const double chance[])
{
    double sum = 0;

    for (uint64_t yes = 0; yes < UINT64_C(1) << s->n_party; yes++) {
        double product = agreement_wins(s, yes);
        for (size_t p = 0; product > 0 && p < s->n_party; p++)
            product *= yes >> p & 1 ? chance[p] : 1 - chance[p];
        sum += product;
    }
    return sum;
}

void chances_find(const struct scenario *s, const double theta[], const double margin[],
                  const double felt[], double chance[])
{
    double all = 1;

    for (size_t p = 0; p < s->n_party; p++) {
        chance[p] = party_chance(s, p, theta, margin[p], felt[p]);
        all *= chance[p];
    }
    chance[s->n_party] = all;
    if (agreement_has_rule(s))
        chance[agreement_passes(s)] = rule_chance(s, chance);
}
