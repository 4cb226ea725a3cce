/* mediator.h - what a mediator believes of the parties, and what it puts forward */
#ifndef MEDIATOR_H
#define MEDIATOR_H

#include "agreements.h"
#include "picture.h"
#include "solutions.h"
#include "world.h"

/* What a mediator believes of the parties, and room to find what it puts forward. */
struct belief {
    const struct layout *layout; /* borrowed */
    struct picture picture;
    struct agreements agreements;
    struct zone zone;
    struct solutions solutions;
};
NODISCARD
enum error_code belief_init(struct belief *b, const struct layout *l, struct error *err);
void belief_release(struct belief *b);

/* The package that is best by the mediator's rule for the parties as it believes them to be on a
 * day: each number of the world it knows with probability `knows`, and otherwise takes from an
 * independent draw; shifts of no deal and levels off the table are public.  Lots and draw are those
 * of the run; r is a rng_philox of the talks' seed.  *package is NO_PACKAGE when it knows of none
 * that would be agreed; of equals (solutions.h) it is one by lot.  asks[n_side]: what the sides ask
 * over no deal, beyond what the scenario's veto players do, as far as it is public. Errors:
 * ERR_MEMORY. */
NODISCARD
enum error_code mediator_text(struct belief *b, const struct world *w, const gsl_rng *r,
                              uint64_t run, double day, const double asks[], uint32_t *package,
                              struct error *err);

/* The probability of a vote for a change that is worth `gain`: 1 when better, 0 when not, for a
 * temperature of 0; else min(1, exp(gain / temperature)).
 * Source: Klein, Faratin, Sayama & Bar-Yam (2003) IEEE Intelligent Systems 18(6):32. */
double mediator_vote(double gain, double temperature);

/* A text of n issues, which is improved one change at a time. */
struct text {
    size_t n;
    const size_t *n_level;
    size_t level[MAX_ISSUE];
    /* in turn: the issue, the levels of it tried, and the one it had before; begin with `text_open`
     */
    size_t issue, tried, base;
};

/* Begins with the text's levels, so that the first issue with a choice comes first. */
void text_open(struct text *t);

/* The next change to vote on, in level[n]: in turn, each other level of each issue; or with
 * `chance` any.  False when no issue has two levels. */
bool text_change(struct text *t, const gsl_rng *chance, size_t level[]);

#endif
