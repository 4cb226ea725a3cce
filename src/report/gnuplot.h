/* gnuplot.h - pictures of results, drawn by gnuplot */
#ifndef GNUPLOT_H
#define GNUPLOT_H

#include "error.h"

#include <stdbool.h>

/* Finds the folder with gnuplot's scripts: $NEGOSIM_PLOTS, else where they are installed, else
 * where the program was built.  NULL when none of them holds style.gp. */
const char *gnuplot_scripts(void);

/* Draws DIR/NAME.FORMAT with NAME.gp, from the CSV files in DIR.  `settings` is gnuplot code that
 * runs first ("AXES = 'a b'").  The picture appears whole or not at all.
 * Errors: ERR_IO when gnuplot is missing, when it fails (its own words go to standard error), or
 * when the picture cannot be written. */
NODISCARD
enum error_code gnuplot_draw(const char *dir, const char *name, const char *format,
                             const char *settings, struct error *err);

#endif
