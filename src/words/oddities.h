/* oddities.h - what a scenario may say, and probably does not mean */
#ifndef ODDITIES_H
#define ODDITIES_H

#include "scenario.h"

/* Warns, on standard error, of settings that are allowed and probably a slip: numbers in another
 * unit or beyond the scale, weights and red lines that change nothing.  Uncertain numbers are
 * looked at by their means.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code oddities_warn(const char *path, const struct scenario *s, struct error *err);

#endif
