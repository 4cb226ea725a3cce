/* number.h - a number of a scenario: a plain one, or a distribution */
#ifndef NUMBER_H
#define NUMBER_H

#include "field.h"

/* Reads a number or a distribution, such as { triangular = (1, 2.5, 4); }, all of which must lie
 * in [low, high]; returns the index of its parameter (0 after a mistake). */
size_t number_read(struct reader *r, const config_setting_t *s, double low, double high,
                   const char *unit);

/* Adds a parameter that is uniform on (0, 1), for chance to decide something at a setting: whether
 * a red line is real, say.  Its path ends in `suffix`. */
size_t number_roll(struct reader *r, const config_setting_t *at, const char *suffix);

/* Reads a list of plain numbers into x[room]; how many, 0 after a mistake. */
size_t number_list(struct reader *r, const config_setting_t *s, size_t room, double x[room]);

/* What may stand in the group of a distribution beside its kind. */
extern const struct schema number_schema;

#endif
