/* read_talks.h - how a negotiation goes in time: calendar, parties, mediator, events */
#ifndef READ_TALKS_H
#define READ_TALKS_H

#include "field.h"

extern const struct schema talks_schema, tactic_schema, mediator_schema, pilot_schema, event_schema,
    ratifier_schema;

/* Reads `talks`; issues, parties and proposals must have been read. */
void read_talks(struct reader *r, const config_setting_t *talks);

#endif
