/* sum_rule.h - rules on sums of levels, and the combinations that they leave */
#ifndef SUM_RULE_H
#define SUM_RULE_H

#include "error.h"
#include "grid.h"

/* least <= sum of times * level <= most, to within `slack`; levels are numbers. */
struct sum_rule {
    size_t n;
    struct sum_term {
        size_t issue;
        double times;
    } * term;
    double least, most, slack; /* -INFINITY and INFINITY for none; the same for `equals` */
    const char *text;          /* "2 a + b is at most 40" */
    const char *note;          /* "" for none */
    struct location place;
    bool is_ban; /* has the issue that decides what lasts, or is joined to one that has: its
                    packages have numbers, and are off the table as those of `forbidden` */
};

static inline bool sum_rule_is_broken(const struct sum_rule *rule, double sum)
{
    return !(sum >= rule->least - rule->slack) || !(sum <= rule->most + rule->slack);
}

/* Issues whose levels are combined, and what their sums must be. */
struct sum_limit {
    double times[GRID_MAX]; /* of each issue, or 0 */
    double least, most;     /* slack included */
};
struct sum_search {
    size_t n, n_level[GRID_MAX]; /* issues, and levels of each */
    const double *level[GRID_MAX];
    size_t n_limit;
    const struct sum_limit *limit;
    double *room; /* [3 * (n + 1) * n_limit] */
};

/* The number of combinations within all limits; SIZE_MAX where they are more than `most`, or where
 * to look for them would take longer than a second or so.  list[count * n], unless NULL: the levels
 * of each, in rising order.  Depth first, with the least and the most that is still to come. */
size_t sum_combinations(const struct sum_search *search, size_t most, uint16_t list[]);

/* The sums next to a limit that combinations have: -INFINITY, INFINITY where there is none.  False
 * where there are too many different sums to look for it.
 * Errors: ERR_MEMORY. */
bool sum_nearest(const struct sum_search *search, const struct sum_limit *limit, double *below,
                 double *above, struct error *err);

#endif
