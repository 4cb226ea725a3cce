/* read_extension.h - how a deal that holds may go on, on the same terms */
#ifndef READ_EXTENSION_H
#define READ_EXTENSION_H

#include "field.h"

extern const struct schema extension_schema;

/* Reads the group, or NULL where there is none, once parties, issues and phases are read.  A group
 * that would change nothing is a mistake: every deal lasts, or going on matters to nobody. */
void read_extension(struct reader *r, const config_setting_t *group,
                    const config_setting_t *parties);

#endif
