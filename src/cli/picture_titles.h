/* picture_titles.h - titles of levels, proposals, phases and bodies, for gnuplot's scripts */
#ifndef PICTURE_TITLES_H
#define PICTURE_TITLES_H

#include <stddef.h>

/* Writes a text for gnuplot's single quotes, in which a quote is doubled; a character that does not
 * fit whole is left out.  Control characters become blanks: a line's end would end the string. */
void picture_quote(const char *text, size_t size, char out[size]);

/* Appends gnuplot code to settings[size], which holds `used` bytes already: of facts.json in the
 * folder `dir`, each title that is not its name with blanks for '_', and the wide characters of all
 * of it.  style.gp says how they are named.  Nothing where there is no such file; titles that do
 * not fit are left out, and the scripts then show names. */
void picture_titles(const char *dir, size_t size, char settings[size]);

#endif
