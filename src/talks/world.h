/* world.h - the parties in one draw, as time and events change them */
#ifndef WORLD_H
#define WORLD_H

#include "picture.h"
#include "schedule.h"

struct world {
    const struct package_index *package_index; /* borrowed */
    const struct scenario *scenario;
    double *drawn;   /* [n_parameter] the draw; appraisal.theta: what events have made of it */
    bool *closed;    /* [n_slot] levels that are off the table at this time */
    bool is_changed; /* since the draw */
    bool bodies_known[MAX_SIDE]; /* a body has refused: the leaders now ask for what bodies ask for
                                  */
    struct appraisal appraisal;
    struct picture picture; /* what the sides believe of each other, where they offer by it */
    struct sides sides;
    struct frontier frontier; /* found when the schedule needs it */
    struct schedule schedule;
};

NODISCARD
enum error_code world_init(struct world *w, const struct package_index *b, struct error *err);
void world_release(struct world *w);

/* Makes draw number `index` with r, a rng_philox: utilities, their order and the schedule, as on
 * the day before the talks.  This is what takes longer with more packages.
 * Errors: those of draw_make. */
NODISCARD
enum error_code world_draw(struct world *w, const gsl_rng *r, uint64_t index, struct error *err);

/* The same with these numbers, theta[n_parameter], in place of draw `index`; all other chance is
 * that of the draw. */
NODISCARD
enum error_code world_take(struct world *w, const double theta[], const gsl_rng *r, uint64_t index,
                           struct error *err);

/* Back to the draw and to the day before the talks; the schedule stays.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code world_restart(struct world *w, struct error *err);

/* A level that is off the table is to all veto players what a red line is to one: marks it so in
 * `utility`, which utility_fill has just filled from any parameters. */
void world_close(const struct world *w, struct utility *utility);

/* A level that is off the table gives way to the first that is on it; of issues that rules on sums
 * join, to the nearest combination that is (move.h).  level: [n_table]. */
void world_keep_to_table(const struct world *w, size_t level[]);

/* Carries out what an event does to weights and to the levels on the table: where it does, the
 * packages are ranked anew.  The frontier is found again.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code world_happens(struct world *w, const struct timed_event *o, struct error *err);

/* Has the leaders of a side know what all their bodies ask for; packages are ranked anew.
 * Errors: ERR_MEMORY. */
NODISCARD
enum error_code world_learn_bodies(struct world *w, size_t side, struct error *err);

/* Moves no deal, and what refusing costs, to where they stand on a day, all that happens up to it
 * included; *reranked: the packages had to be ranked anew.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code world_move(struct world *w, double day, bool *reranked, struct error *err);

/* What a package is worth now to a side over no deal, red lines aside. */
double world_surplus(const struct world *w, size_t side, uint32_t package);

/* How far the surplus of a side's party falls when no deal gets better, per unit
 * (appraisal_surpluses). */
double world_felt(const struct world *w, size_t side, uint32_t package);

/* Finds the frontier, if the schedule needs it.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code world_find_frontier(struct world *w, struct error *err);

#endif
