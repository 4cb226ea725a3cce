/* cost.h - what a run would take, measured on small pieces of it */
#ifndef COST_H
#define COST_H

#include "scenario.h"

struct run_cost {
    double seconds, bytes; /* of time and of memory */
    uint64_t rows;         /* of packages.csv */
    double file_bytes;
};

/* Runs pieces of the scenario (piece.h) for a fraction of a second, on one thread, and concludes
 * from them: a draw costs something in any case and something for each package, and each package
 * something once.  Right to a factor of two or so where memory is as fast as for the pieces.
 * Errors: as of a run. */
NODISCARD
enum error_code cost_of_run(const struct scenario *s, int threads, struct run_cost *cost,
                            struct error *err);

/* "  a run of 10,000 draws takes about 3 s and 40 MB, ...": numbers of one digit. */
void cost_print(const struct scenario *s, int threads, const struct run_cost *cost);

#endif
