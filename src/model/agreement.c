/* agreement.c - whose acceptance makes a package an agreement */
#include "agreement.h"

#include <math.h>

bool agreement_wins(const struct scenario *s, uint64_t yes)
{
    return agreement_has_rule(s) ? rule_passes(&s->agreement, yes)
                                 : yes == rule_everyone(s->n_party);
}

bool agreement_is_pivotal(const struct scenario *s, uint64_t yes, size_t p)
{
    const uint64_t just = UINT64_C(1) << p;

    return agreement_wins(s, yes | just) && !agreement_wins(s, yes & ~just);
}

uint64_t agreement_parties(const struct scenario *s, uint64_t yes)
{
    uint64_t parties = rule_everyone(s->n_party);

    for (size_t j = 0; j < s->n_veto; j++)
        if (!s->veto_player[j].bloc && !(yes >> j & 1))
            parties &= ~(UINT64_C(1) << s->veto_player[j].party);
    for (size_t i = 0; i < s->n_ballot; i++)
        if (!threshold_passes(&s->ballot[i].passes, yes))
            parties &= ~(UINT64_C(1) << s->ballot[i].party);
    return parties;
}

double agreement_margin(const struct scenario *s, size_t p, const double margin[])
{
    double least = INFINITY;

    for (size_t j = 0; j < s->n_veto; j++)
        if (s->veto_player[j].party == p && !s->veto_player[j].bloc)
            least = fmin(least, margin[j]);
    for (size_t i = 0; i < s->n_ballot; i++)
        if (s->ballot[i].party == p)
            least = fmin(least, threshold_margin(&s->ballot[i].passes, s->n_veto, margin));
    return least;
}

const char *agreement_word(const struct scenario *s)
{
    return agreement_has_rule(s) ? "it passes" : "all accept";
}

const char *agreement_would(const struct scenario *s)
{
    return agreement_has_rule(s) ? "it would pass" : "all would accept";
}

const char *agreement_of_some(const struct scenario *s)
{
    return agreement_has_rule(s) ? "passes" : "suits all";
}
