/* against.h - strategies that are to meet each other, from the command line */
#ifndef AGAINST_H
#define AGAINST_H

#include "talks_survey.h"

enum { MAX_AGAINST = 8 };

struct against {
    size_t n;
    struct stance stance[MAX_AGAINST];
    char name[MAX_AGAINST][64];
    size_t n_pair; /* the first is the scenario's own; then every pair of the n */
    struct talks_pair pair[1 + MAX_AGAINST * MAX_AGAINST];
    const char *label[N_SIDE * MAX_AGAINST * MAX_AGAINST];
};

/* Reads "STRATEGY,STRATEGY:EXPONENT,..."; NULL is none.  `stated` has no place here.
 * Errors: ERR_USAGE. */
NODISCARD
enum error_code against_read(struct against *a, const char *text, struct error *err);

#endif
