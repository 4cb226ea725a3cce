/* agreements.h - the best packages of a draw, with or without phases */
#ifndef AGREEMENTS_H
#define AGREEMENTS_H

#include "phase_rows.h"
#include "zone.h"

struct agreements {
    const struct layout *layout; /* borrowed */
    struct addends addends;      /* without phases */
    struct phase_rows rows;      /* with phases */
};

/* Room for draws like that in `appraisal`.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code agreements_init(struct agreements *a, const struct layout *l,
                                const struct appraisal *appraisal, struct error *err);
void agreements_release(struct agreements *a);

/* Takes in a draw, which is borrowed. */
void agreements_fill(struct agreements *a, const struct appraisal *appraisal);

/* Finds the best packages for a query about that draw, as zone_find does: issue by issue without
 * phases, else by a visit to every package.  Without phases zone->addends is borrowed from `a`.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code agreements_find(const struct agreements *a, const struct appraisal *appraisal,
                                const struct zone_query *query, struct zone *zone,
                                struct error *err);

#endif
