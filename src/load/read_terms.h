/* read_terms.h - the terms of a proposal, and what they may be read as */
#ifndef READ_TERMS_H
#define READ_TERMS_H

#include "field.h"

/* Reads a level for every issue on the table into proposal->level and ->package.
 *
 *   terms     { ISSUE = level; ... } ; a level, or the chance of each: { NAME = number; ... },
 *             for numeric issues ((level, number), ...), in [0, 1]
 *   readings  { PARTY = { ISSUE = the same; ... }; ... }: how a party reads a term, where it reads
 *             it otherwise than the rest; or NULL
 *
 * Terms that leave something open become a vague text (vague.h): its readings are the packages that
 * the terms allow and no ban forbids.  s->vague has room for one more.  Mistakes go to the reader.
 * A proposal whose only package is forbidden gets that package: the caller must complain of it. */
void terms_read(struct reader *r, const config_setting_t *at, const config_setting_t *terms,
                const config_setting_t *readings, struct proposal *proposal);

#endif
