/* judges.h - lists whose own preferences decide: the veto players, and what blocs decide by */
#ifndef JUDGES_H
#define JUDGES_H

#include "field.h"

/* Lists the veto players of the parties, which have been read: the parties, each at its own index,
 * then bodies and blocs that judge by themselves; and the ballots of the latter. */
void judges_find(struct reader *r, const config_setting_t *parties);

#endif
