/* read_levels.h - levels of issues as scenarios write them: one, some, or a number for each */
#ifndef READ_LEVELS_H
#define READ_LEVELS_H

#include "field.h"

/* The issue of this name among r->scenario's, or NONE. */
size_t issue_find(const struct reader *r, const char *name);

/* The entry of this name in a list of issues, or NULL: also where the list or the name is NULL. */
const config_setting_t *issue_entry(const config_setting_t *list, const char *name);

/* Where an issue's own entry, or else the vocabulary's, stands: for complaints. */
const config_setting_t *issue_setting(const struct reader *r, const char *name);

/* Complains that no issue has this name. */
void issue_unknown(struct reader *r, const config_setting_t *at, const char *name);

/* The index of a named issue's level of this name, or NONE after a complaint. */
size_t level_named(struct reader *r, const config_setting_t *at, const struct issue *issue,
                   const char *name);

/* Reads one level: of a numeric issue a number, as people would write it (text_written); of a named
 * one the index of a name.  Any number passes: ask level_is_known whether the issue has it. */
bool level_read(struct reader *r, const config_setting_t *s, const struct issue *issue, double *x);

/* Complains of a number that is neither on the table nor in the vocabulary, since it would be
 * ignored, and names the nearest ones.  True where the scenario lists no numbers of the issue. */
bool level_is_known(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    double x);

/* The index of level x on the table, or NONE. */
size_t level_on_table(const struct issue *issue, double x);

/* A set: a level that is known, or `nothing`; a list of such; or for a numeric issue
 * { above = x; below = y; }. */
bool level_set_read(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    struct level_set *set);

/* A combination: { ISSUE = levels; ISSUE = levels; }; remarks and `skip` are left out. */
bool condition_read(struct reader *r, const config_setting_t *group, const char *skip,
                    struct condition *when);

/* A number in [low, high] for each level: for a named issue { NAME = number; } with every name;
 * for a numeric one ((level, number), ...) with levels rising, straight lines between. */
bool level_map_read(struct reader *r, const config_setting_t *s, const struct issue *issue,
                    double low, double high, struct value *map);

#endif
