/* warn_impossible.h - warns of levels on the table that rule each other out */
#ifndef WARN_IMPOSSIBLE_H
#define WARN_IMPOSSIBLE_H

#include "scenario.h"

/* Warns, on standard error, of levels in the scenario at `path` that rule each other out and are
 * not in `forbidden`. */
void warn_impossible(const char *path, const struct scenario *s);

#endif
