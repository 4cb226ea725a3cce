/* rule_axes.h - the grid of packages: issues that rules join are one axis of it */
#ifndef RULE_AXES_H
#define RULE_AXES_H

#include "reader.h"

/* Makes the grid.  Issues that rules join become one axis, with the combinations that keep the
 * rules.  Where the issue that decides what lasts is among them they stay apart, and their rules
 * are bans: each case has combinations of its own. */
void rule_axes_make(struct reader *r, const config_setting_t *rules,
                    const config_setting_t *issues);

#endif
