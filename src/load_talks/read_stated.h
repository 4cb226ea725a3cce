/* read_stated.h - proposals that are put forward on days of the talks */
#ifndef READ_STATED_H
#define READ_STATED_H

#include "field.h"

extern const struct schema stated_schema, draft_schema;

/* Reads a list of them, by one of the two schemas, into *stated, and returns how many are put
 * forward: none for list = NULL, and without those that were left out (n_left_out). */
size_t read_stated(struct reader *r, const config_setting_t *list, const struct schema *schema,
                   const struct talks *talks, struct stated **stated);

#endif
