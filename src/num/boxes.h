/* boxes.h - boxes of cases in which an answer is mostly yes, one within another */
#ifndef BOXES_H
#define BOXES_H

#include "cases.h"

/* The values of a factor that lie in a box. */
struct box_limit {
    double low, high; /* numbers: from the one to the other, both of them inside */
    uint64_t set;     /* a category: those whose bit is 1 */
};

struct box {
    size_t n, k;         /* rows in it, of those looked at; yes among them */
    size_t n_restricted; /* factors whose limits are tighter than those of the first box */
};

/* The boxes of one search, each a step from the one before; the first holds all.  Zeroed, it is
 * empty and may be released. */
struct boxes {
    size_t n_factor;
    size_t n_row, n_yes; /* all rows, looked at or not; yes among them */
    size_t n_box, room;
    struct box *box;         /* [n_box] */
    struct box_limit *limit; /* [n_box * n_factor], a box a row */
};

/* Adds a box.  limit[n_factor] is copied.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code boxes_add(struct boxes *s, struct box box, const struct box_limit limit[],
                          struct error *err);
void boxes_release(struct boxes *s);

/* The limits of box b, one a factor; borrowed. */
const struct box_limit *boxes_limit(const struct boxes *s, size_t b);

/* Of box b: the share of all yes that it holds, the share of its rows that are yes, the share of
 * all rows that it holds; NAN where that is a share of nothing. */
double boxes_coverage(const struct boxes *s, size_t b);
double boxes_density(const struct boxes *s, size_t b);
double boxes_mass(const struct boxes *s, size_t b);

/* Whether limits of a factor of this kind differ. */
bool box_limit_differs(enum factor_kind kind, struct box_limit a, struct box_limit b);

/* Whether a row is within the limits of one factor. */
bool box_limit_holds(const struct box_limit *limit, const struct factor *f, size_t row);

/* What keeps a row out of the box of limit[n_factor]: BOX_INSIDE where nothing does; else the one
 * end of a factor that it is beyond, or BOX_SEVERAL.  Ends are numbered: of factor f BOX_ENDS * f
 * is the lower limit, or the set, and BOX_ENDS * f + 1 the upper one. */
enum { BOX_ENDS = 2 };
#define BOX_INSIDE UINT32_MAX
#define BOX_SEVERAL (UINT32_MAX - 1)
uint32_t box_obstacle(const struct cases *c, const struct box_limit limit[], size_t row);

/* inside[n_row], out: which of all rows, looked at or not, are within limit[n_factor]. */
void box_inside(const struct cases *c, const struct box_limit limit[], bool inside[]);

#endif
