/* tidy.h - the texts of a scenario as a terminal, a table and a picture can have them */
#ifndef TIDY_H
#define TIDY_H

#include "reader.h"

/* Makes each text in `from`, and in all that is in it, one line of UTF-8 in which nothing is left
 * that a terminal would obey, before anything reads them: a line break or tab, with the blanks
 * round it, becomes one blank, another control character \xNN.  A text that is not UTF-8 (by its
 * escapes: the file has been checked) is a mistake. */
void tidy_texts(struct reader *r, config_setting_t *from);

#endif
