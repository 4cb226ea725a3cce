/* read_issue.h - the issues of a scenario: vocabulary and levels on the table */
#ifndef READ_ISSUE_H
#define READ_ISSUE_H

#include "field.h"

extern const struct schema issue_schema;

/* Reads `issues`, each completed by the entry of its name in `vocabulary` (NULL for none), then
 * what else is in the vocabulary. */
void read_issues(struct reader *r, const config_setting_t *issues,
                 const config_setting_t *vocabulary);

#endif
