/* worths.h - what some packages are worth to the parties, draw by draw */
#ifndef WORTHS_H
#define WORTHS_H

#include "appraisal.h"
#include "pool.h"

enum {
    WORTHS_DRAWS = 512, /* the first ones: means of differences are then known to a hundredth of
                            a utility or better */
    WORTHS_CELLS =
        4 << 20, /* numbers that are kept, at most; fewer draws where packages are many */
};

/* Set by the caller: which packages, and which of them slopes are wanted for. */
struct worths {
    const struct scenario *scenario; /* borrowed */
    uint64_t draws, seed;            /* of the run: no more draws than that */
    size_t n_package, n_slope;
    const size_t *level;  /* [n_package * n_table] borrowed */
    const size_t *sloped; /* [n_slope] borrowed; indices of packages */
    /* made by worths_find */
    size_t n_draw;
    double *kept;    /* [n_draw * n_package * n_party] V_p - w_p + r_p if nobody could break off */
    double *carried; /* the same as it would be carried out; without phases the same array */
    double
        *slope; /* [n_draw * n_slope * n_party * n_table] how far `kept` moves with one unit more
                   of a numeric issue; 0 of others.  Interactions, which know no between, aside */
};

/* Works on `threads` threads (pool.h).  Errors: those of draw_make; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code worths_find(struct worths *w, int threads, struct error *err);
void worths_release(struct worths *w);

/* What a package is worth to party p in a draw. */
double worths_kept(const struct worths *w, size_t draw, size_t package, size_t p);
double worths_carried(const struct worths *w, size_t draw, size_t package, size_t p);
double worths_slope(const struct worths *w, size_t draw, size_t i, size_t p, size_t issue);

/* The bytes that it takes at most. */
double worths_bytes(const struct scenario *s);

#endif
