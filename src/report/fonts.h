/* fonts.h - which characters the installed fonts have */
#ifndef FONTS_H
#define FONTS_H

#include <stddef.h>

/* Writes each character of a text that no installed font has to out[size], once, as many as fit;
 * spaces, marks of direction and the like, which need no font, are not among them.  "" where
 * fontconfig's fc-list, which knows, is not installed or says nothing. */
void fonts_lack(const char *text, size_t size, char out[size]);

#endif
