/* date.h - days of the calendar by number */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

/* Reads "YYYY-MM-DD" as a day number: 0 is 1970-01-01, in the proleptic Gregorian calendar.
 * Returns false and writes nothing for anything else, a 30 February too. */
bool date_read(const char *text, long *day);

/* Writes a day from year 0 to 9999 as "YYYY-MM-DD". */
enum { DATE_TEXT = 11 };
void date_write(long day, char out[static DATE_TEXT]);

/* Writes this moment as "YYYY-MM-DDThh:mm:ssZ", "" where there is no clock. */
enum { DATE_MOMENT = 40 };
void date_moment(char out[static DATE_MOMENT]);

#endif
