/* outcome.c - what is said and done in talks, and how they end */
#include "outcome.h"

const struct name ending_names[ENDING_COUNT] = {
#define X(upper, lower, help) { ENDING_##upper, #lower, help },
    ENDING_LIST(X)
#undef X
};

const struct name act_names[ACT_COUNT] = {
#define X(upper, lower, help) { ACT_##upper, #lower, help },
    ACT_LIST(X)
#undef X
};
