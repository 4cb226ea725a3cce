/* talks.c - how a negotiation goes in time: the names of what parties do */
#include "talks.h"

#include "agreement.h"

const struct name strategy_names[STRATEGY_COUNT] = {
#define X(upper, lower, help) { STRATEGY_##upper, #lower, help },
    STRATEGY_LIST(X)
#undef X
};

const struct name acceptance_names[ACCEPTANCE_COUNT] = {
#define X(upper, lower, help) { ACCEPTANCE_##upper, #lower, help },
    ACCEPTANCE_LIST(X)
#undef X
};

const struct name choice_names[CHOICE_COUNT] = {
#define X(upper, lower, help) { CHOICE_##upper, #lower, help },
    CHOICE_LIST(X)
#undef X
};

const double tactic_start[TACTIC_NUMBER_COUNT] = {
#define X(name, start, low, high, unit, help) start,
    TACTIC_NUMBER_LIST(X)
#undef X
};

uint64_t talks_parties(const struct scenario *s, uint64_t sides)
{
    uint64_t parties = 0;

    for (size_t i = 0; i < s->talks->n_side; i++)
        if (sides & side_bit(i))
            parties |= UINT64_C(1) << s->talks->side[i];
    return parties;
}

bool talks_agree(const struct scenario *s, uint64_t sides)
{
    uint64_t yes = talks_parties(s, sides);

    for (size_t p = 0; p < s->n_party; p++)
        yes |= s->party[p].bargains ? 0 : UINT64_C(1) << p;
    return agreement_wins(s, yes);
}

bool talks_need(const struct scenario *s, size_t side)
{
    return !talks_agree(s, (side_bit(s->talks->n_side) - 1) & ~side_bit(side));
}

bool talks_need_all(const struct scenario *s)
{
    for (size_t i = 0; i < s->talks->n_side; i++)
        if (!talks_need(s, i))
            return false;
    return true;
}

bool talks_may_look_ahead(const struct scenario *s)
{
    return s->talks->at_once && scenario_packages(s) <= TALKS_MAX_LOOKED_AT;
}

bool talks_ratifies(const struct talks *talks, size_t side, size_t body)
{
    for (size_t i = 0; i < talks->n_ratifier; i++)
        if (talks->ratifier[i].side == side && talks->ratifier[i].body == body)
            return true;
    return false;
}

bool talks_believe(const struct talks *talks)
{
    for (size_t i = 0; i < talks->n_side; i++)
        if (talks->tactic[i].choice == CHOICE_BELIEVED)
            return true;
    return false;
}

bool talks_look_at_several(const struct talks *talks)
{
    for (size_t i = 0; i < talks->n_side; i++)
        if (talks->tactic[i].choice != CHOICE_NEAREST)
            return talks->n_side > 2;
    return false;
}
