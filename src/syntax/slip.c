/* slip.c - hints for characters and numbers that cannot stand in a scenario */
#include "slip.h"

#include "names.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char quotes[] = "texts stand in double quotes of the keyboard, \"...\"",
                  minus[] = "a minus is '-', right before its digits",
                  units[] = "a unit stands in an issue's `unit`",
                  fractions[] = "write a fraction out, as 0.5",
                  blanks[] = "it looks like a blank and is none; write a plain blank";

static const struct {
    const char *character, *hint;
} slips[] = {
    { "<", "is this XML? a scenario has settings, NAME = VALUE" },
    { "%", "25 % is 25 in an issue with `unit`, 0.25 as a share" },
    { "'", quotes },
    { "`", quotes },
    { "\xe2\x80\x9c", quotes }, /* typographic quotes, double */
    { "\xe2\x80\x9d", quotes },
    { "\xe2\x80\x9e", quotes },
    { "\xc2\xab", quotes },
    { "\xc2\xbb", quotes },
    { "\xe2\x80\x98", quotes }, /* and single */
    { "\xe2\x80\x99", quotes },
    { "\xe2\x80\x9a", quotes },
    { ".", "a.b is written a = { b = ...; }" },
    { "-", "a minus stands right before its digits; a list is ( ..., ... )" },
    { "\xe2\x80\x90", minus }, /* hyphen, dashes, minus sign */
    { "\xe2\x80\x91", minus },
    { "\xe2\x80\x93", minus },
    { "\xe2\x80\x94", minus },
    { "\xe2\x88\x92", minus },
    { "+", "a sign stands right before its digits" },
    { "/", fractions },
    { "\xc2\xbc", fractions }, /* a quarter, a half, three quarters */
    { "\xc2\xbd", fractions },
    { "\xc2\xbe", fractions },
    { "$", units },
    { "\xe2\x82\xac", units }, /* euro, pound */
    { "\xc2\xa3", units },
    { "\xc2\xa0", blanks },     /* no-break space */
    { "\xe2\x80\x89", blanks }, /* thin space, zero-width space, narrow no-break space */
    { "\xe2\x80\x8b", blanks },
    { "\xe2\x80\xaf", blanks },
    { "\xe3\x80\x80", blanks }, /* ideographic space */
    { "\xef\xbb\xbf", blanks }, /* byte-order mark */
};

void slip_of_character(const char *c, char why[static SLIP_TEXT])
{
    size_t size = 1;

    /* Ends: the scanner has checked before that the text is UTF-8. */
    while (((unsigned char)c[size] & 0xc0) == 0x80)
        size++;
    for (size_t i = 0; i < COUNT_OF(slips); i++)
        if (strlen(slips[i].character) == size && memcmp(slips[i].character, c, size) == 0) {
            snprintf(why, SLIP_TEXT, "'%s' is not allowed here; %s", slips[i].character,
                     slips[i].hint);
            return;
        }
    if (size == 1 && !isprint((unsigned char)*c))
        snprintf(why, SLIP_TEXT, "a control character, number %d", *c);
    else
        snprintf(why, SLIP_TEXT, "'%.*s' is not allowed here; expected it in quotes only",
                 (int)size, c);
}

static bool is_date(const char *text)
{
    static const char form[] = "dddd-dd-dd";

    for (size_t i = 0; form[i]; i++)
        if (form[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != form[i])
            return false;
    return true;
}

/* The factor that a letter stands for: thousands or millions; 0 for other letters. */
static double multiple(char letter)
{
    return letter == 'k' || letter == 'K' ? 1e3 : letter == 'M' ? 1e6 : 0;
}

/* A number that runs on without a blank: a date, a multiple such as 10k, or neither. */
static void slip_of_word(const char *from, const char *end, int length, char why[static SLIP_TEXT])
{
    if (is_date(from))
        snprintf(why, SLIP_TEXT, "'%.10s' is not a number; a date stands in quotes, \"%.10s\"",
                 from, from);
    else if (multiple(*end) > 0 && from + length == end + 1)
        snprintf(why, SLIP_TEXT, "'%.*s' is not a number; write %.10g", length, from,
                 strtod(from, NULL) * multiple(*end));
    else
        snprintf(why, SLIP_TEXT, "'%.*s' is not a number", length, from);
}

bool slip_of_number(const char *from, const char *end, char why[static SLIP_TEXT])
{
    const char *sign = end + strspn(end, " "), *word = end;
    const double x = strtod(from, NULL);
    char *rest = NULL;

    while (isalnum((unsigned char)*word) || (*word && strchr("_-*.", *word)))
        word++;
    if (word > end) {
        slip_of_word(from, end, word - from < 40 ? (int)(word - from) : 40, why);
        return true;
    }
    if (*sign == '%') {
        snprintf(why, SLIP_TEXT, "'%.*s %%' is not a number; write %.10g, or as a share %.10g",
                 (int)(end - from < 40 ? end - from : 40), from, x, x / 100);
        return true;
    }
    /* A comment begins with '/', too: strtod finds no number in it, and below is 0. */
    const double below = *sign == '/' ? strtod(sign + 1, &rest) : 0;
    if (below > 0) {
        snprintf(why, SLIP_TEXT, "'%.*s' is not a number; write %.6g",
                 (int)(rest - from < 40 ? rest - from : 40), from, x / below);
        return true;
    }
    return false;
}
