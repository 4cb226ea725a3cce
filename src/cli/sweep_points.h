/* sweep_points.h - the points of a small sweep, as a table for the eye */
#ifndef SWEEP_POINTS_H
#define SWEEP_POINTS_H

#include <stddef.h>

/* Prints the levers and the main shares of each point of the sweep in `dir`, where there are no
 * more than twenty. */
void sweep_points_say(const char *dir, size_t n_lever);

#endif
