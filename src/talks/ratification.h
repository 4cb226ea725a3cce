/* ratification.h - bodies that vote, after the leaders have agreed, on days of their own */
#ifndef RATIFICATION_H
#define RATIFICATION_H

#include "world.h"

/* Whether a body passes a package at this time. */
bool ratifier_agrees(const struct world *w, const struct ratifier *r, uint32_t package);

#endif
