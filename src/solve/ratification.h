/* ratification.h - bodies that vote, after the leaders have agreed, on days of their own */
#ifndef RATIFICATION_H
#define RATIFICATION_H

#include "world.h"

/* Whether a body passes a package at this time. */
bool ratifier_agrees(const struct world *w, const struct ratifier *r, uint32_t package);

/* The least surplus over no deal that the leaders of a side ask for: their own, and what they must
 * have for the bodies that do not vote afterwards, or for all of them once `bodies` is known. */
double leaders_least(const struct world *w, size_t side);

#endif
