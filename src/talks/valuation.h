/* valuation.h - what every package is worth in one draw to the sides of the talks */
#ifndef VALUATION_H
#define VALUATION_H

#include "package_index.h"
#include "phase_rows.h"

enum { VALUATION_BLOCK = 32 }; /* packages whose blocs are asked at a time */

/* A thread's room. */
struct valuation {
    const struct package_index *package_index; /* borrowed */
    double *one;            /* [n_package] utility to one veto player; without phases */
    double *least;          /* [n_case] what it asks for */
    double *many;           /* [n_veto * VALUATION_BLOCK] margins of blocs; with ballots */
    struct phase_rows rows; /* with phases */
};

NODISCARD
enum error_code valuation_init(struct valuation *v, const struct package_index *b,
                               const struct appraisal *appraisal, struct error *err);
void valuation_release(struct valuation *v);

/* What packages are worth to a side, in a draw.
 *
 *   utility[n_package]  V - w + r of its party; -INFINITY for packages that are banned or cross a
 *                       red line of it, and for those that parties which only consent refuse
 *   left[n_package]     the least margin over what bodies ask for, of that surplus and of those of
 *                       veto holders and blocs with preferences of their own; INFINITY where bodies
 * ask for no more than no deal; bodies that vote later are left out hoped[n_case]       the best
 * utility before anybody else refuses: its bodies, and parties that only consent
 *
 * With phases, or without bodies, left is NULL, and utility is -INFINITY for what bodies refuse. */
struct valued {
    double *utility, *left, *hoped;
};

/* Values all packages for each side, to[n_side].  consents: whether parties that only consent are
 * asked. Ends early after a signal (interrupt.h: throw it away). */
void valuation_make(struct valuation *v, const struct appraisal *appraisal, bool consents,
                    const struct valued to[]);

#endif
