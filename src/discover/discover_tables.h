/* discover_tables.h - makes the files of a search for the worlds in which something holds */
#ifndef DISCOVER_TABLES_H
#define DISCOVER_TABLES_H

#include "discovery.h"
#include "study_tables.h"

/* The files, in the order in which they are made; each is a source here, as for a run
 * (map_tables/results.h). */
#define DISCOVER_RESULT_LIST(X) X(boxes) X(trajectory) X(tree)

enum {
#define X(name) DISCOVER_##name,
    DISCOVER_RESULT_LIST(X)
#undef X
        DISCOVER_RESULT_COUNT,
};

extern const struct result_table *const discover_result_tables[DISCOVER_RESULT_COUNT];

/* Must not move once it is made: its sheets point to its scope. */
struct discover_tables {
    const struct discovery *discovery; /* borrowed */
    struct scope scope;
    const char **set; /* texts of LABEL_SET, as they are made */
    struct sheet sheet[DISCOVER_RESULT_COUNT];
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code discover_tables_init(struct discover_tables *t, const struct discovery *d,
                                     struct error *err);
void discover_tables_release(struct discover_tables *t);

/* Each opens its sheet and fills it. */
#define X(name)                                    \
    extern const struct result_table name##_table; \
    NODISCARD                                      \
    enum error_code name##_make(struct discover_tables *t, struct sheet *sheet, struct error *err);
DISCOVER_RESULT_LIST(X)
#undef X

/* The cell of a text that names these categories of a factor.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code discover_set(struct discover_tables *t, size_t factor, uint64_t set, double *cell,
                             struct error *err);

#endif
