/* talk.h - one negotiation from its first day to its end */
#ifndef TALK_H
#define TALK_H

#include "talk_state.h"

/* The package index is borrowed; seed is that of all streams.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code talk_init(struct talk *t, const struct package_index *b, uint64_t seed,
                          struct error *err);
void talk_release(struct talk *t);

/* Takes in draw number `run`.  Errors: those of draw_make. */
NODISCARD
enum error_code talk_draw(struct talk *t, uint64_t run, struct error *err);

/* The same with these numbers, theta[n_parameter], in place of those of the draw. */
NODISCARD
enum error_code talk_take(struct talk *t, const double theta[], uint64_t run, struct error *err);

/* Plays the talks of the draw with the schedule as it stands; t->state.outcome is how they go. They
 * may be played again, with other tactics (schedule_replace): chance stays the same.  Its cost does
 * not depend on the number of packages, but for events that change what packages are worth, a
 * frontier for the strategies that need one, and a mediator's text. Errors: ERR_MEMORY. */
NODISCARD
enum error_code talk_play(struct talk *t, struct error *err);

#endif
