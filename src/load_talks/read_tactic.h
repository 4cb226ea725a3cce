/* read_tactic.h - how a party bargains */
#ifndef READ_TACTIC_H
#define READ_TACTIC_H

#include "field.h"

/* Reads the parties of the talks, the one that moves first before the other. */
void read_tactics(struct reader *r, const config_setting_t *list, struct talks *talks);

#endif
