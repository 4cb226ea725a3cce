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
    int threads_a_point; /* that work on one point; several points are worked on at a time */
    struct scope scope;
    struct sheet sheet; /* columns only */
};

/* Adds a group of columns by its name; the plan is known.  Errors: ERR_USAGE, with a hint, also
 * when the scenario has nothing that the group tells of. */
NODISCARD
enum error_code sweep_want(struct sweep *sweep, const char *metric, struct error *err);

/* Makes the columns; the caller has set the rest.  Errors: ERR_USAGE for a lever of the talks where
 * nothing of the talks is wanted; ERR_MEMORY. */
NODISCARD
enum error_code sweep_init(struct sweep *sweep, struct error *err);
void sweep_release(struct sweep *sweep);

/* Fills in the part of a job that works out rows: open, compute, close, width.  A row is what
 * map_run and talks_play find with the levers set, from the seed that all points share, so
 * that two rows differ by their levers only.  A number is set in place; a combination of levels and
 * settings is loaded once and kept for the next points that have it.  A point that cannot be, since
 * its levels are together forbidden or its weights sum to zero, has no cells. */
void sweep_job(struct sweep *sweep, struct row_job *job);

#endif
