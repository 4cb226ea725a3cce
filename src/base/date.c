/* date.c - days of the calendar by number */
#include "date.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Days in 400 years, after which the calendar repeats; days from 0000-03-01 to 1970-01-01. */
enum { DAYS_OF_ERA = 146097, DAYS_TO_EPOCH = 719468 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Years begin in March here, so that a leap day is the last of its year.  An era is 400 years.
 * Source: Hinnant (2014) "chrono-compatible low-level date algorithms", days_from_civil. */
static long day_of(int year, int month, int day)
{
    const long y = year - (month <= 2) + 400; /* not negative */
    const long era = y / 400, year_of_era = y % 400;
    const long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return (era - 1) * DAYS_OF_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
           day_of_year - DAYS_TO_EPOCH;
}

bool date_read(const char *text, long *day)
{
    static const char form[] = "dddd-dd-dd";

    if (strlen(text) != strlen(form))
        return false;
    for (size_t i = 0; form[i]; i++)
        if (form[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != form[i])
            return false;
    int y, m, d;
    if (sscanf(text, "%4d-%2d-%2d", &y, &m, &d) != 3 || m < 1 || m > 12 || d < 1 ||
        d > days_of_month(y, m))
        return false;
    *day = day_of(y, m, d);
    return true;
}

/* The inverse of day_of: civil_from_days of the same source. */
void date_write(long day, char out[static DATE_TEXT])
{
    const long z = day + DAYS_TO_EPOCH + DAYS_OF_ERA; /* not negative */
    const long era = z / DAYS_OF_ERA, day_of_era = z % DAYS_OF_ERA;
    const long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long m = (5 * day_of_year + 2) / 153;
    const long month = m < 10 ? m + 3 : m - 9;
    const long year = year_of_era + (era - 1) * 400 + (month <= 2);

    snprintf(out, DATE_TEXT, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)(day_of_year - (153 * m + 2) / 5 + 1) % 100);
}

void date_moment(char out[static DATE_MOMENT])
{
    const time_t now = time(NULL);
    struct tm utc;

    out[0] = '\0';
    if (gmtime_r(&now, &utc))
        strftime(out, DATE_MOMENT, "%Y-%m-%dT%H:%M:%SZ", &utc);
}
