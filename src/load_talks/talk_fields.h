/* talk_fields.h - what readers of talks share: days, numbers with a default, proposals, sides */
#ifndef TALK_FIELDS_H
#define TALK_FIELDS_H

#include "field.h"

/* Reads a day: a date, once talks->has_dates, or the number of days since the start; NAN after a
 * mistake, or for s = NULL.  It must lie between start and deadline, unless the deadline is not
 * known yet (NAN). */
double day_read(struct reader *r, const config_setting_t *s, const struct talks *talks);

/* A number with a default: the parameter at s, or for s = NULL an implied one of this value, which
 * needs no source, at the path of `at` with the suffix. */
size_t number_or(struct reader *r, const config_setting_t *s, double low, double high,
                 const char *unit, const config_setting_t *at, const char *suffix, double value);

/* The place of the proposal that a setting names, or NONE after a complaint. */
size_t proposal_find(struct reader *r, const config_setting_t *s);

/* The side of the party of the talks that a setting of the group `at` names, or NONE after a
 * complaint. */
size_t side_find(struct reader *r, const config_setting_t *at, const char *setting,
                 const struct talks *talks, const char *name);

#endif
