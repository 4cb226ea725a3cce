/* course_sets.h - the packages of a row sorted by the course that they take */
#ifndef COURSE_SETS_H
#define COURSE_SETS_H

#include "courses.h"

/* Columns of a row that take the same course, before any actor has shown that it keeps its word. */
struct course_set {
    bitset columns;
    size_t course;
};

struct cell;
struct stance;

/* A stance is what follows from a step on in each state (commitment.c): in one of them, nobody of
 * two kinds has shown that it keeps its word; in others some have. */
struct course_sets {
    struct courses courses;
    size_t n_typed, typed[COMMITMENT_MAX_TYPED], n_state;
    size_t n, most;
    struct stance *stance;
    uint16_t *next;       /* [most * 2^COMMITMENT_STATES] the stance a step before, by the states in
                             which the actor performs; 0: not made yet */
    struct cell *cell[2]; /* [COLUMNS_MOST] before and after a step */
    struct course_set *set; /* [COLUMNS_MOST] what was found of the last row */
    size_t *order;          /* [n_case * n_row] */
};

/* rows: borrowed; phase_rows_fill comes first for each draw.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code course_sets_init(struct course_sets *c, const struct phase_rows *rows,
                                 struct error *err);
void course_sets_release(struct course_sets *c);

/* The bytes that it takes at most. */
double course_sets_bytes(const struct scenario *s);

/* Takes in the draw that phase_rows_fill has taken in.  False: its choices are noisy. */
bool course_sets_fill(struct course_sets *c);

/* Every row of every case, in an order in which rows that share courses follow each other:
 * row[n_case * n_row].  Rows may be solved in any order; this one is the quickest. */
const size_t *course_sets_order(const struct course_sets *c);

/* Begins with row number `at` of all cases; false where it is banned. */
bool course_sets_begin(struct course_sets *c, size_t at);

/* Sorts the columns of that row into c->set; returns how many sets there are.  0: there are more
 * courses than there is room for, and phase_rows_solve is to solve the row. */
size_t course_sets_sort(struct course_sets *c);

#endif
