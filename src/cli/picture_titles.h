/* picture_titles.h - titles of levels, proposals, phases and bodies, for gnuplot's scripts */
#ifndef PICTURE_TITLES_H
#define PICTURE_TITLES_H

#include <stddef.h>

/* Writes a text for gnuplot's single quotes, in which a quote is doubled; a character that does not
 * fit whole is left out.  Control characters become blanks: a line's end would end the string. */
void picture_quote(const char *text, size_t size, char out[size]);

/* The same of a title that may stand beside other text: with marks of direction around it where it
 * is written from right to left. */
void picture_quote_title(const char *title, size_t size, char out[size]);

/* Appends gnuplot code to settings[size], which holds `used` bytes already: of facts.json in the
 * folder `dir`, each title that is not its name with blanks for '_'; and of all settings the
 * characters that take two columns, and those that no font here has.  style.gp says how they are
 * named.  Where a scenario has a rule of agreement, that, too.  No titles where there is no such
 * file; those that do not fit are left out, and the scripts then show names. */
void picture_titles(const char *dir, size_t size, char settings[size]);

#endif
