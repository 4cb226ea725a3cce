/* wanted.h - how often parties are to accept */
#ifndef WANTED_H
#define WANTED_H

#include "map.h"

struct wanted {
    size_t n;
    struct want {
        size_t who;   /* one of agreement_counts */
        double share; /* of draws, at least */
        bool is_more; /* so much more than the proposal that is looked at, so far */
    } want[AGREEMENT_COUNTS];
};

/* Takes in "PARTY=SHARE", SHARE a number from 0 to 1, or "PARTY=+SHARE" for so much more than now;
 * PARTY may be `all`, and with `agreement` `rule`.  Errors: ERR_USAGE, with a hint. */
NODISCARD
enum error_code wanted_read(struct wanted *w, const struct scenario *s, const char *text,
                            struct error *err);

/* By how much shares, share[agreement_counts], reach what is wanted: the least over wants;
 * below 0 where one of them is missed.  *worst, unless NULL: the index of that want. */
double wanted_slack(const struct wanted *w, const double share[], size_t *worst);

#endif
