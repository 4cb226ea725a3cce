/* test_date.c - dates as the calendar has them */
#include "date.h"
#include "names.h"

#include <criterion/criterion.h>

/* The first and last day of months, leap years by all three rules. */
Test(date, counts_days_as_the_calendar_does)
{
    static const struct {
        const char *text;
        long day;
    } known[] = { { "1970-01-01", 0 },     { "1969-12-31", -1 },    { "2000-02-29", 11016 },
                  { "2000-03-01", 11017 }, { "2024-02-29", 19782 }, { "2023-10-07", 19637 } };
    char text[DATE_TEXT];
    long day;

    for (size_t i = 0; i < COUNT_OF(known); i++) { /* from `date -u -d ... +%s` / 86400 */
        cr_assert(date_read(known[i].text, &day));
        cr_assert_eq(day, known[i].day, "%s is %ld", known[i].text, day);
    }
    for (long d = -800000; d < 3000000; d += 97) {
        long back;
        if (d < -719528 || d > 2932896) /* before year 0, after 9999 */
            continue;
        date_write(d, text);
        cr_assert(date_read(text, &back), "%s", text);
        cr_assert_eq(back, d, "%s", text);
    }
}

Test(date, refuses_what_is_no_date)
{
    static const char *const wrong[] = { "2023-02-29", "1900-02-29", "2024-02-30", "2023-13-01",
                                         "2023-00-10", "2023-04-31", "2023-4-3",   "20230403",
                                         "2023-04-00", " 2023-04-1", "2023-04-0x", "" };
    long day;

    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        cr_assert_not(date_read(wrong[i], &day), "%s", wrong[i]);
}
