/* addends.h - what the rows and columns of a layout are worth in a draw */
#ifndef ADDENDS_H
#define ADDENDS_H

#include "layout.h"

/* A draw in this layout, of a scenario without phases; -INFINITY where a red line is crossed or a
 * combination is banned. */
struct addends {
    double *linked; /* [n_case * n_veto * n_linked] surplus without the free issues */
    double *row;    /* [n_case * n_veto * n_row] */
    double *column; /* [n_case * n_veto * n_column] */
};
NODISCARD
enum error_code addends_init(struct addends *addends, const struct layout *l, struct error *err);
void addends_release(struct addends *addends);
void addends_fill(struct addends *addends, const struct layout *l, const struct utility *w);

/* What combination `at` of free axis i adds in a case; -INFINITY where a red line is crossed, or it
 * is banned. */
double layout_free_part(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                        size_t i, size_t at);

#endif
