/* turns.h - who moves in a round, who answers, and when enough have accepted */
#ifndef TURNS_H
#define TURNS_H

#include "talk_state.h"

/* The moves of a round, and on the last day, where it has a round of its own, the answers to what
 * still stands. */
void turns_take(struct talk *t);

/* A text of the mediator's own is put to all at once, where offers are. */
void turns_answer_draft(struct talk *t);

#endif
