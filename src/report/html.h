/* html.h - the one place where a text becomes part of a page */
#ifndef HTML_H
#define HTML_H

#include <stdio.h>

/* Writes a text for the inside of an element, or of an attribute in double quotes: & < > " ' become
 * entities.  What would act on a reader unseen becomes U+FFFD: control characters but tab and line
 * feed, the characters that turn the direction of text, U+FEFF, and what is not UTF-8. */
void html_text(FILE *out, const char *text);

/* Writes JSON for a script element: < > & and U+2028, U+2029, which stand in strings only, and what
 * html_text would not show but control characters, become
 * escapes of four hex digits, so that no text ends the element. */
void html_json(FILE *out, const char *json);

#endif
