/* read_body.h - who, inside a party, must ratify */
#ifndef READ_BODY_H
#define READ_BODY_H

#include "field.h"

extern const struct schema body_schema, bloc_schema;

/* Reads a party's `bodies`; its weights must have been read. */
void read_bodies(struct reader *r, const config_setting_t *list, struct party *party);

#endif
