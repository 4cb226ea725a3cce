/* issue_levels.h - the levels of one issue: on the table, and all that its scenario knows */
#ifndef ISSUE_LEVELS_H
#define ISSUE_LEVELS_H

#include "reader.h"

/* Of one issue.  Larger: more memory for each party and level; a price in steps of one thousandth
 * fits. */
enum { MAX_LEVEL = 10000 };

/* Levels as an entry says them: a list, or a range; NULL and NAN for what it does not say. */
struct level_source {
    const config_setting_t *levels;
    double from, to, step;
};

/* Fills is_named, the names or numbers known, and the levels on the table with their labels.
 *
 *   own      what the issue's entry says, or takes from the vocabulary where it says nothing
 *   wider    what the vocabulary's entry of that name says; empty where there is none
 *   only     the one level that it is fixed at, or NULL
 *
 * A level is the decimal number that people would write: ranges and lists are rounded to it, so
 * that 0.3 is a level of 0 to 1 by 0.1.  Mistakes go to the reader. */
void issue_levels_read(struct reader *r, const config_setting_t *at, const struct level_source *own,
                       const struct level_source *wider, const config_setting_t *only,
                       struct issue *issue);

/* Fills the levels' titles, after issue_levels_read: of names those that the group `titles` (NULL:
 * none) gives, { NAME = "text"; ... } for any names of the vocabulary.  Mistakes go to the reader.
 */
void issue_titles_read(struct reader *r, const config_setting_t *titles, struct issue *issue);

#endif
