/* draw_table.h - agreement.csv: every draw, its numbers and who could agree in it */
#ifndef DRAW_TABLE_H
#define DRAW_TABLE_H

#include "sheet.h"

/* Must not move once it is made: its sheet points to its scope. */
struct draw_table {
    struct scope scope;
    struct sheet sheet;
};

/* The answers to all proposals in a draw: whether all accept and whether it would be agreed,
 * [n_proposal], and for each proposal of each party, [n_proposal * n_party]. */
struct draw_answers {
    double *all, *passes, *accepts, *surplus, *margin;
};

extern const struct result_table agreement_table;

/* How many columns it has, at most. */
size_t draw_table_columns(const struct scenario *s);

/* Rows for n draws, empty.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code draw_table_init(struct draw_table *table, const struct scenario *s, uint64_t n,
                                struct error *err);
void draw_table_release(struct draw_table *table);

/* Fills the row of a draw, from any thread: all numbers, theta[n_parameter]; the Nash package or
 * NAN; the answers.  The zone is known later: */
void draw_table_put(struct draw_table *table, uint64_t draw, const double theta[], double nash,
                    const struct draw_answers *answers);
void draw_table_put_zone(struct draw_table *table, uint64_t draw, uint64_t packages);

#endif
