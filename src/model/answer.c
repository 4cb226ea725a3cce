/* answer.c - what a party is on record as having said to a proposal */
#include "answer.h"

#include <math.h>

const char *const said_labels[SAID_COUNT] = { "accepts", "refuses", "disputed", "counted" };
const char *const answer_by_labels[BY_COUNT] = { "ratified", "leaders" };

size_t answer_reading(const struct answer *answer)
{
    const size_t leaders = answer->by == BY_LEADERS ? READ_LEADERS : 0;
    return leaders + (answer->own ? READ_IF_KEPT : 0);
}

uint64_t answer_number(const struct answer *answer)
{
    if (!answer->is_recorded || answer->said == SAID_DISPUTED)
        return 0;
    return answer->said == SAID_COUNTED ? answer->accepts + answer->refuses : 1;
}

uint64_t answer_yes(const struct answer *answer)
{
    if (!answer->is_recorded || answer->said == SAID_DISPUTED)
        return 0;
    return answer->said == SAID_COUNTED ? answer->accepts : answer->said == SAID_ACCEPTS;
}

double answer_given(const struct answer *answer, double p)
{
    const double n = (double)answer_number(answer), yes = (double)answer_yes(answer);

    return n > 0 ? (yes * p + (n - yes) * (1 - p)) / n : NAN;
}
