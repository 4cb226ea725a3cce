/* read_holding.h - `holds`: how much levels hold of others; `per`: what an issue is counted by */
#ifndef READ_HOLDING_H
#define READ_HOLDING_H

#include "field.h"

/* Reads `holds` and `per` of all issues, which must have been read well. */
void read_holdings(struct reader *r);

#endif
