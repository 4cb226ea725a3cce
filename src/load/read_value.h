/* read_value.h - a party's value function for one issue */
#ifndef READ_VALUE_H
#define READ_VALUE_H

#include "field.h"

extern const struct schema value_schema;

/* Reads a value function of any kind, such as { kind = "linear"; worst = 90; best = 4; }. */
void value_read(struct reader *r, const config_setting_t *s, const struct issue *issue,
                struct value *value);

#endif
