/* talks.c - how a negotiation goes in time: the names of what parties do */
#include "talks.h"

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
