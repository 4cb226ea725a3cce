/* steps.h - who performs when: the turns of the parties, phase by phase */
#ifndef STEPS_H
#define STEPS_H

#include "scenario.h"

/* A step is one party's turn in one phase: its part of what it performs there. */
struct step {
    size_t phase, turn, actor;
    bool ends_phase; /* then the phase's days pass, and the shock may come */
};

/* Writes the steps of a scenario with phases in order, at most MAX_STEP; returns how many.
 *
 * split 0: the scenario's phases.  Else they are replaced by `split` equal ones, which share alike
 * what is performed, the days and the hazard: each party that performs anything has its turns in
 * each, in the order of the first phase, and as many as it has there. */
size_t steps_make(const struct scenario *s, size_t split, struct step step[MAX_STEP]);

/* How many equal phases there is room for, at least 1. */
size_t steps_most_split(const struct scenario *s);

/* How many phases there are. */
size_t steps_phases(const struct scenario *s, size_t split);

#endif
