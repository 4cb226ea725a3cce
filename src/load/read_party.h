/* read_party.h - the parties of a scenario and what they want */
#ifndef READ_PARTY_H
#define READ_PARTY_H

#include "field.h"

extern const struct schema party_schema, leverage_schema, interaction_schema, reference_schema;

/* Reads `parties`; the issues must have been read. */
void read_parties(struct reader *r, const config_setting_t *parties);

#endif
