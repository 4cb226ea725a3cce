/* read_mediator.h - what a mediator does in talks */
#ifndef READ_MEDIATOR_H
#define READ_MEDIATOR_H

#include "field.h"

/* Reads the mediator of the talks, whose calendar and parties must have been read; at = NULL: one
 * that carries offers and no more. */
struct mediator read_mediator(struct reader *r, const config_setting_t *at,
                              const struct talks *talks);

#endif
