/* lever_search.h - the smallest change of one number, or one term, that reaches what is wanted */
#ifndef LEVER_SEARCH_H
#define LEVER_SEARCH_H

#include "agreement.h"
#include "sweep.h"
#include "wanted.h"

enum { LEVERS_MOST = 128, LEVERS_DRAWS = 1024 };

/* By less than this nothing is brought nearer: ten draws in a thousand are chance. */
#define LEVERS_NEARER 0.01

/* What a lever can do, all else as it is. */
struct lever_found {
    char *path;
    bool is_number;   /* a number in doubt, which is known at `to` */
    bool is_named;    /* an issue with names: values are their indices */
    double from;      /* what it is now: a level, or the mean of a number */
    double low, high; /* between which it was looked for */
    bool reaches;
    double to; /* nearest to `from`, where it reaches; else where least is missing */
    double share[AGREEMENT_COUNTS], slack; /* there, in LEVERS_DRAWS draws */
};

struct lever_search {
    /* set by the caller */
    const struct map *map; /* borrowed; gives the seed */
    const size_t *level;   /* [n_table] borrowed: the package that is looked at */
    const struct wanted *wanted;
    variant_loader *load; /* loads the scenario with one more setting; from any thread */
    void *with;
    size_t n_vary;
    const char *const *vary; /* "PATH=LO:HI", "issues.NAME=all"; none: all issues, and what breaking
                                off costs */
    /* made by lever_search_run */
    struct arena arena;
    size_t n_draw, n;
    struct lever_found *of; /* [n] those that reach first, then those that miss least */
    double share[AGREEMENT_COUNTS], slack; /* of the package as it is, in the same draws */
};

/* Looks at each lever alone, with the same draws for all of its values.  Of an issue: its levels on
 * the table (or those that are listed), one after another away from what it is, to the first that
 * reaches.  Of a number: at evenly spaced values on either side, then by halving between the first
 * that reaches and the one before; it is known at a value that is tried, and the first is its mean,
 * since what it does may be its doubt.  What neither rises nor falls all the way may reach nearer
 * by. Nothing is looked for where the package reaches what is wanted already.  job as for map_run.
 * Errors: ERR_USAGE for levers; ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code lever_search_run(struct lever_search *v, struct pool_job *job, int threads,
                                 struct error *err);
void lever_search_release(struct lever_search *v);

#endif
