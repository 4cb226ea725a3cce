/* places.h - which columns of Sobol' draws the numbers of a scenario have */
#ifndef PLACES_H
#define PLACES_H

#include "reader.h"

/* Gives each parameter its place, once all is read without a complaint.  Columns before others are
 * more even, alone and together: so the values of no deal come first, on which every answer hangs;
 * then what else may tip an answer by itself, red lines and costs of refusing; then weights, the
 * rest, and what the talks alone read.  Among those of one kind a hash of the path decides, and
 * fixed numbers have places, too: what is fixed or made uncertain moves nothing else. */
void places_give(struct reader *r);

#endif
