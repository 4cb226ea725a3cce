/* reach_tables.h - makes the files of a search for terms that reach something */
#ifndef REACH_TABLES_H
#define REACH_TABLES_H

#include "reach.h"
#include "sheet.h"

/* The files, in the order in which they are made; each is a source here, as for a run
 * (map_tables/results.h). */
#define REACH_RESULT_LIST(X) X(choices) X(caps) X(levers) X(path)

enum {
#define X(name) REACH_##name,
    REACH_RESULT_LIST(X)
#undef X
        REACH_RESULT_COUNT,
};

extern const struct result_table *const reach_result_tables[REACH_RESULT_COUNT];

/* Must not move once it is made: its sheets point to its scope. */
struct reach_tables {
    const struct reach *reach; /* borrowed */
    struct scope scope;
    struct sheet sheet[REACH_RESULT_COUNT];
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code reach_tables_init(struct reach_tables *t, const struct reach *r, struct error *err);
void reach_tables_release(struct reach_tables *t);

/* Each opens its sheet and fills it. */
#define X(name)                                    \
    extern const struct result_table name##_table; \
    NODISCARD                                      \
    enum error_code name##_make(struct reach_tables *t, struct sheet *sheet, struct error *err);
REACH_RESULT_LIST(X)
#undef X

/* What a lever's value is called: the name of a level, or the number in its fewest digits. */
enum { REACH_VALUE = 80 };
const char *reach_value(const struct reach *r, const struct lever_found *l, double value,
                        char text[static REACH_VALUE]);

#endif
