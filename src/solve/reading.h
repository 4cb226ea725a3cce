/* reading.h - how the parties read what a text leaves open, in one draw */
#ifndef READING_H
#define READING_H

#include "worth.h"

/* Takes the chances of readings from a draw, theta[n_parameter], to w->chance. */
void reading_fill(struct worth *w, const double theta[]);

/* The chances of the readings of a vague text, as party p sees them: [n_reading]. */
const double *reading_chances(const struct worth *w, const struct vague *v, size_t p);

/* How likely the parties take a reading to be, between them: the mean of their chances. */
double reading_chance(const struct worth *w, const struct vague *v, size_t r);

/* The number that stands for issue k in a package (scenario_level); where that leaves it open, the
 * mean of its readings between the parties. */
double reading_level(const struct worth *w, size_t k, const size_t level[]);

/* The chance with which judge j takes a condition to hold: 0 or 1 where nothing is vague. */
double reading_holds(const struct worth *w, size_t j, const struct condition *when,
                     const size_t level[]);

/* The chance with which judge j reads a text so that it crosses a red line. */
double reading_crosses(const struct worth *w, size_t j, const struct red_line *line,
                       const struct vague *v);

/* The mean over judge j's readings of what the levels of issue k have in of_level[]. */
double reading_mean(const struct worth *w, const struct vague *v, size_t j, size_t k,
                    const double of_level[]);

/* Fills the slots of row[n_slot], judge j's, that stand for readings: by the mean of those of
 * levels. */
void reading_mix(const struct worth *w, size_t j, double row[]);

#endif
