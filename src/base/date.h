/* date.h - days of the calendar by number */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

/* Reads "YYYY-MM-DD" as the number of a day, 0 being 1970-01-01, in the Gregorian calendar carried
 * back before its time.  False, and nothing written, for anything else, a 30 February too. */
bool date_read(const char *text, long *day);

/* Writes a day from year 0 to 9999 as "YYYY-MM-DD". */
enum { DATE_TEXT = 11 };
void date_write(long day, char out[static DATE_TEXT]);

/* Writes this moment as "YYYY-MM-DDThh:mm:ssZ", "" where there is no clock. */
enum { DATE_MOMENT = 40 };
void date_moment(char out[static DATE_MOMENT]);

#endif
