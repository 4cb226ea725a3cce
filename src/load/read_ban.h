/* read_ban.h - combinations of levels that are off the table */
#ifndef READ_BAN_H
#define READ_BAN_H

#include "field.h"

/* Reads `forbidden`: combinations of levels that are off the table; the issues must have been
 * read. */
void read_bans(struct reader *r, const config_setting_t *forbidden);

#endif
