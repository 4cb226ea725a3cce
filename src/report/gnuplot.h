/* gnuplot.h - pictures of results, drawn by gnuplot */
#ifndef GNUPLOT_H
#define GNUPLOT_H

#include "error.h"

#include <stdbool.h>

/* Finds the folder with gnuplot's scripts: $NEGOSIM_PLOTS, else where they are installed, else
 * where the program was built.  NULL when none of them holds style.gp. */
const char *gnuplot_scripts(void);

/* Draws the picture `out` with NAME.gp, from the CSV files in the folder that `dir` is open on;
 * out, whose ending says the format, is a path from there, without quotes.  `settings` is gnuplot
 * code that runs first ("AXES = 'a b'").
 * Errors: ERR_IO when gnuplot is missing or fails (its own words go to standard error). */
NODISCARD
enum error_code gnuplot_draw(int dir, const char *name, const char *out, const char *settings,
                             struct error *err);

#endif
