/* tournament.h - the strategies that --against has play each other */
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
    const char *label[PAIR * MAX_ENTRANT * MAX_ENTRANT];
};

/* Reads "STRATEGY,STRATEGY:EXPONENT,..."; NULL is none.  Refuses `stated`, which follows the
 * record and has no tactic.  *t must stay where it is: it points into itself.
 * Errors: ERR_USAGE. */
NODISCARD
enum error_code tournament_read(struct tournament *t, const char *text, struct error *err);

#endif
