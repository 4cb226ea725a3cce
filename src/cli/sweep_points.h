/* sweep_points.h - the points of a small sweep, as a table for the eye */
#ifndef SWEEP_POINTS_H
#define SWEEP_POINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Prints the levers and the main shares of each point of the sweep in the file `csv`, where there
 * are no more than twenty or all are wanted.  False where it cannot be read. */
bool sweep_points_say(FILE *out, const char *csv, size_t n_lever, bool all);

/* Cuts a line of sweep.csv into at most `most` cells, without their quotes; returns how many. */
size_t sweep_points_cut(char *line, size_t most, char *cell[]);

#endif
