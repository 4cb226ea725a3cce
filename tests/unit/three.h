/* three.h - scenarios of three parties as text, for tests of talks */
#ifndef THREE_H
#define THREE_H

#include <jansson.h>

/* The text so far. */
extern char three_text[20000];

/* Begins a text, up to its issues. */
void three_begin(void);
__attribute__((format(printf, 1, 2))) void three_add(const char *format, ...);

/* Begins a text with the issues and parties of a vector's domain: p0, p1, ... */
void three_domain(json_t *domain);

/* The parties of talks, alike. */
#define THREE(settings)                                                       \
    "parties = ( { name = \"p0\"; " settings " }, { name = \"p1\"; " settings \
    " }, { name = \"p2\"; " settings " } );"

#endif
