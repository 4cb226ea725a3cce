/* read_holding.h - what levels hold, and for each unit of what an issue is counted */
#ifndef READ_HOLDING_H
#define READ_HOLDING_H

#include "field.h"

/* Reads `holds` and `per` of all issues, which must have been read well. */
void read_holdings(struct reader *r);

#endif
