/* read_sweep.h - what `negosim sweep` varies unless its command line says */
#ifndef READ_SWEEP_H
#define READ_SWEEP_H

#include "field.h"

extern const struct schema sweep_schema;

/* Reads the group `sweep`; the sweep itself reads its texts, as if they stood on a command line. */
void read_sweep(struct reader *r, const config_setting_t *group);

#endif
