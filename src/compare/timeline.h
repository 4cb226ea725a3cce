/* timeline.h - several scenarios in the order of their dates: timeline.csv */
#ifndef TIMELINE_H
#define TIMELINE_H

#include "survey.h"

/* Shares of draws in which all, and each party of the timeline, accept. */
struct shares {
    double all, low_all, high_all;
    double party[MAX_PARTY];         /* NAN of a party that the scenario does not have */
    struct surety surety[MAX_PARTY]; /* of those of a proposal */
};

/* What is kept of a scenario's run. */
struct milestone {
    const struct scenario *scenario; /* borrowed */
    uint64_t draws;
    struct shares zone, best, *proposal; /* [n_proposal]; of the zone no party's */
};

/* Must not move once it is made. */
struct timeline {
    size_t n;
    struct milestone *milestone; /* [n] in the order in which they were given */
    size_t *order;         /* [n] milestones by date, those without a date last; then as given */
    struct scenario names; /* has the parties of all scenarios, each once, and nothing else */
    struct party party[MAX_PARTY];
    struct scope scope;
    struct sheet sheet;
};
extern const struct result_table timeline_table;

/* Makes room for scenario[n], in the order in which they were given (borrowed).  Release it
 * whatever is returned.  Errors: ERR_SCENARIO for more than MAX_PARTY parties of all; ERR_MEMORY.
 */
NODISCARD
enum error_code timeline_init(struct timeline *t, size_t n, const struct scenario *const scenario[],
                              struct error *err);
void timeline_release(struct timeline *t);

/* Takes what is kept of the survey of scenario i.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code timeline_take(struct timeline *t, size_t i, const struct survey *survey,
                              struct error *err);

/* Makes the sheet, once all are taken.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code timeline_make(struct timeline *t, struct error *err);

#endif
