/* tidy.h - makes the texts of a scenario fit for terminals, tables and pictures */
#ifndef TIDY_H
#define TIDY_H

#include "reader.h"

/* Makes each text in `from`, however deep, one line that no terminal obeys.  A line break or tab,
 * with the blanks round it, becomes one blank; another control character becomes \xNN.  A text that
 * is not UTF-8 is a mistake: the file has been checked, but escapes can make one.  Comes before all
 * other readers, since they copy texts. */
void tidy_texts(struct reader *r, config_setting_t *from);

#endif
