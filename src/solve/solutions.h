/* solutions.h - the packages that the bargaining solutions choose in one draw */
#ifndef SOLUTIONS_H
#define SOLUTIONS_H

#include "equals.h"
#include "solution.h"

/* What one solution chooses.  `equals` packages, `package` among them, are as good by its rule, by
 * leximin and by Nash's product, and none of them is beaten for the veto players who only consent.
 */
struct chosen {
    bool found;
    uint64_t package;
    double equals;
    struct equals *like; /* all of them, by level; borrowed */
};

/* The solutions of a draw, and room to find them. */
struct solutions {
    struct chosen of[SOLUTION_COUNT];
    struct equals like[SOLUTION_COUNT];
    double *gain;             /* [points * parties that bargain] what they divide, in this order: */
    size_t *order;            /* [points] first those by which nobody loses */
    size_t *chosen;           /* [SOLUTION_COUNT * points] */
    size_t n[SOLUTION_COUNT]; /* points chosen */
    size_t room, n_point;
    const struct zone *zone; /* borrowed, from solutions_find on */
};
NODISCARD
enum error_code solutions_init(struct solutions *solutions, const struct layout *l,
                               struct error *err);
void solutions_release(struct solutions *solutions);

/* Chooses by each solution among the packages of a zone_of_agreement.  Only the parties that
 * bargain divide something; the others have consented, or been outvoted.  A solution that bears no
 * losses (solution.h) chooses among the packages by which nobody who bargains loses, and finds
 * nothing where there are none.  Nothing is found in an empty zone.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code solutions_find(struct solutions *solutions, const struct appraisal *appraisal,
                               const struct zone *zone, struct error *err);

/* The package at share u, in [0, 1), of the way through the equals of a solution that has found
 * some (equals_at); 0 is the one to write out. */
uint64_t solutions_at(struct solutions *solutions, enum solution rule, double u);

/* Whether a solution chooses the package at level[n_table], or it is one of the equals. */
bool solutions_has(const struct solutions *solutions, enum solution rule,
                   const struct appraisal *appraisal, const size_t level[]);

#endif
