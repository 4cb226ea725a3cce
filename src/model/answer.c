/* answer.c - what a party is on record as having said to a proposal */
#include "answer.h"

#include <math.h>

const char *const said_labels[SAID_COUNT] = { "accepts", "refuses", "disputed" };
const char *const answer_by_labels[BY_COUNT] = { "ratified", "leaders" };

size_t answer_reading(const struct answer *answer)
{
    const size_t leaders = answer->by == BY_LEADERS ? READ_LEADERS : 0;
    return leaders + (answer->own ? READ_IF_KEPT : 0);
}

double answer_given(const struct answer *answer, double p)
{
    if (!answer->is_recorded || answer->said == SAID_DISPUTED)
        return NAN;
    return answer->said == SAID_ACCEPTS ? p : 1 - p;
}
