/* read_phase.h - when what is agreed is carried out, by whom, and what breaking off costs */
#ifndef READ_PHASE_H
#define READ_PHASE_H

#include "field.h"

extern const struct schema phase_schema;

/* Reads `phases` (NULL for none), and what issues say of them; issues and parties must have been
 * read. */
void read_phases(struct reader *r, const config_setting_t *list);

#endif
