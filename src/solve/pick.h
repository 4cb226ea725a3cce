/* pick.h - the packages that the bargaining solutions pick in one draw */
#ifndef PICK_H
#define PICK_H

#include "equals.h"
#include "solution.h"

/* What one solution picks.  `equals` packages, `package` among them, are as good by its rule, by
 * leximin and by Nash's product, and none of them is beaten for the judges who only consent. */
struct pick {
    bool found;
    uint64_t package;
    double equals;
    struct equals *like; /* all of them, by level; borrowed */
};

/* The picks of a draw, and room to find them. */
struct picks {
    struct pick of[SOLUTION_COUNT];
    struct equals like[SOLUTION_COUNT];
    double *gain;             /* [points * parties that bargain] what they divide */
    size_t *chosen;           /* [SOLUTION_COUNT * points] */
    size_t n[SOLUTION_COUNT]; /* points chosen */
    size_t room, n_point;
    const struct zone *zone; /* borrowed, from picks_make on */
};
NODISCARD
enum error_code picks_init(struct picks *picks, const struct layout *l, struct error *err);
void picks_release(struct picks *picks);

/* Picks for each solution from the packages that leave most to all judges (deal_take_leave,
 * zone_of_agreement); only the parties that bargain divide, the others have consented.  Nothing is
 * found in an empty zone.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code picks_make(struct picks *picks, const struct deal *deal, const struct zone *zone,
                           struct error *err);

/* The package at share u, in [0, 1), of the way through the equals of a solution that has found
 * some (equals_at); 0 is the one to write out. */
uint64_t picks_at(struct picks *picks, enum solution rule, double u);

/* Whether the package at level[n_table] is a solution's pick or one of its equals. */
bool picks_has(const struct picks *picks, enum solution rule, const struct deal *deal,
               const size_t level[]);

#endif
