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

/* What combination `at` of free axis i adds in a case, red lines aside, -INFINITY where it is
 * banned; and how many of j's red lines it crosses. */
double addends_free_part(const struct layout *l, const struct utility *w, size_t at_case, size_t j,
                         size_t i, size_t at);
size_t addends_free_lines(const struct layout *l, const struct utility *w, size_t j, size_t i,
                          size_t at);

/* The surplus of a combination of linked issues (counted over all cases) without the free axes, red
 * lines and bans aside; and how many of j's red lines it crosses. */
double addends_linked_part(const struct layout *l, const struct utility *w, size_t j, size_t c);
size_t addends_linked_lines(const struct layout *l, const struct utility *w, size_t j, size_t c);

#endif
