/* study_tables.h - makes the files of a sensitivity study */
#ifndef STUDY_TABLES_H
#define STUDY_TABLES_H

#include "sensitivity.h"
#include "sheet.h"

/* The files, in the order in which they are made; each is a source here, as for a run
 * (map_tables/results.h). */
#define STUDY_RESULT_LIST(X) X(effects) X(curves) X(groups) X(interactions)

enum {
#define X(name) STUDY_##name,
    STUDY_RESULT_LIST(X)
#undef X
        STUDY_RESULT_COUNT,
};

extern const struct result_table *const study_result_tables[STUDY_RESULT_COUNT];

/* Must not move once it is made: its sheets point to its scope. */
struct study_tables {
    const struct sensitivity *sensitivity; /* borrowed */
    struct scope scope;
    size_t first_group[GROUPINGS]; /* of a grouping, among those of LABEL_GROUP */
    struct sheet sheet[STUDY_RESULT_COUNT];
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code study_tables_init(struct study_tables *t, const struct sensitivity *v,
                                  struct error *err);
void study_tables_release(struct study_tables *t);

/* Each opens its sheet and fills it. */
#define X(name)                                    \
    extern const struct result_table name##_table; \
    NODISCARD                                      \
    enum error_code name##_make(struct study_tables *t, struct sheet *sheet, struct error *err);
STUDY_RESULT_LIST(X)
#undef X

/* An output's cells: of columns OUTPUT, PROPOSAL, PARTY and PHASE; empty where it is about none. */
struct output_cells {
    double output, proposal, party, phase;
};
struct output_cells output_cells(const struct scenario *s, const struct output *o);

#endif
