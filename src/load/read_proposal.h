/* read_proposal.h - what was put forward, and what was answered */
#ifndef READ_PROPOSAL_H
#define READ_PROPOSAL_H

#include "field.h"

extern const struct schema proposal_schema;

/* Reads `proposals`; issues, bans and parties must have been read. */
void read_proposals(struct reader *r, const config_setting_t *proposals);

#endif
