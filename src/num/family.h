/* family.h - the families of distributions, before any truncation */
#ifndef FAMILY_H
#define FAMILY_H

#include "distribution.h"

/* What each kind can do; d's arguments have been checked by `complaint`. */
struct family {
    double (*quantile)(const struct distribution *d, double u);   /* u in (0, 1) */
    double (*cumulative)(const struct distribution *d, double x); /* NULL: of single values */
    double (*mean)(const struct distribution *d);
    void (*support)(const struct distribution *d, double *low, double *high);
    const char *(*complaint)(const struct distribution *d); /* NULL: the arguments are fine */
};
extern const struct family *const families[DIST_COUNT];

#endif
