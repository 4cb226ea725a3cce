/* roff.h - texts as man pages have them */
#ifndef ROFF_H
#define ROFF_H

#include <stdio.h>

/* Writes a text so that roff prints it as it stands, what is between two ` or ** in bold, and
 * of a [link](file) the text. */
void roff_text(FILE *out, const char *text);

/* Writes Markdown, as the references of negosim use it, as a man page's sections: headings,
 * paragraphs, lists and tables of two columns.  The first heading is left out. */
void roff_markdown(FILE *out, const char *markdown);

#endif
