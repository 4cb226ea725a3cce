/* ranking.h - one party's packages by rising utility, so that an offer is a binary search */
#ifndef RANKING_H
#define RANKING_H

#include "package_index.h"
#include "sorting.h"

/* Within a case (layout.h) all packages outlast their last phase with the same chance, so that a
 * shift of no deal moves them all alike: a ranking keeps an order for each case, without shifts.
 * Wherever `drift` is asked for it has n_case numbers, to be taken off the values of each case.
 *
 *   first[n_case + 1]  where the order of a case begins in the arrays below
 *   package[...]       packages by rising utility; of equals the lowest number comes first
 *   value[...]         their utilities
 *   kindest[...]       the package, from here to the end of the case, that the others value most
 *   least[n_case]      what the worst package that could be agreed is worth; INFINITY for none */
struct ranking {
    size_t n_case;
    size_t *first;
    uint32_t *package, *kindest;
    double *value, *least;
};

/* The other parties, as a party that looks at them sees them: what it takes for kindest is worth
 * most to all of them together.  n is 0 where it does not look. */
struct others {
    size_t n;
    const double *utility[MAX_SIDE]; /* [n_package] */
    const double *drift[MAX_SIDE];   /* [n_case] */
};

NODISCARD
enum error_code ranking_init(struct ranking *r, size_t n_case, size_t n_package, struct error *err);
void ranking_release(struct ranking *r);

/* Ranks the packages that are worth at least floor[case].
 *
 *   utility[n_package]  of packages to the party; -INFINITY for those it cannot agree to
 *   theirs[n_package]   the same to the others together; NULL leaves out `kindest`
 *
 * Ends early after a signal, with some packages in some order (interrupt.h: throw it away). */
void ranking_fill(struct ranking *r, const struct package_index *b, const double utility[],
                  const double floor[], const double theirs[], struct sorting *sorting);

/* What the best and the worst package are worth; -INFINITY and INFINITY when there is none. */
double ranking_best(const struct ranking *r, const double drift[]);
double ranking_worst(const struct ranking *r, const double drift[]);

/* The package of least utility that is worth at least `target`, or one just below if it is nearer
 * (within NEAR); NO_PACKAGE when there is none.  A binary search in each case; of equals in two
 * cases, the first case. */
#define NEAR 1e-6 /* as NegMAS has it; a millionth is far below what a weight can mean */
uint32_t ranking_nearest(const struct ranking *r, const double drift[], double target);

/* The package worth at least `target` that is worth most to the others together. */
uint32_t ranking_kindest(const struct ranking *r, const double drift[], double target,
                         const struct others *others);

#endif
