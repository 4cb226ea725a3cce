/* outcome.c - what is said and done in talks, and how they end */
#include "outcome.h"

const struct name ending_names[ENDING_COUNT] = {
#define X(upper, lower, help) { ENDING_##upper, #lower, help },
    ENDING_LIST(X)
#undef X
};

bool outcome_wins(const struct scenario *s, uint64_t sides)
{
    return sides == side_bit(s->talks->n_side) - 1;
}

bool outcome_needs_all(const struct scenario *s)
{
    const uint64_t all = side_bit(s->talks->n_side) - 1;

    for (size_t i = 0; i < s->talks->n_side; i++)
        if (outcome_wins(s, all & ~side_bit(i)))
            return false;
    return true;
}

const struct name act_names[ACT_COUNT] = {
#define X(upper, lower, help) { ACT_##upper, #lower, help },
    ACT_LIST(X)
#undef X
};
