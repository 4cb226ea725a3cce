/* reading.h - how the parties read what a text leaves open, in one draw */
#ifndef READING_H
#define READING_H

#include "utility.h"

/* Takes the chances of readings from a draw, theta[n_parameter], to w->chance. */
void reading_fill(struct utility *w, const double theta[]);

/* The chances of the readings of a vague text, as party p sees them: [n_reading]. */
const double *reading_chances(const struct utility *w, const struct vague *v, size_t p);

/* The chance of a reading: the mean over parties. */
double reading_chance(const struct utility *w, const struct vague *v, size_t r);

/* The number of issue k's level in a package (scenario_level); where the package leaves it open,
 * the mean over its readings (reading_chance). */
double reading_level(const struct utility *w, size_t k, const size_t level[]);

/* The chance with which veto player j takes a condition to hold: 0 or 1 where nothing is vague. */
double reading_holds(const struct utility *w, size_t j, const struct condition *when,
                     const size_t level[]);

/* The chance with which veto player j reads a text so that it crosses a red line. */
double reading_crosses(const struct utility *w, size_t j, const struct red_line *line,
                       const struct vague *v);

/* The mean over veto player j's readings of what the levels of issue k have in of_level[]. */
double reading_mean(const struct utility *w, const struct vague *v, size_t j, size_t k,
                    const double of_level[]);

/* Fills the slots of veto player j's row[n_slot] that stand for readings, with reading_mean of the
 * slots of levels. */
void reading_mix(const struct utility *w, size_t j, double row[]);

#endif
