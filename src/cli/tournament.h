/* tournament.h - strategies that are to meet each other, from the command line */
#ifndef TOURNAMENT_H
#define TOURNAMENT_H

#include "talks_play.h"

enum { MAX_ENTRANT = 8 };

struct tournament {
    size_t n;
    struct tactic_values tactic_values[MAX_ENTRANT];
    char name[MAX_ENTRANT][64];
    size_t n_pair; /* the first is the scenario's own; then every pair of the n */
    struct talks_pair pair[1 + MAX_ENTRANT * MAX_ENTRANT];
    const char *label[N_SIDE * MAX_ENTRANT * MAX_ENTRANT];
};

/* Reads "STRATEGY,STRATEGY:EXPONENT,..."; NULL is none.  `stated` has no place here.
 * Errors: ERR_USAGE. */
NODISCARD
enum error_code tournament_read(struct tournament *t, const char *text, struct error *err);

#endif
