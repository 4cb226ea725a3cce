/* read_rule.h - rules on sums of levels, and the grid of packages that they leave */
#ifndef READ_RULE_H
#define READ_RULE_H

#include "field.h"

extern const struct schema rule_schema;

/* Reads `rules`, or NULL for none, and makes the grid; the issues must have been read. */
void read_rules(struct reader *r, const config_setting_t *rules, const config_setting_t *issues);

#endif
