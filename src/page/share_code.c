/* share_code.c - a share in two letters, as the script of a page reads it */
#include "share_code.h"

#include <math.h>

enum { STEPS = 39, UNDER_ONE = 1, OVER_99 = 101, SURE = 102 };

/* The word of a share, and how far in it the share lies, from 0 to 1. */
static unsigned word_of(double share, double *within)
{
    *within = 0;
    if (!(share > 0))
        return 0;
    if (share >= 1)
        return SURE;
    if (share <= 0.005) {
        *within = share / 0.005;
        return UNDER_ONE;
    }
    if (share >= 0.995) {
        *within = (share - 0.995) / 0.005;
        return OVER_99;
    }
    const double percent = rint(100 * share); /* as printf rounds: a half to the even one */
    *within = 100 * share - percent + 0.5;
    return (unsigned)percent + 1;
}

void share_code(double share, char letters[static SHARE_LETTERS])
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    double within;
    const unsigned word = word_of(share, &within);
    const unsigned step = (unsigned)fmin(fmax(floor(STEPS * within), 0), STEPS - 1);
    const unsigned code = STEPS * word + step;

    letters[0] = alphabet[code / 64];
    letters[1] = alphabet[code % 64];
}
