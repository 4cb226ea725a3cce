/* sweep.h - the negotiation at many settings of its levers, a row each */
#ifndef SWEEP_H
#define SWEEP_H

#include "metric.h"
#include "plan.h"
#include "rows.h"

/* Loads the scenario with some more settings, each "PATH=VALUE"; from any thread. */
typedef enum error_code variant_loader(void *with, size_t n_set, const char *const set[],
                                       struct scenario *s, struct error *err);

struct sweep {
    const struct plan *plan; /* borrowed */
    bool wants[METRIC_COUNT];
    variant_loader *load;
    void *with;          /* handed to it */
    int threads_a_point; /* threads on each point; several points may be worked on at once */
    struct scope scope;
    struct sheet sheet; /* columns only */
};

/* Makes the columns; the caller has set `plan` and `wants`.  Errors: ERR_USAGE for a lever of
 * the talks without columns of the talks; ERR_MEMORY. */
NODISCARD
enum error_code sweep_init(struct sweep *sweep, struct error *err);
void sweep_release(struct sweep *sweep);

/* Sets what a job needs to work out rows: study, width, open, compute, close.  A row is what
 * map_run and talks_play find with the levers set.  All points share the seed, so that rows differ
 * by their levers only.  A number is set in place; a combination of levels and settings is loaded,
 * and kept for the next points that have it.  A point that cannot be, since its levels or settings
 * are refused together or all weights of a party are zero, has empty cells. */
void sweep_job(struct sweep *sweep, struct row_job *job);

#endif
