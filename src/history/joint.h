/* joint.h - the uncertain numbers of several scenarios as one world */
#ifndef JOINT_H
#define JOINT_H

#include "history.h"
#include "rng.h"

/* One number: of one scenario, or shared by all that have it. */
struct joint_number {
    const struct parameter *parameter; /* borrowed; of the first scenario that has it */
    size_t scenario;                   /* whose it is alone; NONE: shared */
    size_t first;                      /* the first scenario that has it */
    uint32_t address;                  /* of its random stream (draw_uniform) */
};

struct joint {
    struct arena arena;
    const struct history *history; /* borrowed */
    size_t n;
    struct joint_number *number; /* [n] shared ones as they come, then each scenario's own */
    size_t **of;                 /* [history->n][n_parameter] which number a parameter is; NONE:
                                    certain, or of the talks, which no answer depends on */
};

/* Lists the numbers.  A number is shared where it is written in an included file, with the same
 * path and the same distribution in all scenarios that have it; else it is each scenario's own.
 * To be released, whatever is returned.
 * Errors: ERR_SCENARIO where a shared number is correlated otherwise in two scenarios, so that no
 * world could have one value of it; ERR_MEMORY. */
NODISCARD
enum error_code joint_init(struct joint *j, const struct history *h, struct error *err);
void joint_release(struct joint *j);

/* The uniform numbers u[n] of world `index`: those of draw `index` of each scenario.  r: a
 * rng_philox with the seed. */
void joint_draw(const struct joint *j, const gsl_rng *r, uint64_t index, double u[]);

/* The uniform number of a normal score, never 0 or 1; and the score of a uniform number. */
double joint_uniform(double score);
double joint_score(double u);

/* How a number is called in posterior.csv: its path, of one scenario's own with its name and a
 * slash before it.  In the arena; NULL where there is no memory. */
const char *joint_name(const struct joint *j, size_t number, struct arena *arena);

#endif
