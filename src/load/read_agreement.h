/* read_agreement.h - the rule by which a package is agreed */
#ifndef READ_AGREEMENT_H
#define READ_AGREEMENT_H

#include "field.h"

extern const struct schema agreement_schema, threshold_schema;

/* Reads `agreement` once the parties are known. */
void read_agreement(struct reader *r, const config_setting_t *group);

#endif
