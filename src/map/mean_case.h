/* mean_case.h - the negotiation with every parameter at its mean */
#ifndef MEAN_CASE_H
#define MEAN_CASE_H

#include "solutions.h"

struct mean_case {
    const struct layout *layout; /* borrowed */
    struct appraisal appraisal;
    struct zone_query bargainers;
    struct front best; /* packages that no other beats for the parties that bargain */
    struct zone zone;  /* the same for all veto players, of those that would be agreed */
    struct solutions
        solutions; /* none found when no package would be agreed; `package` is the one to write */
};

NODISCARD
enum error_code mean_case_init(struct mean_case *o, const struct layout *l, struct error *err);
void mean_case_release(struct mean_case *o);

/* The parties that refuse a package: bit p, party p. */
uint64_t mean_case_refuses(const struct mean_case *o, const size_t level[]);

/* Whether no other package is better for one party that bargains and no worse for the others,
 * within TIE.  A package that crosses a red line of somebody without whom nothing is agreed is
 * never in the set, nor is a banned one. */
bool mean_case_is_pareto(const struct mean_case *o, const size_t level[]);

#endif
