/* reach.h - which terms reach what is wanted, what stands in the way, and what would do it */
#ifndef REACH_H
#define REACH_H

#include "agreement.h"
#include "caps.h"
#include "choices.h"
#include "lever_search.h"
#include "path.h"

struct reach {
    /* set by the caller */
    const struct map *map; /* borrowed */
    struct wanted wanted;  /* what is more than now has been added up */
    size_t proposal;       /* that is looked at, or NONE: the nearest package */
    size_t from, to;       /* proposals that a path is wanted between, or NONE */
    variant_loader *load;
    void *with;
    size_t n_vary;
    const char *const *vary;
    /* made by reach_make */
    size_t level[MAX_ISSUE]; /* the package that is looked at */
    double share[AGREEMENT_COUNTS], slack;
    struct choices choices; /* n_other and apart set by the caller */
    struct caps caps;       /* why it is refused */
    struct lever_search levers;
    struct path path; /* its `least` is over the packages between the two */
};

/* Errors: those of its parts. */
NODISCARD
enum error_code reach_make(struct reach *r, struct pool_job *job, int threads, struct error *err);
void reach_release(struct reach *r);

#endif
