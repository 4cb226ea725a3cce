/* oddities.h - what a scenario may say and probably does not mean */
#ifndef ODDITIES_H
#define ODDITIES_H

#include "scenario.h"

/* Warns, on standard error, of what is allowed in the scenario of that path and cannot mean what is
 * written, or does not matter.  Doubts are taken at their means.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code oddities_warn(const char *path, const struct scenario *s, struct error *err);

#endif
