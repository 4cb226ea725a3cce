/* talk_makers.h - what the makers of the files of talks share */
#ifndef TALK_MAKERS_H
#define TALK_MAKERS_H

#include "talks_results.h"

/* Each opens its sheet and fills it.  Errors: ERR_MEMORY. */
#define X(name)                                    \
    extern const struct result_table name##_table; \
    NODISCARD                                      \
    enum error_code name##_make(struct talks_results *r, struct sheet *sheet, struct error *err);
TALK_RESULT_LIST(X)
#undef X

/* Cells of a column with LABEL_DATE, LABEL_WHO, LABEL_SIDES, LABEL_CAUSE; NAN for nothing.
 * talk_end_cause: what ended a run, an event, a body, or who left or refused the final offer. */
double talk_date(const struct talks_results *r, double day);
double talk_who(const struct talks_results *r, size_t by);
double talk_sides(const struct talks_results *r, uint64_t sides);
double talk_cause(const struct talks_results *r, const struct event *event,
                  const struct ratifier *ratifier);
double talk_end_cause(const struct talks_results *r, const struct outcome *end);

/* The levels of a package, as cells of a column ISSUE. */
void talk_terms(const struct scenario *s, uint64_t package, double cell[]);

#endif
