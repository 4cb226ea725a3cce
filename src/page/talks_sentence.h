/* talks_sentence.h - how the talks end, in one sentence */
#ifndef TALKS_SENTENCE_H
#define TALKS_SENTENCE_H

#include "page.h"

/* Of a page that has talks; HTML. */
const char *talks_sentence(struct page *p);

#endif
