/* schedule.h - what a draw makes of the calendar: who bargains how, and what happens when */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include "strategy.h"

/* An event of the scenario, or the pilot step, on its day in this draw. */
struct timed_event {
    double day;
    const struct event *event; /* NULL: the pilot step */
};

struct schedule {
    const struct talks *talks; /* borrowed, as theta */
    const double *theta;
    struct tactic_values tactic_values[MAX_SIDE];
    size_t n_timed_event;
    struct timed_event timed_event[MAX_EVENT + 1]; /* by day; of equals in the order of the file */
    struct shift kindest_shift[MAX_SIDE]; /* what favours an agreement most, up to the deadline: the
                                           * lowest shift of no deal, the highest of refusing */
    bool needs_frontier, needs_lookahead;
};

/* Makes the schedule of a draw, with the scenario's own tactics. */
void schedule_make(struct schedule *a, const struct scenario *s, const double theta[]);

/* Gives a side the strategy of another tactic and its shape (TACTIC_SHAPE_COUNT); what it accepts,
 * what it chooses and what time costs it stay its own. */
void schedule_replace(struct schedule *a, size_t side, const struct tactic_values *other);

/* Gives a side the scenario's own tactic again. */
void schedule_restore(struct schedule *a, size_t side, const struct scenario *s);

/* How far a side's numbers have moved by a day: pressure, and the events up to it. */
struct shift schedule_moved(const struct schedule *a, size_t side, double day);

/* The days to the next round: the number given, or one drawn from `chance`. */
double schedule_interval(const struct schedule *a, const struct scenario *s, const gsl_rng *chance);

/* Who moves, by lot: u is uniform on [0, 1). */
size_t schedule_mover(const struct schedule *a, double u);

/* The probability that a side moves. */
double schedule_recognition(const struct schedule *a, size_t side);

/* What a side asks over no deal by itself, whatever its bodies need: what it has outside, and while
 * it distrusts the channel a premium.  An agreement worth S is expected to be worth trust S - (1 -
 * trust) risk, which is not negative from risk (1 - trust) / trust on. */
double schedule_asks(const struct schedule *a, size_t side, bool tried, bool worked);

#endif
