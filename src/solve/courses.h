/* courses.h - what follows from a step on when it is given who performs, and who breaks off
 *
 * On given choices, what a package is worth to a veto player from a step on is a sum over issues
 * (commitment.h): a part of its row and a part of its column.  Few courses are taken in a draw, and
 * fewer in a row: whether an actor performs, where a course follows, is one comparison of the parts
 * of all columns with one threshold.  As exact as commitment_solve, which adds the same amounts in
 * another order; not with noise, which makes every package's choices its own. */
#ifndef COURSES_H
#define COURSES_H

#include "columns.h"
#include "phase_rows.h"

/* The course numbers below are small; 0 is none. */
struct course;

/* The part of a row of a course's value to a veto player, and the row whose it is. */
struct row_part {
    uint64_t row;
    double value;
};

/* Courses of a draw, as far as they have been met in one case, at one set of discounts: all but
 * the room is borrowed or made anew. */
struct courses {
    const struct phase_rows *rows; /* borrowed */
    size_t width, n_veto;
    double *gain, *fall;   /* [amounts * width] what columns add */
    double *bar;           /* [n_veto * width] */
    bitset *clear;         /* [n_veto] columns that cross no red line */
    bitset all;            /* the columns there are */
    double word[MAX_VETO]; /* keeps_word */

    size_t n, most;
    struct course *course;
    double *column;                 /* [most * n_veto * width] parts of columns */
    double *worth;                  /* [the same] less what signing the columns takes */
    double *low_worth, *high_worth; /* [most * n_veto] */
    double *margin;                 /* [most * width] what performing brings the actor */
    struct row_part *part;          /* [most * n_veto] */
    double *slope;                  /* [most * n_slope] to those whose slopes are wanted */
    size_t end, *breaks;            /* courses; breaks[n_step] */

    uint64_t row_number; /* of rows begun, from 1 on */
    struct phase_row row;
    double *performed, *left; /* [n_step * n_veto] parts of the row: of performing a step, but for
                                 what follows; of breaking off, or being left */
    double lasts[MAX_VETO], discount[MAX_STEP * MAX_VETO]; /* at which courses are known */
};

/* rows: borrowed.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code courses_init(struct courses *c, const struct phase_rows *rows, struct error *err);
void courses_release(struct courses *c);

/* The bytes that it takes at most. */
double courses_bytes(const struct scenario *s);

/* Takes in the draw that phase_rows_fill has taken in.  False: its choices are noisy. */
bool courses_fill(struct courses *c);

/* Begins with a row of a case; false where it is banned.  *anew: no course is known any more, since
 * the case or the discounts are others. */
bool courses_begin(struct courses *c, size_t at_case, size_t row, bool *anew);

/* The courses: all has been performed; a step is performed, and `then` follows; its actor breaks
 * off; its actor breaks off if it is of the kind that does, else `then` follows, a
 * courses_perform of this step.  0: there is no room for another one. */
size_t courses_end(struct courses *c);
size_t courses_perform(struct courses *c, size_t step, size_t then);
size_t courses_break(struct courses *c, size_t step);
size_t courses_doubt(struct courses *c, size_t step, size_t then);

/* The columns of the row in which the actor performs a step, where this course, a courses_perform
 * of the step, would follow: all, none, or those of *columns. */
enum keeping { KEEPS_NONE, KEEPS_ALL, KEEPS_SOME };
enum keeping courses_keep(struct courses *c, size_t course, bitset *columns);

/* Below, of courses from the first step on.  felt[n_party], out: as implementation_felt has it. */
void courses_felt(struct courses *c, size_t course, double felt[]);

/* The columns, of all, to which veto player j agrees if they take the course. */
bitset courses_suit(struct courses *c, size_t course, size_t j, const double felt[]);

/* Those that are worth less than gain[n_veto] by more than `tie` to every veto player. */
bitset courses_less(struct courses *c, size_t course, const double gain[], double tie);

/* A column's surpluses: gain[n_veto], out (implementation_surplus). */
void courses_gains(struct courses *c, size_t course, size_t column, double gain[]);

/* The probability that all is carried out, once signed. */
double courses_complete(const struct courses *c, size_t course);

#endif
