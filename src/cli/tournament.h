/* tournament.h - the strategies that --against has play each other */
#ifndef TOURNAMENT_H
#define TOURNAMENT_H

#include "talks_play.h"

#include <assert.h>

enum { MAX_ENTRANT = 8, MAX_ENTRY = MAX_ENTRANT * MAX_SIDE };

struct tournament {
    size_t n;
    struct tactic_values tactic_values[MAX_ENTRANT];
    char name[MAX_ENTRANT][64];
    /* The first is the scenario's own.  Of two parties then every pair of the n; of more each party
     * with each of the n, the others as the scenario says. */
    size_t n_pair;
    struct talks_pair pair[1 + MAX_ENTRY];
    const char *label[MAX_SIDE * MAX_ENTRY]; /* [(n_pair - 1) * n_side] NULL: its own */
};
static_assert((int)MAX_ENTRANT <= (int)MAX_SIDE, "every pair of two parties has room");

/* Reads "STRATEGY,STRATEGY:EXPONENT,..."; NULL is none.  Refuses `stated`, which follows the
 * record and has no tactic.  Errors: ERR_USAGE. */
NODISCARD
enum error_code tournament_read(struct tournament *t, const char *text, struct error *err);

/* Makes the pairs for a scenario that has talks.  *t must stay where it is: it points into itself.
 * Errors: ERR_USAGE for a strategy that its talks cannot have. */
NODISCARD
enum error_code tournament_pair(struct tournament *t, const struct scenario *s, struct error *err);

#endif
