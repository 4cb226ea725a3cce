/* record_tables.h - makes the files of a backtest and of what was learned from a record */
#ifndef RECORD_TABLES_H
#define RECORD_TABLES_H

#include "doubt_grid.h"
#include "moved.h"
#include "foreseen.h"
#include "reliability.h"
#include "scores.h"
#include "sheet.h"
#include "teachable.h"

/* The files, in the order in which they are made; each is a source here, as for a run
 * (map_tables/results.h). */
#define RECORD_RESULT_LIST(X) \
    X(answers)                \
    X(scores) X(reliability) X(outcomes) X(errors) X(numbers) X(evidence) X(choice) X(posterior)

enum {
#define X(name) RECORD_##name,
    RECORD_RESULT_LIST(X)
#undef X
        RECORD_RESULT_COUNT,
};

extern const struct result_table *const record_result_tables[RECORD_RESULT_COUNT];

/* What is found; NULL, or n 0, where it was not looked for: then its files are not made.  Must not
 * move once it is made: its sheets point to its scope. */
struct record_tables {
    /* set by the caller, all borrowed */
    const struct learned *learned;
    const struct scores *scores;
    const struct reliability *reliability; /* [CHANCE_COUNT] n 0: not looked for */
    const struct outcomes *outcomes;
    const struct moved *moved;
    const struct teachable *teachable; /* for summaries */
    const struct doubt_choice *choice; /* [GRID_CHOICES] */
    size_t n_world;
    const size_t *world; /* [n_world] rows of learned->posterior */
    /* made */
    struct scenario none; /* has nothing: what columns are of is in the labels */
    struct scope scope;
    size_t *first_proposal, *first_party, *first_issue; /* [history->n] among the labels */
    struct named_column *column;                        /* [joint->n] */
    struct sheet sheet[RECORD_RESULT_COUNT];
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code record_tables_init(struct record_tables *t, struct error *err);
void record_tables_release(struct record_tables *t);

/* Whether a file is made. */
bool record_tables_has(const struct record_tables *t, size_t file);

/* Each opens its sheet and fills it. */
#define X(name)                                    \
    extern const struct result_table name##_table; \
    NODISCARD                                      \
    enum error_code name##_make(struct record_tables *t, struct sheet *sheet, struct error *err);
RECORD_RESULT_LIST(X)
#undef X

#endif
