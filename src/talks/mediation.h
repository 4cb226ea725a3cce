/* mediation.h - what a mediator does while parties talk, besides carrying offers */
#ifndef MEDIATION_H
#define MEDIATION_H

#include "talk_state.h"

/* Begins the single text: with a proposal, or with what the mediator believes to be best, or else
 * with the first level of each issue.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code mediation_begin(struct talk *t, struct error *err);

/* Replaces levels of the text that are off the table now. */
void mediation_keep(struct talk *t);

/* One change of the text, which those that vote for it must be enough to pass. */
void mediation_vote(struct talk *t);

/* Puts forward the latest of the mediator's own texts that is due and has not been; false: none. */
bool mediation_draft(struct talk *t);

/* A side answers the text that waits, by what it would answer to an offer of another.  All are
 * asked, until enough would take it: then it is agreed.  Returns whether the side's turn is over:
 * the text is agreed, or the side would take it and others have not answered yet. */
bool mediation_answer(struct talk *t, const struct side *side, const struct intent *intent);

/* Puts the final offer to all: it is taken, or the talks end.  A mediator that knows of no package
 * that would be agreed has none, and they go on.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code mediation_final(struct talk *t, struct error *err);

#endif
