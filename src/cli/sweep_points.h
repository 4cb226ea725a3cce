/* sweep_points.h - the points of a small sweep, as a table for the eye */
#ifndef SWEEP_POINTS_H
#define SWEEP_POINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Prints the levers and the main shares of each point of the sweep in the file `csv`, where there
 * are no more than twenty.  False where it cannot be read. */
bool sweep_points_say(FILE *out, const char *csv, size_t n_lever);

#endif
