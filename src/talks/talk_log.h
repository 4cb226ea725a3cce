/* talk_log.h - what is said and done in a talk, and how it ended */
#ifndef TALK_LOG_H
#define TALK_LOG_H

#include "talk_state.h"

/* Tells whoever watches that somebody does something, now; package: NO_PACKAGE for none. */
void talk_log_note(struct talk *t, enum act act, size_t by, uint32_t package, double target,
                   const struct event *event);

/* The same of a body that votes on what is agreed. */
void talk_log_vote(struct talk *t, const struct ratifier *ratifier, bool agrees);

/* Ends the talk, now.  What is agreed is what stands, by whoever put it forward. */
void talk_log_close(struct talk *t, enum ending ending, size_t by, uint32_t package,
                    const struct event *event);

#endif
