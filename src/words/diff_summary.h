/* diff_summary.h - two scenarios compared, in a reader's words */
#ifndef DIFF_SUMMARY_H
#define DIFF_SUMMARY_H

#include "changes.h"
#include "differences.h"

/* How one of the two came to be compared. */
struct diff_side {
    const char *operand; /* as the user named it */
    size_t n_set;
    const char *const *set; /* [n_set] all settings in force */
    uint64_t own_seed;      /* of its results, or what the scenario says */
};

/* Says which two they are, what differs in the scenario, what moved, and what did not as far as the
 * draws tell.  same_text: the scenarios' texts and settings are equal, whatever is compared. */
void diff_summary_print(FILE *out, const struct diff_side side[2], const struct changes *changes,
                        const struct differences *differences, bool same_text);

#endif
