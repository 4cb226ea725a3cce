/* discovery.h - in which worlds an answer is yes, or no: boxes and a tree for each output */
#ifndef DISCOVERY_H
#define DISCOVERY_H

#include "box_worth.h"
#include "cart.h"
#include "worlds.h"

enum {
    DISCOVERY_BOXES = 3,    /* of an output, each among the worlds that are in none before */
    DISCOVERY_REPEATS = 10, /* searches in random halves, to see how firm a box is */
};
#define DISCOVERY_LEVEL 0.05 /* of quasi-p, up to which a limit of a box is kept */

/* A search, and the box of it that is shown. */
struct found_box {
    struct boxes boxes;
    bool is_found; /* false: no box has limits that chance would not make */
    size_t picked;
    struct box_without *without; /* [BOX_ENDS * n_factor] of the box picked */
    size_t *repeats;             /* [n_factor] in how many repeats a factor is restricted */
};

/* What is found of an output.  The answer that is rarer is looked for, as boxes of what is nearly
 * everywhere say little. */
struct discovered {
    bool looks_for_no;
    size_t n_yes; /* of all worlds */
    size_t n_box;
    struct found_box box[DISCOVERY_BOXES];
    size_t n_class; /* of the tree: 2, no and yes; or 3, nobody, some and all accept */
    struct cart tree;
};

struct discovery {
    const struct worlds *worlds; /* borrowed */
    uint64_t seed;
    struct discovered *of; /* [outputs->n] */
};

/* Looks at all outputs.  The caller has set worlds and seed; job as for map_run.
 * Errors: ERR_MEMORY, ERR_INTERRUPTED. */
NODISCARD
enum error_code discovery_make(struct discovery *d, struct pool_job *job, int threads,
                               struct error *err);
void discovery_release(struct discovery *d);

/* The bytes that it takes on so many threads, at most: of each, the orders of all rows and of a
 * half, and a half's values. */
double discovery_bytes(size_t n_factor, size_t n, int threads);

/* Whether the limits of a box keep some values of a factor out at its lower end, or its upper. */
bool discovery_restricts(const struct discovery *d, const struct found_box *box, size_t factor,
                         int end);

#endif
