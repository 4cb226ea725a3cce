/* sentences.h - what more than one section says, in one sentence */
#ifndef SENTENCES_H
#define SENTENCES_H

#include "page.h"

/* How the talks end, of a page that has talks; HTML. */
const char *talks_sentence(struct page *p);

/* Which number alone decides most whether there is a deal, or that none does. */
const char *decides_sentence(struct page *p);

#endif
