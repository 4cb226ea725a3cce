/* sobol.h - Sobol' points, any of them at once, and their scrambling */
#ifndef SOBOL_H
#define SOBOL_H

#include "error.h"

#include <stdint.h>

enum {
    SOBOL_COLUMNS = 40, /* the dimensions of GSL's sequence */
    SOBOL_BITS = 30,    /* of a coordinate, and of a number: GSL's */
};

/* GSL's sequence with its origin, which GSL leaves out: point 0 is 0 in all columns.  The first 2^k
 * points fill each column evenly, and so does every later block of 2^k.
 * Source: Sobol' (1967) USSR Comput. Math. Math. Phys. 7:86; Antonov & Saleev (1979) 19:252, whose
 * order GSL's is; Bratley & Fox (1988) ACM TOMS 14:88. */
struct sobol {
    unsigned log2_points;
    uint32_t direction[SOBOL_BITS][SOBOL_COLUMNS];
};

/* For 2^log2_points points, up to 2^SOBOL_BITS.  Takes as long as half of them: GSL does not say
 * its directions, and they are read off points.  Errors: ERR_MEMORY. */
NODISCARD
enum error_code sobol_init(struct sobol *s, unsigned log2_points, struct error *err);

/* The coordinate of a point in (0, 1), scrambled as the seed says: a bit is flipped or not by a
 * hash of the seed and the bits above it, so that the set of points stays as even as it was.  Half
 * a cell is added, so that no coordinate is 0. Source: Owen (1995) in Monte Carlo and Quasi-Monte
 * Carlo Methods in Scientific Computing, 299; Burley (2020) J. Computer Graphics Techniques 9(4):1
 * (the hash). */
double sobol_coordinate(const struct sobol *s, uint64_t point, size_t column, uint32_t seed);

/* The place of a point in an order of the 2^log2_points that the seed chooses: each aligned block
 * of 2^k stays one. */
uint64_t sobol_shuffle(const struct sobol *s, uint64_t point, uint32_t seed);

#endif
