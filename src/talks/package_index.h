/* package_index.h - the packages in the order of their numbers: what is the same in all draws */
#ifndef PACKAGE_INDEX_H
#define PACKAGE_INDEX_H

#include "layout.h"

/* Talks hold many packages, so their numbers have 32 bits here. */
#define NO_PACKAGE UINT32_MAX

struct package_index {
    const struct layout *layout; /* borrowed */
    size_t n_package;
    uint32_t *linked;  /* [n_package] the combination of case and linked issues, as in the layout;
                          NO_PACKAGE: it is banned */
    uint16_t *at_case; /* [n_package] */
};

/* Errors: ERR_MEMORY. */
NODISCARD
enum error_code package_index_init(struct package_index *b, const struct layout *l,
                                   struct error *err);
void package_index_release(struct package_index *b);

/* Talks on more packages, or with more levels that decide what lasts, are refused. */
enum { PACKAGE_INDEX_MAX_CASE = UINT16_MAX };
#define PACKAGE_INDEX_MAX_PACKAGE (UINT32_MAX - 1)

#endif
