/* draw_table.h - agreement.csv: every draw, its numbers and who could agree in it */
#ifndef DRAW_TABLE_H
#define DRAW_TABLE_H

#include "sheet.h"

struct draw_table {
    struct scope scope;
    struct sheet sheet;
};

extern const struct result_table agreement_table;

/* Rows for n draws, empty.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code draw_table_init(struct draw_table *table, const struct scenario *s, uint64_t n,
                                struct error *err);
void draw_table_release(struct draw_table *table);

/* Fills the row of a draw, from any thread: all numbers, theta[n_parameter]; the Nash package or
 * NAN; whether all accept each proposal, accept[n_proposal].  The zone is known later: */
void draw_table_put(struct draw_table *table, uint64_t draw, const double theta[], double nash,
                    const double accept[]);
void draw_table_put_zone(struct draw_table *table, uint64_t draw, uint64_t packages);

#endif
