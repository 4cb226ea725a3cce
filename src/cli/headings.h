/* headings.h - no file of results has two columns of one name */
#ifndef HEADINGS_H
#define HEADINGS_H

#include "scenario.h"

/* Makes the columns of all files that a scenario may have, with --draw-table, talks and every
 * metric of a sweep, and refuses an issue, a party or a proposal that is called so that a file
 * would have a column twice.
 * Errors: ERR_SCENARIO, where the issue, party or proposal stands; ERR_MEMORY. */
NODISCARD
enum error_code headings_check(const struct scenario *s, struct error *err);

#endif
