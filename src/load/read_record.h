/* read_record.h - how recorded answers are judged, and what was agreed in the end */
#ifndef READ_RECORD_H
#define READ_RECORD_H

#include "field.h"

extern const struct schema record_schema, outcome_schema;

/* Reads the groups `record` and `outcome`; NULL where the scenario has none. */
void read_record(struct reader *r, const config_setting_t *group);
void read_outcome(struct reader *r, const config_setting_t *group);

#endif
