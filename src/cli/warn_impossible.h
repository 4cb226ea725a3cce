/* warn_impossible.h - warnings of combinations on the table that cannot be */
#ifndef WARN_IMPOSSIBLE_H
#define WARN_IMPOSSIBLE_H

#include "scenario.h"

/* Says on standard error which levels of the scenario at path rule each other out and are not
 * forbidden. */
void warn_impossible(const char *path, const struct scenario *s);

#endif
