/* gnuplot.h - pictures of results, drawn by gnuplot */
#ifndef GNUPLOT_H
#define GNUPLOT_H

#include "error.h"

/* Draws the picture `out` with NAME.gp, from the CSV files in the folder that `dir` is open on;
 * out, whose ending says the format, is a path from there, without quotes.  `settings` is gnuplot
 * code that runs first ("AXES = 'a b'").  The scripts are in $NEGOSIM_PLOTS, else beside the
 * program (bin/negosim and share/negosim/plots), else where they were to be installed. Errors:
 * ERR_IO when gnuplot is missing or fails (its own words go to standard error). */
NODISCARD
enum error_code gnuplot_draw(int dir, const char *name, const char *out, const char *settings,
                             struct error *err);

#endif
