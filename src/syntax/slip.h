/* slip.h - hints for characters and numbers that cannot stand in a scenario */
#ifndef SLIP_H
#define SLIP_H

#include <stdbool.h>

enum { SLIP_TEXT = 200 };

/* Whether the number in [from, end) goes on in a way that makes it none: a per cent sign, a
 * fraction, a date, a letter.  If so, writes what is wrong, and what to write, into why.  The text
 * ends in a zero. */
bool slip_of_number(const char *from, const char *end, char why[static SLIP_TEXT]);

/* Writes what is wrong with the UTF-8 character at c, which means nothing outside quotes. */
void slip_of_character(const char *c, char why[static SLIP_TEXT]);

#endif
