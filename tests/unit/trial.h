/* trial.h - talks of a scenario given as text, for tests */
#ifndef TRIAL_H
#define TRIAL_H

#include "talks_play.h"

enum { MAX_DEED = 400 };

/* What was said and done, the first MAX_DEED of it. */
struct watched {
    size_t n;
    struct action action[MAX_DEED];
};

/* Everything from a text to talks. */
struct trial {
    struct scenario s;
    struct layout layout;
    struct package_index package_index;
};

/* All fail the test where there is an error. */
void trial_open(struct trial *t, const char *text);
void trial_close(struct trial *t);
struct talks_run trial_watch(const struct trial *t, uint64_t run, struct watched *w);

/* Two issues, doubts, an issue that decides what lasts, a third party that only consents; bodies of
 * the first party, `talks` and what else follows. */
void trial_small(const char *bodies, const char *more, size_t size, char text[size]);

#endif
