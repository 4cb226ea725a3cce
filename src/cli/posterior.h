/* posterior.h - worlds that `negosim infer` has left, handed to other commands */
#ifndef POSTERIOR_H
#define POSTERIOR_H

#include "scenario.h"

#define POSTERIOR_FILE "posterior.csv"

/* A posterior.csv: n_world worlds of n numbers. */
struct posterior {
    char *path;
    uint64_t hash; /* of all that follows */
    size_t n_world, n;
    double effective; /* as many different worlds, each counting alike, are worth the same */
    char **name;      /* [n] PATH, or SCENARIO/PATH */
    double *value;    /* [n_world * n] */
};

/* Reads DIR/posterior.csv.  To be released, whatever is returned.
 * Errors: ERR_IO, with the line of what is no number; ERR_MEMORY. */
NODISCARD
enum error_code posterior_read(struct posterior *p, const char *dir, struct error *err);
void posterior_release(struct posterior *p);

/* Hands the worlds to a scenario: of every uncertain number that is among them, by the scenario's
 * own name first, and that --set has not set.  The scenario keeps a copy.
 * may_be_none: a sweep, say, sets the only one.
 * Errors: ERR_SCENARIO where none is and none may be, or where a value is beyond what the scenario
 * says a number may be; ERR_MEMORY. */
NODISCARD
enum error_code posterior_give(const struct posterior *p, bool may_be_none, struct scenario *s,
                               struct error *err);

#endif
